import { dayInVietnam, formatDay, formatIssueDay, type PlainDate } from '../calendar/plain-date.ts'
import type { TableColumn } from '../document/official-document.ts'
import { capitalise, formatNumber } from '../kit/text.ts'
import { postedRows } from '../posted/posted-list.ts'
import { countOf, postingOf, proposedCandidates, standingEvents } from '../season/area.ts'
import type { Candidate } from '../season/candidate.ts'
import { type Opinion, type OpinionOutcome, postedDays } from '../season/posting.ts'
import { stepWords } from '../title/title-words.ts'
import { enclosures } from './enclosures.ts'
import { type FormBlock, type FormPaper, type FormTable, heading, plainRow, text } from './form-paper.ts'
import { decreesOf, named } from './law-citations.ts'
import {
  areaLines,
  formHead,
  givingOf,
  headOf,
  honourOfYear,
  type PaperFacts,
  type SubjectWords,
  signedAt,
  subjectWords,
} from './paper-facts.ts'

/**
 * What hangs out for everybody to read: names, and nothing else of anybody. No points, no votes, no household that was not
 * proposed and no reason (Law 91/2025/QH15, Art. 3). Where two heads bear one name, where they live tells them apart.
 */
export function postedList(facts: PaperFacts): FormPaper {
  const { area, law, place, season } = facts
  const { noun, nameHeading } = subjectWords(season)
  const posting = postingOf(area.events)
  const proposed = proposedCandidates(area, law)
  const rows = postedRows(proposed)
  const hasSame = rows.some(({ address }) => address !== '')
  return {
    ...formHead('postedList', facts),
    issuerLines: areaLines(place),
    placeAndDate: signedAt(place, posting?.from ?? null, season.year),
    title: 'Danh sách',
    subtitle: `${capitalise(noun)} được đề nghị tặng ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [
      ...(posting
        ? [
            text(
              `Niêm yết từ ${formatIssueDay(posting.from)} đến hết ${formatIssueDay(posting.lastOn)} (${postedDays(posting)} ngày) tại ${posting.place} để người dân góp ý. Ý kiến gửi ${headOf(place.kind)}.`,
            ),
          ]
        : []),
      {
        type: 'table',
        columns: [
          { heading: 'TT', share: 10, align: 'center' },
          { heading: nameHeading, share: hasSame ? 50 : 90, align: 'left' },
          ...(hasSame ? [{ heading: 'Nơi ở', share: 40, align: 'left' } as const] : []),
        ],
        rows: rows.map(({ number, name, address }) => plainRow(String(number), name, ...(hasSame ? [address] : []))),
        isForThePen: false,
      },
      text(`Tổng số: ${formatNumber(proposed.length)} ${noun}.`),
      ...(facts.postedAddress === null
        ? []
        : [{ type: 'square', address: facts.postedAddress, says: `Xem danh sách và góp ý: ${facts.postedAddress}` } as const]),
    ],
    signatures: [
      { capacity: '', name: null },
      { capacity: headOf(place.kind), name: place.headName },
    ],
    orientation: 'portrait',
  }
}

/** The letter the dossier goes with, from the head of the area to the chair of the commune. */
export function proposalLetter(facts: PaperFacts): FormPaper {
  const { area, law, place, season } = facts
  const { isAlone, noun } = subjectWords(season)
  const texts = decreesOf(law.book.cites).map(named).join(', ')
  const standing = standingEvents(area.events)
  const metOn = standing.find(({ type }) => type === 'meet')?.on
  const submittedOn = standing.find(({ type }) => type === 'submit')?.on ?? null
  const posting = postingOf(area.events)
  const { convened, present } = countOf(area, law)
  const proposed = proposedCandidates(area, law)
  const receiver = place.receiver === '' ? '……………………' : place.receiver
  const giving = givingOf(law.book)
  return {
    ...formHead('proposal', facts),
    issuerLines: areaLines(place),
    placeAndDate: signedAt(place, submittedOn, season.year),
    title: 'Văn bản đề nghị',
    subtitle: `${capitalise(giving)} ${honourOfYear(facts)}`,
    addressees: [receiver],
    blocks: [
      text(
        metOn
          ? `Theo ${texts}, ${place.name} đã họp bình xét ${honourOfYear(facts)} xong ${formatIssueDay(metOn)}, có mặt ${formatNumber(present)} trên ${formatNumber(convened)} người được triệu tập.`
          : `Theo ${texts}, ${place.name} đã đăng ký và tự đánh giá kết quả thực hiện tiêu chuẩn.`,
      ),
      ...(posting ? [text(postedWords(posting, area.opinions, submittedOn))] : []),
      ...(isAlone
        ? [text(`${headOf(place.kind)} đề nghị ${receiver} ${giving} ${honourOfYear(facts)} cho ${place.name}.`)]
        : [
            text(
              `${headOf(place.kind)} đề nghị ${receiver} ${giving} ${honourOfYear(facts)} cho ${formatNumber(proposed.length)} ${noun} có tên sau đây:`,
            ),
            namesTable(proposed, { areaName: place.name, ...subjectWords(season) }),
          ]),
      heading('Hồ sơ gửi kèm'),
      ...enclosures(facts).map((name, at) => text(`${at + 1}. ${name}.`)),
    ],
    signatures: [
      { capacity: '', name: null },
      { capacity: headOf(place.kind), name: place.headName },
    ],
    orientation: 'portrait',
  }
}

/** Households proposed, with their votes and what people said of them while the list was posted. */
export function summary(facts: PaperFacts): FormPaper {
  const { area, law, place, season } = facts
  const { noun, nameHeading } = subjectWords(season)
  const submittedOn = standingEvents(area.events).find(({ type }) => type === 'submit')?.on ?? null
  const votes = new Map(countOf(area, law).candidates.map(each => [each.candidateId, each.votes]))
  const { present } = countOf(area, law)
  const said = opinionsBy(area.opinions, submittedOn)
  return {
    ...formHead('summary', facts),
    issuerLines: areaLines(place),
    placeAndDate: signedAt(place, submittedOn, season.year),
    title: 'Bảng tổng hợp',
    subtitle: `Danh sách ${noun} đạt chuẩn ${honourOfYear(facts)} và kết quả lấy ý kiến người dân`,
    addressees: [],
    blocks: [
      {
        type: 'table',
        columns: [
          { heading: 'TT', share: 6, align: 'center' },
          { heading: nameHeading, share: 26, align: 'left' },
          { heading: subjectWords(season).whereHeading, share: 22, align: 'left' },
          { heading: 'Đồng ý/dự họp', share: 14, align: 'center' },
          { heading: 'Ý kiến người dân', share: 32, align: 'left' },
        ],
        rows: proposedCandidates(area, law).map(({ id, headName, address }, at) =>
          plainRow(
            String(at + 1),
            headName,
            address || place.name,
            `${formatNumber(votes.get(id)?.for ?? 0)}/${formatNumber(present)}`,
            opinionWords(said.filter(({ candidateId }) => candidateId === id)),
          ),
        ),
        isForThePen: false,
      },
      text(`Góp ý chung cho danh sách: ${formatNumber(said.filter(({ candidateId }) => candidateId === null).length)} ý kiến.`),
    ],
    signatures: [
      { capacity: 'Trưởng ban công tác Mặt trận', name: null },
      { capacity: headOf(place.kind), name: place.headName },
    ],
    orientation: 'landscape',
  }
}

/** What people said and what they were told: for the dossier, posted nowhere. Who spoke is not known to anybody. */
export function opinionBook(facts: PaperFacts): FormPaper {
  const { area, place, season } = facts
  const { noun } = subjectWords(season)
  const nameOf = new Map(area.candidates.map(({ id, headName }) => [id, headName]))
  return {
    ...formHead('opinions', facts),
    issuerLines: areaLines(place),
    placeAndDate: null,
    title: 'Sổ ý kiến người dân',
    subtitle: `Về danh sách niêm yết ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [
      {
        type: 'table',
        columns: [
          { heading: 'TT', share: 5, align: 'center' },
          { heading: 'Ngày nhận', share: 11, align: 'center' },
          { heading: `Về ${noun}`, share: 17, align: 'left' },
          { heading: 'Nội dung', share: 30, align: 'left' },
          { heading: 'Trả lời', share: 37, align: 'left' },
        ],
        rows: area.opinions.map(({ receivedOn, candidateId, says, answer }, at) =>
          plainRow(
            String(at + 1),
            formatDay(receivedOn),
            candidateId === null ? 'Góp ý chung' : (nameOf.get(candidateId) ?? ''),
            says,
            answer ? `${formatDay(answer.on)}, ${answer.by}: ${outcomeWords[answer.outcome]}. ${answer.reason}` : 'Chưa trả lời',
          ),
        ),
        isForThePen: false,
      },
      text(`Tổng số: ${formatNumber(area.opinions.length)} ý kiến.`),
    ],
    signatures: [
      { capacity: '', name: null },
      { capacity: headOf(place.kind), name: place.headName },
    ],
    orientation: 'landscape',
  }
}

/** Who did which step on which day, and when it was written down: what an inspection asks first. */
export function history(facts: PaperFacts): FormPaper {
  const { area, place } = facts
  const inOrder = area.events.toSorted((a, b) => a.sequence - b.sequence)
  return {
    ...formHead('history', facts),
    issuerLines: areaLines(place),
    placeAndDate: null,
    title: 'Diễn biến bình xét',
    subtitle: capitalise(honourOfYear(facts)),
    addressees: [],
    blocks: [
      {
        type: 'table',
        columns: [
          { heading: 'TT', share: 7, align: 'center' },
          { heading: 'Bước', share: 33, align: 'left' },
          { heading: 'Ngày', share: 16, align: 'center' },
          { heading: 'Người ghi', share: 26, align: 'left' },
          { heading: 'Ghi vào sổ', share: 18, align: 'center' },
        ],
        rows: inOrder.map((event, at) =>
          plainRow(
            String(at + 1),
            event.type === 'sentBack'
              ? `Trả lại, làm lại từ bước ${stepWords[event.backTo].toLocaleLowerCase('vi')}: ${event.reason}`
              : stepWords[event.type],
            formatDay(event.on),
            event.byName,
            formatDay(dayInVietnam(event.at)),
          ),
        ),
        isForThePen: false,
      },
    ],
    signatures: [],
    orientation: 'portrait',
  }
}

export const outcomeWords: Record<OpinionOutcome, string> = { dismissed: 'giữ trong danh sách', upheld: 'đưa ra khỏi danh sách' }

function postedWords(
  posting: { readonly from: PlainDate; readonly lastOn: PlainDate; readonly place: string },
  opinions: readonly Opinion[],
  until: PlainDate | null,
): string {
  const said = opinionsBy(opinions, until)
  const answered = said.filter(({ answer }) => answer !== null).length
  const came = said.length === 0 ? 'không có ý kiến nào' : `nhận ${formatNumber(said.length)} ý kiến, đã trả lời ${formatNumber(answered)}`
  return `Danh sách được niêm yết tại ${posting.place} từ ${formatIssueDay(posting.from)} đến hết ${formatIssueDay(posting.lastOn)}; ${came}.`
}

/** As they stood on a day: what came or was answered later is told by a later paper. */
function opinionsBy(opinions: readonly Opinion[], until: PlainDate | null): Opinion[] {
  if (until === null) return [...opinions]
  return opinions
    .filter(({ receivedOn }) => receivedOn <= until)
    .map(opinion => (opinion.answer && opinion.answer.on > until ? { ...opinion, answer: null } : opinion))
}

function opinionWords(opinions: readonly Opinion[]): string {
  if (opinions.length === 0) return 'Không có'
  const answered = opinions.flatMap(({ answer }) => (answer ? [outcomeWords[answer.outcome]] : []))
  const waiting = opinions.length - answered.length
  return [
    `${formatNumber(opinions.length)} ý kiến`,
    ...new Set(answered),
    ...(waiting > 0 ? [`${formatNumber(waiting)} chưa trả lời`] : []),
  ].join('; ')
}

function namesTable(
  candidates: readonly Candidate[],
  { areaName, nameHeading, whereHeading }: Pick<SubjectWords, 'nameHeading' | 'whereHeading'> & { readonly areaName: string },
): FormBlock {
  const columns: TableColumn[] = [
    { heading: 'TT', share: 10, align: 'center' },
    { heading: nameHeading, share: 48, align: 'left' },
    { heading: whereHeading, share: 42, align: 'left' },
  ]
  const rows = candidates.map(({ headName, address }, at) => plainRow(String(at + 1), headName, address || areaName))
  return { type: 'table', columns, rows, isForThePen: false } satisfies FormTable
}
