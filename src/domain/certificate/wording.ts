import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { capitalise, lowerFirst } from '../kit/text.ts'
import type { OrgUnitKind, OrgUnitVersion } from '../org/org-unit.ts'
import { authorityOf } from '../season/decision.ts'
import { decidingOn } from '../title/authority.ts'
import type { RuleBook } from '../title/rule-book.ts'
import { ruleBookOn } from '../title/rule-books.ts'
import type { LevelName } from '../title/score-sheet.ts'
import { isVerified } from '../title/sourced.ts'

const kinds = ['Giấy công nhận', 'Giấy chứng nhận', 'Bằng công nhận', 'Bằng chứng nhận', 'Giấy khen'] as const

/** What is handed over with a decision. */
type CertificateKind = (typeof kinds)[number]

type Paper = Pick<RuleBook, 'certificate' | 'ofProvince'>

/**
 * The paper a text names. Where it names two, the second is for another recognition (08/2014/TT-BVHTTDL, Art. 7); where
 * nobody has read which it is, the plain one; of a title of a province's own, what the province calls it.
 */
export function certificateOf({ certificate, ofProvince }: Paper, round: 'first' | 'again' = 'first'): string {
  if (ofProvince?.paper) return ofProvince.paper.heading
  const named = kindsNamed(certificate.value ?? '')
  return (round === 'again' ? named.at(-1) : named[0]) ?? 'Giấy công nhận'
}

function kindsNamed(said: string): CertificateKind[] {
  return kinds.filter(kind => said.includes(kind)).toSorted((a, b) => said.indexOf(a) - said.indexOf(b))
}

/** What whoever prints is told and the paper is not: that nobody has read the form, nor, it may be, what is handed over. */
export function remarkOn({ certificate, papers, ofProvince }: Paper & Pick<RuleBook, 'papers'>): string | null {
  if (ofProvince) return `Danh hiệu của tỉnh, lời trên giấy là lời tỉnh ghi: ${ofProvince.clause}.`
  const form = papers.find(({ code }) => code === 'certificate')?.form
  if (form && form.value !== null && isVerified(form)) return null
  return isVerified(certificate) && certificate.value !== null
    ? `Mẫu chưa xác minh: ${certificate.clause} trao ${lowerFirst(certificate.value)}, chưa đọc được mẫu in.`
    : `Mẫu chưa xác minh: chưa đọc được văn bản trao giấy gì, đang in là ${lowerFirst(certificateOf({ certificate }))}.`
}

/** Who decided and when; a people's committee decides for the level it stands under. */
type Act = { readonly issuer: Pick<OrgUnitVersion, 'kind'>; readonly parentKind?: OrgUnitKind | null; readonly on: PlainDate }

/** The round an act is of, told by who decided; the first where the text has one authority for both or names none. */
export function roundOfAct(book: Pick<RuleBook, 'deciding'>, { issuer, parentKind = null, on }: Act): 'first' | 'again' {
  const [first, again] = (['first', 'again'] as const).map(round => decidingOn(book, on, round)?.authority.value)
  return again && again !== first && again === authorityOf(issuer.kind, parentKind) ? 'again' : 'first'
}

/** `Giấy công nhận Gia đình văn hóa`, `Giấy khen Khu dân cư văn hóa`: what one prints. */
export function certificateName(book: Paper & Pick<RuleBook, 'name'>): string {
  const kind = certificateOf(book)
  return book.name.startsWith(kind) ? book.name : `${kind} ${book.name}`
}

/** Whom the paper is for and where the title is won. */
export type Holder = {
  /** Null: a household. */
  readonly kind: OrgUnitKind | null
  /** What the province calls its areas and their title on the day, where somebody confirmed that. */
  readonly levelNames: readonly LevelName[]
}

const kindWords: Partial<Record<OrgUnitKind, string>> = {
  hamlet: 'thôn',
  neighbourhood: 'tổ dân phố',
  commune: 'xã',
  ward: 'phường',
  township: 'thị trấn',
  specialZone: 'đặc khu',
  enterprise: 'doanh nghiệp',
}

/**
 * What the title is called for one holder: by the province where it has a name for such a place, else by the one of the
 * kinds the text lists (`Xã, phường, thị trấn tiêu biểu` for a ward: `Phường tiêu biểu`), else as the text calls it.
 */
export function titleFor({ name, honour }: Pick<RuleBook, 'name' | 'honour'>, { kind, levelNames }: Holder): string {
  const ofProvince = honour === 'culturalArea' ? levelNames.find(level => level.kind === kind)?.titleName : undefined
  return ofProvince ?? listedName(name, kind) ?? name
}

type Called = Pick<RuleBook, 'name' | 'honour' | 'praise' | 'certificate'>

/** Whether a title is one of residential areas, which provinces call by names of their own, or a letter of praise for it. */
export function isCalledByProvince({ honour, praise }: Pick<RuleBook, 'honour' | 'praise'>): boolean {
  return (praise?.of ?? honour) === 'culturalArea'
}

/** The book under the names the province has for these kinds of place, each once; where it has none, as the text calls it. */
export function bookCalled<Book extends Called>(book: Book, places: readonly OrgUnitKind[], levelNames: readonly LevelName[]): Book {
  if (!isCalledByProvince(book) || !levelNames.some(({ kind }) => places.includes(kind))) return book
  const names = places.map(kind => {
    const name = levelNames.find(level => level.kind === kind)?.titleName
    if (!book.praise) return titleFor(book, { kind, levelNames })
    return name === undefined ? book.name : `${certificateOf(book)} ${name}`
  })
  return { ...book, name: [...new Set(names)].join(', ') }
}

function listedName(name: string, kind: OrgUnitKind | null): string | undefined {
  const word = kind && kindWords[kind]
  const listed = name.split(', ')
  const last = listed.at(-1)?.toLocaleLowerCase('vi') ?? ''
  const lastWord = Object.values(kindWords).find(each => last.startsWith(`${each} `))
  if (!word || !lastWord || listed.length === 1) return undefined
  const isListed = word === lastWord || listed.slice(0, -1).some(each => each.toLocaleLowerCase('vi') === word)
  return isListed ? capitalise(`${word}${last.slice(lastWord.length)}`) : undefined
}

/** The words in the middle of a sheet; `said` is how the square and the lists say it in one line. */
export type CertificateWording = {
  readonly heading: string
  readonly recipientLabel: string
  readonly reason: string
  readonly title: string
  readonly year: string
  readonly said: string
}

/** The words of one holder's paper. A letter of praise says which years of which title it is for. */
export function wordingOf(
  book: RuleBook,
  { year, round, holder }: { readonly year: number; readonly round: 'first' | 'again'; readonly holder: Holder },
): CertificateWording {
  const kind = certificateOf(book, round)
  const heading = kind.toLocaleUpperCase('vi')
  const family = holder.kind === null ? 'gia đình ông (bà)' : ''
  if (book.praise) {
    const { of, years } = book.praise
    const praised = ruleBookOn(of, plainDate(`${year}-12-31`)) ?? book
    return {
      heading,
      recipientLabel: ['Tặng', family].filter(Boolean).join(' '),
      reason: `đã ${years.value} năm liên tục đạt danh hiệu`,
      title: titleFor(praised, holder),
      year: `từ năm ${year - years.value + 1} đến năm ${year}`,
      said: `${kind} ${titleFor(praised, holder)}`,
    }
  }
  const title = titleFor(book, holder)
  const { paper, standsYears = null } = book.ofProvince ?? {}
  if (paper) {
    const term = standsYears === null ? '' : `, có giá trị ${standsYears} năm`
    return { heading, recipientLabel: paper.recipient, reason: paper.says, title, year: `năm ${year}${term}`, said: title }
  }
  return {
    heading,
    recipientLabel: capitalise(family),
    reason: book.recognition ? 'được công nhận danh hiệu' : 'đạt danh hiệu',
    title,
    year: `năm ${year}`,
    said: title,
  }
}
