import { Group, Radio, TextInput } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { DrawnItem, DrawnView } from '#contract/signal.ts'
import { capitalise } from '#domain/kit/text.ts'
import { drawnWords, outcomeTyped, recheckOutcomes, recheckWords } from '#domain/signal/sample.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { moveInGrid, useFirstCell } from '../kit/grid-keys.ts'
import classes from '../season/points.module.css'
import { changedFindings, type FoundCells, knownFindings } from './recheck-rows.ts'

/** One household or area, written down on the spot. */
export function FindingForm({ drawId, item, onClose }: { drawId: string; item: DrawnItem; onClose: () => void }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand({
    name: 'signal.recheck',
    start: { outcome: null as string | null, says: '', on: today },
    toBody: ({ outcome, says, on }) => ({ drawId, on, rows: [{ id, itemId: item.itemId, outcome, says }] }),
    onDone: done(onClose),
  })
  return (
    <FormView form={form} submitLabel="Ghi kết quả" onCancel={onClose}>
      <p>{nameOf(item)}: được công nhận có đúng tiêu chuẩn, đúng trình tự không?</p>
      <Radio.Group label="Kết quả" {...choice(form, 'outcome')} error={form.errors['rows.0.outcome']}>
        <Group gap="lg">
          {recheckOutcomes.map(outcome => (
            <Radio key={outcome} value={outcome} label={capitalise(recheckWords[outcome])} />
          ))}
        </Group>
      </Radio.Group>
      <DayField label="Ngày kiểm" {...choice(form, 'on')} w={200} />
      <TextInput label="Thấy gì" {...text(form, 'says')} error={form.errors['rows.0.says']} />
    </FormView>
  )
}

/** The printed list as it comes back, typed once: a letter for what was found, Enter down the column, then the notes. */
export function RecheckGrid({ view, onClose }: { view: DrawnView; onClose: () => void }) {
  const { today } = useSession()
  const [before] = useState(() => knownFindings(view.items))
  const [ids] = useState(() => new Map(view.items.map(({ itemId }) => [itemId, crypto.randomUUID()])))
  const form = useCommand({
    name: 'signal.recheck',
    start: { on: today, cells: before },
    toBody: ({ on, cells }) => ({
      drawId: view.id,
      on,
      rows: changedFindings(cells, before).map(row => ({ ...row, id: ids.get(row.itemId) })),
    }),
    onDone: done(onClose),
  })
  const { cells } = form.values
  const sent = changedFindings(cells, before)
  const faulty = new Map(Object.entries(form.errors).map(([path, says]) => [sent[Number(path.split('.')[1])]?.itemId, says]))
  const table = useFirstCell()
  const noun = capitalise(drawnWords[view.what])
  return (
    <FormView form={form} submitLabel="Ghi kết quả" onCancel={onClose}>
      <p className="soft">
        Gõ Đ: đúng · K: không đúng · C: chưa gặp được. Enter xuống dòng dưới, hết cột sang cột sau; mũi tên đi các ô. Hàng để trống là chưa
        kiểm.
      </p>
      <div className={classes.frame}>
        <table ref={table} className={`${classes.grid} ${classes.words}`}>
          <thead>
            <tr>
              <th scope="col">{noun}</th>
              <th scope="col">Kết quả</th>
              <th scope="col">Thấy gì</th>
            </tr>
          </thead>
          <tbody>
            {[...Map.groupBy(view.items, ({ areaUnitId }) => areaUnitId)].map(([areaUnitId, items]) => (
              <Fragment key={areaUnitId}>
                {view.what === 'households' && (
                  <tr>
                    <th scope="colgroup" colSpan={3}>
                      {items[0]?.areaName}
                    </th>
                  </tr>
                )}
                {items.map(item => (
                  <GridRow
                    key={item.itemId}
                    item={item}
                    typed={cells[item.itemId] ?? nothing}
                    isFaulty={faulty.has(item.itemId)}
                    onType={typed => form.set({ cells: { ...cells, [item.itemId]: typed } })}
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {[...new Set(faulty.values())].slice(0, 1).map(says => (
        <p key={says} role="alert">
          {says}
        </p>
      ))}
      <DayField label="Ngày kiểm" {...choice(form, 'on')} w={200} />
    </FormView>
  )
}

type Cell = FoundCells[string]
const nothing: Cell = { outcome: '', says: '' }
type RowParts = { readonly item: DrawnItem; readonly typed: Cell; readonly isFaulty: boolean; readonly onType: (typed: Cell) => void }

function GridRow({ item, typed, isFaulty, onType }: RowParts) {
  const name = nameOf(item)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <input
          className={`${classes.cell} ${classes.word}`}
          aria-label={`${name}, kết quả`}
          aria-invalid={isFaulty}
          autoComplete="off"
          value={typed.outcome}
          onChange={event => onType({ ...typed, outcome: event.currentTarget.value })}
          onBlur={() => onType({ ...typed, outcome: wordOf(typed.outcome) })}
          onFocus={event => event.currentTarget.select()}
          onKeyDown={moveInGrid}
        />
      </td>
      <td>
        <input
          className={`${classes.cell} ${classes.note}`}
          aria-label={`${name}, thấy gì`}
          value={typed.says}
          onChange={event => onType({ ...typed, says: event.currentTarget.value })}
          onFocus={event => event.currentTarget.select()}
          onKeyDown={moveInGrid}
        />
      </td>
    </tr>
  )
}

/** What was begun is finished; what is no finding stays as it was typed, to be looked at. */
function wordOf(typed: string): string {
  const outcome = outcomeTyped(typed)
  return outcome ? recheckWords[outcome] : typed
}

function done(onClose: () => void): () => Promise<void> {
  return async () => {
    onClose()
    await readAnew('signal')
  }
}

export function nameOf({ headName, areaName }: DrawnItem): string {
  return headName ?? areaName
}
