import { openPoints } from '#domain/title/open-points.ts'

/** What nobody could read in the law, named one by one: no screen fills it in. */
export function OpenPoints() {
  return (
    <details>
      <summary>Điểm chưa rõ của luật ({Object.keys(openPoints).length})</summary>
      <dl className="stack-s">
        {Object.entries(openPoints).map(([key, question]) => (
          <div key={key}>
            <dt className="soft small">{key}</dt>
            <dd>{question}.</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
