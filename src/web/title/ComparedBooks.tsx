import { Fragment } from 'react'
import { type Change, type ComparedRow, compareRuleBooks, type Side, type Topic, topics } from '#domain/title/compare.ts'
import type { RuleBook } from '#domain/title/rule-book.ts'
import { Chip, type Tone } from '../kit/Chip.tsx'
import { Sheet } from '../kit/Rows.tsx'
import classes from './law.module.css'

const topicWords: Record<Topic, string> = {
  text: 'Văn bản',
  authority: 'Ai quyết định',
  registration: 'Đăng ký',
  scoring: 'Điểm',
  standards: 'Tiêu chuẩn',
  exclusions: 'Không xét tặng',
  steps: 'Các bước',
  papers: 'Giấy tờ',
  years: 'Tính năm',
}

const changeWords: Record<Exclude<Change, 'same'>, readonly [Tone, string]> = {
  changed: ['cham', 'thay đổi'],
  added: ['done', 'thêm'],
  removed: ['late', 'bỏ'],
  unclear: ['soon', 'chưa rõ'],
}

/** What changed between two texts, question by question. */
export function ComparedBooks({ before, after }: { before: RuleBook; after: RuleBook }) {
  const rows = compareRuleBooks(before, after)
  const changed = rows.filter(({ change }) => change !== 'same' && change !== 'unclear').length
  return (
    <Sheet title={`${before.cites.at(-1)} và ${after.cites.at(-1)}`}>
      <p className="soft">{changed} điểm thay đổi; chỗ ghi “chưa rõ” là một trong hai văn bản chưa đọc được.</p>
      {topics.map(topic => {
        const found = rows.filter(row => row.topic === topic)
        return (
          found.length > 0 && (
            <section key={topic} className={classes.section}>
              <h3>{topicWords[topic]}</h3>
              <table className={classes.pairs}>
                <thead>
                  <tr>
                    <th scope="col" className={classes.label}>
                      Quy định
                    </th>
                    <th scope="col">
                      <Cite text={before.cites.at(-1)} />
                    </th>
                    <th scope="col">
                      <Cite text={after.cites.at(-1)} />
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {found.map(row => (
                    <ComparedLine key={row.label} row={row} />
                  ))}
                </tbody>
              </table>
            </section>
          )
        )
      })}
    </Sheet>
  )
}

/** A number of a text may end its line after a stroke, not within a word. */
function Cite({ text = '' }: { text: string | undefined }) {
  return text.split('/').map((part, at) => (
    <Fragment key={part}>
      {at > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ))
}

function ComparedLine({ row: { label, before, after, change } }: { row: ComparedRow }) {
  const [tone, words] = change === 'same' ? [] : changeWords[change]
  return (
    <tr data-same={change === 'same' || undefined}>
      <th scope="row">
        {label}
        {words && (
          <div>
            <Chip tone={tone ?? 'plain'}>{words}</Chip>
          </div>
        )}
      </th>
      <td>
        <SideText side={before} />
      </td>
      <td>{change === 'same' ? 'như bên cạnh' : <SideText side={after} />}</td>
    </tr>
  )
}

function SideText({ side }: { side: Side | null }) {
  if (!side) return <span className="soft">không có</span>
  const isSure = side.confidence === 'A' || side.confidence === 'B'
  return (
    <>
      <p>{side.words}</p>
      {side.lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      <p className={classes.source}>
        <span>{side.clause}</span>
        {!isSure && <Chip tone="soon">chưa xác minh</Chip>}
      </p>
    </>
  )
}
