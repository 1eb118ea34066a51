import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { FigureFormPart, NarrativePart, TablePart } from '#domain/indicator/figure-form.ts'
import { type Dictionary, dictionaryOn, indicatorOf } from '#domain/indicator/indicator.ts'
import { lowerFirst } from '#domain/kit/text.ts'
import { Sheet } from '../kit/Rows.tsx'
import classes from './indicator.module.css'
import { formLevelWords, narrativeRoleWords, narrativeSourceWords } from './words.ts'

type PartsProps = { readonly parts: readonly FigureFormPart[]; readonly dictionary: Dictionary; readonly on: PlainDate }

/** A form as those who are asked will see it, with nothing entered. */
export function FormParts({ parts, dictionary, on }: PartsProps) {
  const known = dictionaryOn(dictionary, on)
  return (
    <>
      {parts.map(part => (
        <Sheet key={part.key} title={part.heading || <span className="soft">phần chưa có tên</span>}>
          <p className="soft small">{part.owedBy.map(level => formLevelWords[level]).join(' · ') || 'chưa chọn cấp báo cáo'}</p>
          {part.kind === 'narrative' ? (
            <p className="prose">
              {part.asks} <span className="soft">({sayUse(part)})</span>
            </p>
          ) : (
            <Table part={part} known={known} />
          )}
        </Sheet>
      ))}
    </>
  )
}

function sayUse({ role, source }: NarrativePart): string {
  return source ? `${narrativeRoleWords[role]}; gợi ý lời từ: ${lowerFirst(narrativeSourceWords[source])}` : narrativeRoleWords[role]
}

function Table({ part, known }: { part: TablePart; known: Dictionary }) {
  const nameOf = (code: string): string => indicatorOf(known, code)?.name ?? code
  const unitOf = (code: string): string => indicatorOf(known, code)?.unit ?? ''
  const shares = part.ratios.flatMap(({ code, baseCode }) => {
    const ratio = known.ratios.find(each => each.code === code)
    const base = ratio?.bases.find(each => each.code === baseCode)
    return ratio && base ? [`${ratio.name}, trên ${base.name}`] : []
  })
  return (
    <div className="stack-s">
      <div className={classes.frame}>
        <table className={classes.table} aria-label={part.heading}>
          {part.layout.type === 'list' ? (
            <tbody>
              {part.layout.codes.map(code => (
                <tr key={code}>
                  <th scope="row">{nameOf(code)}</th>
                  <td>{unitOf(code)}</td>
                  <td className="soft">{code}</td>
                </tr>
              ))}
            </tbody>
          ) : (
            <>
              <thead>
                <tr>
                  <th scope="col">Loại</th>
                  {part.layout.columns.map(column => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {part.layout.rows.map(({ label, codes }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    {codes.map((code, at) => (
                      <td key={`${label} ${at + 1}`}>{code === null ? '–' : nameOf(code)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </>
          )}
        </table>
      </div>
      {shares.length > 0 && <p className="soft small">Tỷ lệ tính từ các số trên: {shares.join('; ')}.</p>}
    </div>
  )
}
