import { Link } from '@tanstack/react-router'
import type { GatheredPointView, GatheredView } from '#contract/consolidation.ts'
import type { NarrativeMark } from '#domain/consolidation/gather.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Chip, type Tone } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Missing } from '../kit/Facts.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { Switch } from '../kit/Switch.tsx'
import classes from './consolidation.module.css'
import type { ConsolidationLook } from './useConsolidationLook.ts'

const markWords: Record<NarrativeMark, string> = { goodExample: 'cách làm hay', difficulty: 'khó khăn', proposal: 'kiến nghị' }
const markTones: Record<NarrativeMark, Tone> = { goodExample: 'done', difficulty: 'soon', proposal: 'cham' }
const marks = Object.keys(markWords) as NarrativeMark[]

/** What units below wrote, under each part of the outline: what many say stands once, with all who said it. */
export function GatheredTab({ look: { requestId, unitId, search, set } }: { look: ConsolidationLook }) {
  const view = useAsk('figure.gathered', { requestId, unitId })
  const mark = marks.find(each => each === search.danh)
  return (
    <Loaded of={view} rows={10}>
      {answer =>
        answer.parts.every(({ points }) => points.length === 0) ? (
          <EmptyState title="Chưa đơn vị nào gửi lời văn">
            Đoạn văn của các đơn vị hiện ở đây khi báo cáo được gửi lên, theo từng phần của đề cương.
          </EmptyState>
        ) : (
          <>
            <Switch
              label="Loại ý"
              value={mark ?? ''}
              shown={mark ? `Chỉ ${markWords[mark]}` : 'Tất cả các ý'}
              options={[{ value: '', label: 'Tất cả các ý' }, ...marks.map(each => ({ value: each, label: `Chỉ ${markWords[each]}` }))]}
              onChange={danh => set({ danh: danh || undefined })}
            />
            {answer.parts.map(part => (
              <Part key={part.key} part={part} mark={mark} requestId={requestId} />
            ))}
          </>
        )
      }
    </Loaded>
  )
}

type PartParts = { readonly part: GatheredView['parts'][number]; readonly mark: NarrativeMark | undefined; readonly requestId: string }

function Part({ part: { heading, points }, mark, requestId }: PartParts) {
  const shown = mark ? points.filter(point => point.mark === mark) : points
  if (mark && shown.length === 0) return null
  return (
    <Sheet title={heading}>
      {shown.length === 0 ? (
        <p>
          <Missing>Chưa đơn vị nào viết phần này.</Missing>
        </p>
      ) : (
        <Rows label={heading}>
          {shown.map(point => (
            <Row
              key={`${point.paragraph.unitId} ${point.paragraph.paragraphId}`}
              title={<span className={classes.paragraph}>{point.paragraph.text}</span>}
              second={<Origins point={point} requestId={requestId} />}
              aside={point.mark && <Chip tone={markTones[point.mark]}>{markWords[point.mark]}</Chip>}
            />
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

/** Who said it; the wordings of others are opened, none is lost. */
function Origins({ point: { paragraph, alike, units, markedBy }, requestId }: { point: GatheredPointView; requestId: string }) {
  const doubt = markedBy === 'words' ? ' · xếp loại theo lời văn, cần người xem' : ''
  if (alike.length === 1)
    return (
      <>
        {paragraph.unitName}, <VersionLink requestId={requestId} of={paragraph} />
        {doubt}
      </>
    )
  return (
    <details>
      <summary>
        {formatNumber(units)} đơn vị cùng nói{doubt}
      </summary>
      <ul className={classes.origins}>
        {alike.map(({ unitId, unitName, version, paragraphId, text }) => (
          <li key={`${unitId} ${paragraphId}`}>
            <b>{unitName}</b>, <VersionLink requestId={requestId} of={{ unitId, version }} />: {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The return it stands in, as it was handed in. */
function VersionLink({ requestId, of: { unitId, version } }: { requestId: string; of: { unitId: string; version: number } }) {
  return (
    <Link to="/bao-cao/dot/$requestId/$unitId" params={{ requestId, unitId }} search={{ ban: String(version) }} className="opens">
      bản {version}
    </Link>
  )
}
