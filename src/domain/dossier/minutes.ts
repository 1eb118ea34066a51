import { formatIssueDay } from '../calendar/plain-date.ts'
import { formatNumber } from '../kit/text.ts'
import { countedGatherings, countOf, leftOutOf, listedCandidates, meetingOf, standingEvents } from '../season/area.ts'
import { type CountedCandidate, type Gathering, isStopped, type Measured, type MeetingCount, type Votes } from '../season/meeting.ts'
import { formWords, wayWords } from '../season/season-words.ts'
import { addPoints } from '../title/score-sheet.ts'
import { shareWords } from '../title/title-words.ts'
import { type FormBlock, type FormPaper, type FormRow, type FormTable, field, heading, plainRow, text } from './form-paper.ts'
import { areaLines, areaWord, formHead, headOf, honourOfYear, type PaperFacts, subjectWords } from './paper-facts.ts'

/**
 * The record of the review meeting: who came, what the law asks, how the vote went for each household. The hour, the
 * secretary and the words of the debate are the pen's. Law 10/2022/QH15, Art. 20(2) names what minutes must tell and who
 * signs: the head of the area, the head of the Front's committee, two households.
 */
export function minutes(facts: PaperFacts): FormPaper {
  const { area, law, place, season } = facts
  const { areHouseholds, noun } = subjectWords(season)
  const gatherings = countedGatherings(area)
  const counted = countOf(area, law)
  const said = gatherings.flatMap(({ proceedings }) => proceedings.split('\n')).filter(line => line.trim() !== '')
  return {
    ...formHead('minutes', facts),
    issuerLines: areaLines(place),
    placeAndDate: null,
    title: 'Biên bản',
    subtitle: `Họp bình xét ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [
      ...gatherings.flatMap((gathering, at) => whenAndWhere(gathering, gatherings.length > 1 ? at + 1 : null)),
      heading('I. Thành phần'),
      field(`Chủ trì (${headOf(place.kind)})`, place.headName),
      field('Thư ký', null),
      ...attendance(facts, gatherings, counted),
      heading('II. Nội dung'),
      text(
        `Cuộc họp nghe tiêu chuẩn, danh sách ${noun} đăng ký và bảng chấm điểm; trao đổi từng ${noun} rồi biểu quyết${waysOf(gatherings)}.${said.length > 0 ? '' : ' Ý kiến tại cuộc họp:'}`,
      ),
      ...(said.length > 0 ? said.map(text) : [{ type: 'blank', lines: 3 } as const]),
      heading('III. Kết quả'),
      ...listVotes(gatherings, noun),
      voteTable(facts, counted),
      ...leftOut(facts),
      ...keptAllTheSame(facts),
      text(conclusion(facts, counted)),
      text(
        `Cuộc họp kết thúc lúc ${clockWords(gatherings.at(-1)?.endClock ?? null)}. Biên bản được đọc lại cho mọi người dự họp nghe và ký dưới đây.`,
      ),
    ],
    signatures: [
      { capacity: 'Thư ký', name: null },
      { capacity: `Chủ trì (${headOf(place.kind)})`, name: place.headName },
      ...(areHouseholds
        ? [
            { capacity: 'Trưởng ban công tác Mặt trận', name: null },
            { capacity: 'Đại diện hai hộ dự họp', name: null },
          ]
        : []),
    ],
    orientation: 'portrait',
  }
}

/** Households whose votes reach what verified law asks; those below it are named in the same table. */
export function proposes({ votes, consent }: CountedCandidate): boolean {
  return votes !== null && !isStopped(consent)
}

/** `19 giờ 30 phút`, or room for the pen. */
function clockWords(clock: string | null): string {
  const [hour = '……', minute = '……'] = clock?.split(':') ?? []
  return `${hour} giờ ${minute} phút`
}

function whenAndWhere({ heldOn, place, form, startClock }: Gathering, number: number | null): FormBlock[] {
  const which = number === null ? '' : ` (cuộc ${number}: ${formWords[form]})`
  const hour = form === 'doorToDoor' && startClock === null ? '' : `${clockWords(startClock)}, `
  return [field(`Thời gian${which}`, `${hour}${formatIssueDay(heldOn)}`), field(`Địa điểm${which}`, place)]
}

function attendance({ area, place, season }: PaperFacts, gatherings: readonly Gathering[], counted: MeetingCount): FormBlock[] {
  const households = standingEvents(area.events).find(event => event.type === 'meet')?.households ?? area.households
  const { convened, present } = counted
  const absent = gatherings.flatMap(gathering => gathering.absent)
  const named = absent.length > 0 ? `, trong đó có: ${absent.join('; ')}` : ''
  return [
    ...(subjectWords(season).areHouseholds ? [text(`Tổng số hộ của ${areaWord(place.kind)}: ${formatNumber(households)} hộ.`)] : []),
    text(
      `Số được triệu tập: ${formatNumber(convened)}. Số có mặt: ${formatNumber(present)}. Số vắng: ${formatNumber(convened - present)}${named}.`,
    ),
    ...(gatherings.length > 1 ? [clusterTable(gatherings)] : []),
    ...(counted.quorum ? [text(`Tỷ lệ dự họp: ${measuredWords(counted.quorum)}.`)] : []),
  ]
}

function clusterTable(gatherings: readonly Gathering[]): FormTable {
  return {
    type: 'table',
    columns: [
      { heading: 'Cuộc', share: 10, align: 'center' },
      { heading: 'Cách họp', share: 30, align: 'left' },
      { heading: 'Triệu tập', share: 20, align: 'right' },
      { heading: 'Có mặt', share: 20, align: 'right' },
      { heading: 'Vắng', share: 20, align: 'right' },
    ],
    rows: gatherings.map(({ form, convened, present }, at) =>
      plainRow(String(at + 1), formWords[form], formatNumber(convened), formatNumber(present), formatNumber(convened - present)),
    ),
    isForThePen: false,
  }
}

function waysOf(gatherings: readonly Gathering[]): string {
  const ways = [...new Set(gatherings.map(({ way }) => wayWords[way]))]
  return ways.length > 0 ? ` bằng cách ${ways.join(' và ')}` : ''
}

/** Where the list was voted on as a whole, that vote is told before those of single households. */
function listVotes(gatherings: readonly Gathering[], noun: string): FormBlock[] {
  return gatherings.flatMap(({ list, exceptions }, at) => {
    if (!list) return []
    const where = gatherings.length > 1 ? `Cuộc ${at + 1}: b` : 'B'
    const but = exceptions.length > 0 ? `, riêng ${formatNumber(exceptions.length)} ${noun} được biểu quyết riêng` : ''
    return [text(`${where}iểu quyết chung cho cả danh sách: ${votesWords(list)}${but}.`)]
  })
}

function votesWords(votes: Votes): string {
  return `${formatNumber(votes.for)} đồng ý, ${formatNumber(votes.against)} không đồng ý, ${formatNumber(votes.other)} ý kiến khác`
}

/** Every household with its own votes, taken from the list where it was not voted on apart. */
function voteTable(facts: PaperFacts, counted: MeetingCount): FormTable {
  const { area } = facts
  const { nameHeading } = subjectWords(facts.season)
  const of = new Map(counted.candidates.map(each => [each.candidateId, each]))
  const scored = area.assessments.filter(({ stage, points }) => stage === 'meeting' && Object.keys(points).length > 0)
  const pointsOf = new Map(scored.map(({ candidateId, points }) => [candidateId, formatNumber(addPoints(Object.values(points)), 2)]))
  const hasPoints = pointsOf.size > 0
  const rows = listedCandidates(area).map(({ id, headName }, at): FormRow => {
    const each = of.get(id)
    const votes = each?.votes
    return plainRow(
      String(at + 1),
      headName,
      ...(hasPoints ? [pointsOf.get(id) ?? ''] : []),
      ...(votes ? [votes.for, votes.against, votes.other].map(count => formatNumber(count)) : ['', '', '']),
      each && proposes(each) ? 'Đề nghị' : 'Không đủ phiếu',
    )
  })
  return {
    type: 'table',
    columns: [
      { heading: 'TT', share: 7, align: 'center' },
      { heading: nameHeading, share: hasPoints ? 30 : 40, align: 'left' },
      ...(hasPoints ? [{ heading: 'Điểm', share: 10, align: 'center' } as const] : []),
      { heading: 'Đồng ý', share: 10, align: 'center' },
      { heading: 'Không đồng ý', share: 12, align: 'center' },
      { heading: 'Ý kiến khác', share: 11, align: 'center' },
      { heading: 'Kết quả', share: 20, align: 'left' },
    ],
    rows,
    isForThePen: false,
  }
}

function leftOut({ area }: PaperFacts): FormBlock[] {
  const reasons = new Map(leftOutOf(area.events).map(({ candidateId, reason }) => [candidateId, reason]))
  const named = area.candidates.flatMap(({ id, headName }) => (reasons.has(id) ? [`${headName} (${reasons.get(id)})`] : []))
  return named.length > 0 ? [text(`Không đưa vào danh sách đề nghị: ${named.join('; ')}.`)] : []
}

/** Few voted for them, by a measure nobody has verified, and the meeting proposes them for a reason it gives. */
function keptAllTheSame({ area }: PaperFacts): FormBlock[] {
  const reasons = new Map(meetingOf(area.events)?.kept?.map(({ candidateId, reason }) => [candidateId, reason]))
  const named = area.candidates.flatMap(({ id, headName }) => (reasons.has(id) ? [`${headName} (${reasons.get(id)})`] : []))
  return named.length > 0 ? [text(`Ít phiếu đồng ý mà vẫn đề nghị: ${named.join('; ')}.`)] : []
}

function conclusion(facts: PaperFacts, { candidates }: MeetingCount): string {
  const asked = candidates.find(({ consent }) => consent)?.consent
  const measure = asked?.blocks ? ` (${shareWords(asked.share)} đồng ý, ${asked.clause})` : ''
  const proposed = candidates.filter(proposes).length
  const { noun } = subjectWords(facts.season)
  return `Cuộc họp đề nghị tặng ${honourOfYear(facts)} cho ${formatNumber(proposed)} ${noun} đủ phiếu${measure}, trong ${formatNumber(candidates.length)} ${noun} được bình xét.`
}

/** `40/50, đạt 80%; phải từ 60% số được triệu tập (Điều 9, …): đủ`. What nobody verified is not held against a meeting on paper. */
function measuredWords({ part, whole, share, isReached, blocks, clause }: Measured): string {
  const reached = `${formatNumber(part)}/${formatNumber(whole)}, bằng ${formatNumber((part * 100) / Math.max(whole, 1), 1)}%`
  return blocks ? `${reached}; phải ${shareWords(share)} (${clause}): ${isReached ? 'đủ' : 'chưa đủ'}` : reached
}
