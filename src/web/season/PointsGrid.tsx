import { memo, useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import type { AssessmentStage } from '#domain/season/assessment.ts'
import { keptBookOf } from '#domain/season/law.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useCommand } from '../app/useCommand.ts'
import { moveInGrid, useFirstCell } from '../kit/grid-keys.ts'
import classes from './points.module.css'
import { type Cells, changedRows, faultyCells, knownCells, pathsOf, totalOf } from './points.ts'

/** The score sheets of a meeting, or those households filled in themselves, typed once: Enter goes down a column, then to the top of the next and at last to the button. */
export function PointsGrid({ view, stage, onClose }: { view: SeasonAreaView; stage: AssessmentStage; onClose: () => void }) {
  const [before] = useState(() => knownCells(view, stage))
  const [ids] = useState(() => new Map(view.candidates.map(({ id }) => [id, crypto.randomUUID()])))
  const says = wordsOf(view)
  const form = useCommand({
    name: 'season.assess',
    start: before,
    toBody: cells => ({
      seasonId: view.season.id,
      areaUnitId: view.areaUnitId,
      stage,
      rows: changedRows(cells, before).map(row => ({ ...row, ...foundOf(view, row.candidateId, stage), id: ids.get(row.candidateId) })),
    }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  const rows = view.candidates.filter(row => !row.withdrawal && row.leftOut === null && row.outcome === null)
  const firstError = Object.values(form.errors)[0]
  const sent = changedRows(form.values, before).map(({ candidateId }) => candidateId)
  const faulty = faultyCells({ errors: form.errors, sent, path: pathsOf.points })
  const table = useFirstCell()
  return (
    <FormView form={form} submitLabel={stage === 'self' ? 'Ghi điểm tự chấm' : 'Ghi điểm'} onCancel={onClose}>
      <div className={classes.frame}>
        <table ref={table} className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">{capitalise(view.season.noun)}</th>
              {view.lines.map(code => (
                <th key={code} scope="col" title={says.get(code)}>
                  {code}
                </th>
              ))}
              <th scope="col">Tổng</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, headName }) => (
              <GridRow
                key={id}
                name={headName}
                lines={view.lines}
                says={says}
                typed={form.values[id] ?? nothing}
                faulty={faulty.get(id) ?? fine}
                onType={typed => form.set({ [id]: typed })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {firstError && <p role="alert">{firstError}</p>}
    </FormView>
  )
}

/** What was found beside the points goes along: the last sheet of a stage counts whole. */
function foundOf({ candidates }: SeasonAreaView, candidateId: string, stage: AssessmentStage) {
  const row = stage === 'meeting' ? candidates.find(({ id }) => id === candidateId) : undefined
  return { met: row?.met ?? {}, content: row?.content ?? null }
}

type RowParts = {
  readonly name: string
  readonly lines: readonly string[]
  readonly says: ReadonlyMap<string, string>
  readonly typed: Cells[string]
  /** Codes of the lines that cannot be taken. */
  readonly faulty: string
  readonly onType: (typed: Cells[string]) => void
}
const nothing: Cells[string] = {}
const fine = ''

/** Drawn anew only when something was typed into it: a village has thousands of cells. */
const GridRow = memo(
  ({ name, lines, says, typed, faulty, onType }: RowParts) => (
    <tr>
      <th scope="row">{name}</th>
      {lines.map(code => (
        <td key={code}>
          <input
            className={classes.cell}
            inputMode="decimal"
            aria-label={`${name}, ${says.get(code) ?? code}`}
            aria-invalid={faulty.split(' ').includes(code)}
            value={typed[code] ?? ''}
            onChange={event => onType({ ...typed, [code]: event.currentTarget.value })}
            onFocus={event => event.currentTarget.select()}
            onKeyDown={moveInGrid}
          />
        </td>
      ))}
      <td>{sayTotal(typed)}</td>
    </tr>
  ),
  (before, now) => before.typed === now.typed && before.faulty === now.faulty,
)

/** Nothing where nothing was typed, or something that is no number. */
function sayTotal(typed: Cells[string] = nothing): string {
  const total = totalOf(typed)
  return Number.isNaN(total) || Object.values(typed).every(cell => cell.trim() === '') ? '' : formatNumber(total, 2)
}

function wordsOf({ season }: SeasonAreaView): ReadonlyMap<string, string> {
  const standards = keptBookOf(season)?.standards ?? []
  return new Map(standards.flatMap(standard => [standard, ...standard.criteria]).map(({ code, says }) => [code, says.value]))
}
