import type { YearsView } from '#contract/season-years.ts'
import classes from './years.module.css'
import { honourNameIn, lanesOf, statusTones, statusWords } from './years-lanes.ts'

/** Time from left to right, a lane for each honour: won years that follow one another are joined. */
export function YearsDrawing({ view }: { view: YearsView }) {
  const { years, lanes } = lanesOf(view)
  return (
    <section className={classes.frame} aria-label="Sơ đồ các năm" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Danh hiệu</th>
            {years.map(year => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.map(({ honour, cells }) => (
            <tr key={honour}>
              <th scope="row">{honourNameIn(view, honour)}</th>
              {cells.map(({ year, entry, isLinked }) => (
                <td key={year} data-linked={isLinked || undefined}>
                  {entry ? (
                    <span className={classes.year} data-tone={statusTones[entry.status]} data-counts={entry.counts}>
                      {statusWords[entry.status]}
                    </span>
                  ) : (
                    <span className={classes.unknown}>chưa có số liệu</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
