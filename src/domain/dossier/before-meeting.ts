import { formatDay } from '../calendar/plain-date.ts'
import type { TableColumn } from '../document/official-document.ts'
import { capitalise, formatNumber, lowerFirst } from '../kit/text.ts'
import { listedCandidates, stepsOf } from '../season/area.ts'
import type { AssessmentStage } from '../season/assessment.ts'
import { type Candidate, isStanding } from '../season/candidate.ts'
import type { Criterion } from '../title/rule-book.ts'
import { addPoints, type ScoredLine } from '../title/score-sheet.ts'
import { mayBlock } from '../title/sourced.ts'
import {
  type BallotBook,
  type BallotsPerSheet,
  type FormBlock,
  type FormPaper,
  type FormRow,
  field,
  heading,
  plainRow,
  text,
} from './form-paper.ts'
import {
  areaLines,
  formHead,
  headOf,
  honourOfYear,
  type PaperFacts,
  placeAround,
  signedAt,
  subjectWords,
  wholePlace,
} from './paper-facts.ts'

// Papers for the pen, filled in with what is known. Grounds for exclusion are asked on them and never told by them.

/** A household asks to be considered. The day is that of its registration; households not registered sign on a day of their own. */
export function registrationSheet(facts: PaperFacts, candidate: Candidate): FormPaper {
  const { law, place, season } = facts
  const { areHouseholds, signsAs } = subjectWords(season)
  return {
    ...formHead('registration', facts),
    issuerLines: [],
    placeAndDate: signedAt(place, candidate.registeredOn, season.year),
    title: 'Bản đăng ký',
    subtitle: `Thi đua đạt ${honourOfYear(facts)}`,
    addressees: [registrationGoesTo(facts)],
    blocks: [
      ...whoAndWhere(facts, candidate),
      ...(areHouseholds ? [field('Số người trong hộ', null)] : []),
      text(`${areHouseholds ? 'Gia đình tôi' : candidate.headName} đăng ký thi đua đạt ${honourOfYear(facts)} theo các tiêu chuẩn sau:`),
      ...law.book.standards.map(({ says }, at) => text(`${at + 1}. ${says.value}.`)),
      text(
        `${areHouseholds ? 'Gia đình tôi cùng nhau' : 'Mọi người cùng'} giữ đúng những điều đã đăng ký và mong được xem xét vào kỳ bình xét.`,
      ),
    ],
    signatures: [
      { capacity: headOf(place.kind), name: null },
      { capacity: signsAs, name: areHouseholds ? candidate.headName : null },
    ],
    orientation: 'portrait',
  }
}

/** To the head of the area; of units, to the committee of whoever reviews them, which is the level above a unit with a file of its own. */
function registrationGoesTo({ place, season }: PaperFacts): string {
  const { areHouseholds, isAlone } = subjectWords(season)
  if (areHouseholds) return `${headOf(place.kind)} ${place.name}`
  const receiver = isAlone ? place.aboveName : place.name
  return receiver === '' ? '……………………' : `Ủy ban nhân dân ${lowerFirst(receiver)}`
}

/** First what bars a household, to be ticked by itself; then each line of the sheet. */
export function selfAssessmentSheet(facts: PaperFacts, candidate: Candidate): FormPaper {
  const { law, place, season } = facts
  const { areHouseholds, signsAs } = subjectWords(season)
  return {
    ...formHead('selfAssessment', facts),
    issuerLines: [],
    placeAndDate: signedAt(place, null, season.year),
    title: 'Bảng tự đánh giá',
    subtitle: `Thực hiện tiêu chuẩn ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [
      ...whoAndWhere(facts, candidate),
      heading('I. Các trường hợp không xét tặng'),
      text('Tự đánh dấu X vào một ô ở mỗi dòng.'),
      {
        type: 'table',
        columns: [numberColumn, { heading: 'Trường hợp', share: 72, align: 'left' }, tick('Có'), tick('Không')],
        rows: law.book.exclusions.map(({ says }, at) => plainRow(String(at + 1), says.value, '', '')),
        isForThePen: false,
      },
      heading('II. Tự chấm điểm'),
      ...pointsTable(facts, [{ heading: 'Tự chấm', points: pointsOf(facts, candidate, 'self') }]),
    ],
    signatures: [
      { capacity: '', name: null },
      { capacity: signsAs, name: areHouseholds ? candidate.headName : null },
    ],
    orientation: 'portrait',
  }
}

/** What the meeting gives the household, beside what the household gave itself. */
export function scoreSheetOf(facts: PaperFacts, candidate: Candidate): FormPaper {
  const { place, season } = facts
  return {
    ...formHead('scoreSheet', facts),
    issuerLines: areaLines(place),
    placeAndDate: signedAt(place, null, season.year),
    title: 'Bảng chấm điểm',
    subtitle: `Bình xét ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [
      ...whoAndWhere(facts, candidate),
      ...pointsTable(facts, [
        { heading: 'Tự chấm', points: pointsOf(facts, candidate, 'self') },
        { heading: 'Họp chấm', points: pointsOf(facts, candidate, 'meeting') },
      ]),
    ],
    signatures: [
      { capacity: 'Thư ký', name: null },
      { capacity: 'Chủ trì', name: place.headName },
    ],
    orientation: 'portrait',
  }
}

/** Who is to be reviewed: those on the list once it is made, until then everybody registered. */
export function eligibleList(facts: PaperFacts): FormPaper {
  const { area, law, place, season } = facts
  const { areHouseholds, nameHeading, noun } = subjectWords(season)
  const listed = listedCandidates(area)
  const listedOn = area.events.findLast(({ type }) => type === 'list')?.on ?? null
  return {
    ...formHead('eligibleList', facts),
    issuerLines: areaLines(place),
    placeAndDate: signedAt(place, stepsOf(law.book).includes('list') ? listedOn : null, season.year),
    title: 'Danh sách',
    subtitle: `${capitalise(noun)} đủ điều kiện bình xét ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [
      text(
        `Tổng số: ${formatNumber(listed.length)} ${noun} đăng ký và đủ điều kiện${areHouseholds ? `, trên ${formatNumber(area.households)} hộ của ${place.name}` : ''}.`,
      ),
      {
        type: 'table',
        columns: [
          numberColumn,
          { heading: nameHeading, share: 34, align: 'left' },
          { heading: subjectWords(season).whereHeading, share: 24, align: 'left' },
          { heading: 'Ngày đăng ký', share: 16, align: 'center' },
          { heading: 'Ghi chú', share: 18, align: 'left' },
        ],
        rows: listed.map(({ headName, address, registeredOn }, at) =>
          plainRow(String(at + 1), headName, address || place.name, formatDay(registeredOn), ''),
        ),
        isForThePen: false,
      },
    ],
    signatures: [
      { capacity: '', name: null },
      { capacity: headOf(place.kind), name: place.headName },
    ],
    orientation: 'portrait',
  }
}

/** More ballots than anybody hands out in one village are a slip of the keyboard. */
export const mostBallots = 1000

/** A ballot for each person at the meeting: every household on the list, three boxes each. */
export function ballots(facts: PaperFacts, copies: number): BallotBook {
  const { area, place, season } = facts
  const names = listedCandidates(area).map(({ headName }) => headName)
  return {
    title: `Phiếu bình xét ${honourOfYear(facts)}, ${place.name}`,
    author: place.name,
    day: season.openedOn,
    ballot: {
      title: 'Phiếu bình xét',
      subtitle: capitalise(honourOfYear(facts)),
      issuerLines: areaLines(place),
      says: 'Đánh dấu X vào một ô ở mỗi dòng. Không ghi tên người bỏ phiếu.',
      names,
    },
    copies,
    perSheet: ballotsPerSheet(names.length),
  }
}

/** As many as fit: twelve lines on a quarter of the sheet, thirty on a half. */
export function ballotsPerSheet(households: number): BallotsPerSheet {
  if (households <= 12) return 4
  return households <= 30 ? 2 : 1
}

/** Everybody who may still be handed a sheet of their own. */
export function standingCandidates({ area }: Pick<PaperFacts, 'area'>): Candidate[] {
  return area.candidates.filter(isStanding)
}

const numberColumn: TableColumn = { heading: 'TT', share: 8, align: 'center' }

function tick(headed: string): TableColumn {
  return { heading: headed, share: 10, align: 'center' }
}

/** Whom a sheet is of and where to find them; a unit with a file of its own belongs to what stands above it. */
export function whoAndWhere({ place, season }: PaperFacts, { headName, address }: Candidate): FormBlock[] {
  const { isAlone, nameHeading, whereHeading } = subjectWords(season)
  const where = isAlone ? placeAround(place) : wholePlace(place)
  return [field(nameHeading, headName), field(whereHeading, [address, where].filter(Boolean).join(', '))]
}

type PointsColumn = { readonly heading: string; readonly points: Readonly<Record<string, number>> }

/** Each standard with its lines, the most each can bring where the province says so, and room for points. */
function pointsTable(facts: PaperFacts, given: readonly PointsColumn[]): FormBlock[] {
  const standards = linesOfSheet(facts)
  const cells = ({ code, says, most, isSure }: ScoredWords): string[] => [
    code,
    isSure ? says : `${says} (*)`,
    shown(most),
    ...given.map(({ points }) => shown(points[code])),
  ]
  const rows = standards.flatMap(({ criteria, ...standard }): FormRow[] => {
    return [{ look: 'group', cells: cells(standard) }, ...criteria.map(line => plainRow(...cells(line)))]
  })
  const most = standards.flatMap(standard => (standard.most === null ? [] : [standard.most]))
  const total: FormRow = {
    look: 'total',
    cells: ['', 'Tổng điểm', shown(most.length > 0 ? addPoints(most) : null), ...given.map(({ points }) => shown(totalOf(points)))],
  }
  const table: FormBlock = {
    type: 'table',
    columns: [
      { heading: 'Mã', share: 10, align: 'center' },
      { heading: 'Tiêu chuẩn, tiêu chí', share: 90 - 14 * (given.length + 1), align: 'left' },
      { heading: 'Điểm tối đa', share: 14, align: 'center' },
      ...given.map((column): TableColumn => ({ heading: column.heading, share: 14, align: 'center' })),
    ],
    rows: [...rows, total],
    isForThePen: true,
  }
  const isSure = standards.every(standard => standard.isSure && standard.criteria.every(line => line.isSure))
  return isSure ? [table] : [table, text('(*) Tiêu chí chưa đối chiếu với toàn văn.')]
}

/** `isSure`: read in the text, answered for by an officer, or the province's own. */
type ScoredWords = { readonly code: string; readonly says: string; readonly most: number | null; readonly isSure: boolean }

/** By the sheet of the province with its own words, or as the rule book says the lines where no sheet gives points. */
export function linesOfSheet({ law, confirmations }: PaperFacts): (ScoredWords & { readonly criteria: readonly ScoredWords[] })[] {
  const { book, prepared } = law
  const ofBook = ({ code, says }: Criterion): ScoredWords => ({
    code,
    says: says.value.replace(unread, ''),
    most: null,
    isSure: mayBlock(says, confirmations) && !unread.test(says.value),
  })
  const lines = new Map(
    book.standards.flatMap(({ criteria, ...standard }) => [standard, ...criteria]).map(line => [line.code, ofBook(line)]),
  )
  const ofSheet = ({ code, most, says }: ScoredLine): ScoredWords => {
    const line = lines.get(code)
    return says === null && line ? { ...line, most } : { code, says: says ?? '', most, isSure: true }
  }
  return prepared.sheet
    ? prepared.sheet.standards.map(standard => ({ ...ofSheet(standard), criteria: standard.criteria.map(ofSheet) }))
    : book.standards.map(standard => ({ ...ofBook(standard), criteria: standard.criteria.map(ofBook) }))
}

/** A remark of whoever read the text, no words of it. */
const unread = / \(phần sau chưa đọc được\)/u

function pointsOf({ area }: PaperFacts, { id }: Candidate, stage: AssessmentStage): Readonly<Record<string, number>> {
  return area.assessments.find(one => one.candidateId === id && one.stage === stage)?.points ?? {}
}

/** Nothing where nobody gave any: a paper that came in without its points is no zero. */
function totalOf(points: Readonly<Record<string, number>>): number | null {
  const each = Object.values(points)
  return each.length > 0 ? addPoints(each) : null
}

function shown(points: number | null | undefined): string {
  return points === null || points === undefined ? '' : formatNumber(points, 2)
}
