import { NumberInput, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView, SeasonCandidateRow } from '#contract/season.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useCommand } from '../app/useCommand.ts'

/** What one candidate was found to be, where the text gives no points: yes, no, or nothing written down yet. */
type Found = { met: Record<string, boolean>; agree: number | ''; asked: number | '' }

/** Each requirement answered for each candidate; what is left open stays not known. */
export function FindingsForm({ view, onClose }: { view: SeasonAreaView; onClose: () => void }) {
  const standing = view.candidates.filter(({ withdrawal }) => withdrawal === null)
  const [ids] = useState(() => new Map(standing.map(({ id }) => [id, crypto.randomUUID()])))
  const start: { found: Record<string, Found> } = { found: Object.fromEntries(standing.map(row => [row.id, foundOf(row)])) }
  const form = useCommand({
    name: 'season.assess',
    start,
    toBody: ({ found }) => ({
      seasonId: view.season.id,
      areaUnitId: view.areaUnitId,
      stage: 'meeting',
      rows: standing.flatMap(row => {
        const { met, agree, asked } = found[row.id] ?? foundOf(row)
        const content = agree === '' || asked === '' ? null : { agree, asked }
        return [{ id: ids.get(row.id), candidateId: row.id, points: row.scored ?? {}, met, content }]
      }),
    }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  const { found } = form.values
  const change = (id: string, patch: Partial<Found>): void => {
    const before = found[id]
    if (before) form.set({ found: { ...found, [id]: { ...before, ...patch } } })
  }
  return (
    <FormView form={form} submitLabel="Ghi kết quả" onCancel={onClose}>
      {standing.map(({ id, headName }) => {
        const { met, agree, asked } = found[id] ?? { met: {}, agree: '' as const, asked: '' as const }
        return (
          <section key={id} className="stack-s" aria-label={headName}>
            <h3>{headName}</h3>
            {view.findings.map(({ code, says }) => (
              <div key={code} className="row">
                <span>{says}</span>
                <SegmentedControl
                  aria-label={`${headName}: ${says}`}
                  data={[
                    { value: 'yes', label: 'đạt' },
                    { value: 'no', label: 'chưa đạt' },
                    { value: '', label: 'chưa ghi' },
                  ]}
                  value={met[code] === undefined ? '' : met[code] ? 'yes' : 'no'}
                  onChange={answer => change(id, { met: withAnswer(met, { code, answer }) })}
                />
              </div>
            ))}
            {view.asksContent && (
              <div className="pair">
                <NumberInput
                  label="Số người hài lòng"
                  value={agree}
                  min={0}
                  hideControls
                  onChange={typed => change(id, { agree: typed === '' ? '' : Number(typed) })}
                />
                <NumberInput
                  label="Số người được hỏi"
                  value={asked}
                  min={1}
                  hideControls
                  onChange={typed => change(id, { asked: typed === '' ? '' : Number(typed) })}
                />
              </div>
            )}
          </section>
        )
      })}
    </FormView>
  )
}

function foundOf({ met, content }: SeasonCandidateRow): Found {
  return { met: { ...met }, agree: content?.agree ?? '', asked: content?.asked ?? '' }
}

function withAnswer(met: Record<string, boolean>, { code, answer }: { code: string; answer: string }): Record<string, boolean> {
  const { [code]: _, ...rest } = met
  return answer === '' ? rest : { ...rest, [code]: answer === 'yes' }
}
