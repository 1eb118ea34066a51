import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FigureChecksView } from '#contract/consolidation.ts'
import type { FlagView } from '#contract/return.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { sayInstant } from '../clock.ts'
import { Sheet } from '../kit/Rows.tsx'
import classes from './consolidation.module.css'
import { ManyNames } from './ManyNames.tsx'
import type { FigureTable } from './tables.ts'
import type { ConsolidationLook } from './useConsolidationLook.ts'

type NotesParts = { readonly checks: FigureChecksView; readonly tables: readonly FigureTable[]; readonly look: ConsolidationLook }

/** What does not fit in the sums of the table one looks at; other tables are named with how much stands open there. */
export function SumNotes({ checks, tables, table, look }: NotesParts & { readonly table: FigureTable }) {
  const here = checks.flags.filter(flag => isOf(flag, table))
  const others = tables.flatMap(other => {
    const open = checks.flags.filter(flag => flag.kept === null && isOf(flag, other) && !isOf(flag, table)).length
    return open > 0 && other.key !== table.key ? [{ ...other, open }] : []
  })
  if (here.length === 0 && others.length === 0 && checks.below.length === 0) return null
  return (
    <Sheet title="Cần xem lại">
      <div className={classes.notes}>
        {here.map(flag => (
          <SumNote key={flag.key} flag={flag} look={look} />
        ))}
        {others.length > 0 && (
          <p>
            Ở bảng khác:{' '}
            {others.map(({ key, heading, open }, at) => (
              <span key={key}>
                {at > 0 && '; '}
                <button type="button" className="opens" onClick={() => look.set({ bang: key, mo: undefined, noi: undefined })}>
                  {heading}
                </button>{' '}
                ({formatNumber(open)} chỗ)
              </span>
            ))}
            .
          </p>
        )}
        <div className="soft">
          <ManyNames
            lead="Còn chỗ chưa sửa, chưa giải thích trong báo cáo của"
            names={checks.below.map(({ unitName, open }) => `${unitName} (${formatNumber(open)})`)}
          />
        </div>
      </div>
    </Sheet>
  )
}

function isOf({ places }: FlagView, { columns }: FigureTable): boolean {
  return places.some(({ kind, key }) => kind === 'cell' && columns.some(({ code }) => code === key))
}

/** Answered by having a return below mended, or by saying why the sum stays. */
function SumNote({ flag, look }: { readonly flag: FlagView; readonly look: ConsolidationLook }) {
  const mayKeep = useMay()('figure.keepFlag', look.unitId)
  const [isKeeping, setKeeping] = useState(false)
  const code = flag.places.find(({ kind }) => kind === 'cell')?.key
  if (flag.kept)
    return (
      <div className={classes.note} data-kept>
        <p className="soft">{flag.sentence}</p>
        <p className="small">
          <b>Giữ nguyên vì:</b> {flag.kept.reason}{' '}
          <span className="soft">
            ({flag.kept.byName}, {sayInstant(flag.kept.at)})
          </span>
        </p>
      </div>
    )
  return (
    <div className={classes.note}>
      <p>{flag.sentence}</p>
      <p className="small soft">{flag.cause}</p>
      {isKeeping ? (
        <KeepForm flag={flag} look={look} onClose={() => setKeeping(false)} />
      ) : (
        <div className="row">
          {code !== undefined && (
            <Button size="compact-sm" variant="default" onClick={() => look.open({ code }, [look.unitId])}>
              Xem số này từ đâu
            </Button>
          )}
          {mayKeep && (
            <Button size="compact-sm" variant="default" onClick={() => setKeeping(true)}>
              Giữ nguyên vì…
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

type KeepParts = { readonly flag: FlagView; readonly look: ConsolidationLook; readonly onClose: () => void }

function KeepForm({ flag, look: { requestId, unitId }, onClose }: KeepParts) {
  const form = useCommand({
    name: 'figure.keepFlag',
    start: { reason: '' },
    toBody: values => ({ requestId, unitId, flagKey: flag.key, ...values }),
    draft: `figure.keepFlag:${requestId}:${unitId}:${flag.key}`,
    onDone: async () => {
      await readAnew('figure', 'report')
      onClose()
    },
  })
  return (
    <FormView form={form} submitLabel="Giữ nguyên" onCancel={onClose}>
      <Textarea label="Giữ nguyên vì" {...text(form, 'reason')} minRows={2} autosize ref={element => element?.focus()} />
    </FormView>
  )
}
