import { z } from 'zod'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { mostBallots } from '#domain/dossier/before-meeting.ts'
import { type AreaPaperCode, areaPaperCodes, decisionPaperCodes, type FormNumber } from '#domain/dossier/paper-kinds.ts'
import type { AreaStep } from '#domain/season/area.ts'
import { day, id, line, many, oneOf, symbolOfDecision } from './fields.ts'
import type { RefusalText } from './refusal-text.ts'

const area = { seasonId: id('Đợt bình xét'), areaUnitId: id('Bản, thôn, tổ dân phố') }
const format = oneOf('Dạng tệp', ['pdf', 'docx']).default('pdf')

export const dossierBodies = {
  /** Everything there is, for a village, a commune or an inspection: who asked, and what for, stays on record. */
  'dossier.ask': z.strictObject({
    id: id('Hồ sơ'),
    seasonId: id('Đợt bình xét'),
    /** Empty: all of the season. */
    areaUnitIds: many('Bản, thôn, tổ dân phố', id('Bản, thôn, tổ dân phố'), 2000),
    purpose: line('Lập để làm gì'),
  }),
}

export const dossierParams = {
  'dossier.papers': z.strictObject(area),
}

/** One paper of an area. `copies` is for ballots. */
export const printPaperParams = z.strictObject({
  ...area,
  code: oneOf('Giấy tờ', areaPaperCodes),
  candidateId: id('Hộ').optional(),
  copies: z.coerce
    .number({ error: 'Số phiếu: chưa nhập' })
    .int('Số phiếu: phải là số nguyên')
    .min(1, 'Số phiếu: ít nhất 1')
    .max(mostBallots, `Số phiếu: nhiều nhất ${mostBallots}`)
    .default(40),
  format,
})
export type PrintPaperParams = z.output<typeof printPaperParams>

/** A paper of a decision, or the act that took one recognition back. */
export const printDecisionParams = z.strictObject({
  decisionId: id('Quyết định'),
  code: oneOf('Giấy tờ', [...decisionPaperCodes, 'revocation']),
  candidateId: id('Hộ').optional(),
  format,
})
export type PrintDecisionParams = z.output<typeof printDecisionParams>

/** So many waiting ones fit into an address. */
export const mostExcepted = 300

/** The decision as it would be signed now, before it takes a number. */
export const draftDecisionParams = z.strictObject({
  seasonId: id('Đợt bình xét'),
  /** Left out: whose chair the law of today names. */
  issuerUnitId: id('Nơi quyết định').optional(),
  /** Left out: today. */
  on: day('Ngày quyết định').optional(),
  symbol: symbolOfDecision.default('QĐ-UBND'),
  round: oneOf('Lần công nhận', ['first', 'again']).optional(),
  /** What becomes of those of whom something is not known. */
  open: oneOf('Còn điều chưa rõ', ['wait', 'recognise']).default('wait'),
  /** Of those, who goes on waiting all the same; their ids with commas between. Left out: whoever has something to look at again. */
  except: z
    .string()
    .transform(ids => (ids === '' ? [] : ids.split(',')))
    .pipe(many('Hộ còn chờ', id('Hộ'), mostExcepted))
    .optional(),
  format,
})
export type DraftDecisionParams = z.output<typeof draftDecisionParams>

/** Whom a lot fell on, with room for what is found. */
export const printDrawParams = z.strictObject({ drawId: id('Lần rút'), format })
export type PrintDrawParams = z.output<typeof printDrawParams>

export const takeDossierParams = z.strictObject({ id: id('Hồ sơ'), as: oneOf('Dạng tệp', ['pdf', 'zip']) })
export type TakeDossierParams = z.output<typeof takeDossierParams>

export type AreaPaperView = {
  readonly code: AreaPaperCode
  /** Null: it can be printed. */
  readonly waitsFor: AreaStep | null
  readonly form: FormNumber | null
  readonly isEditable: boolean
  /** When it was first printed as it is printed ever since. */
  readonly keptOn: PlainDate | null
}
export type AreaPapersView = {
  readonly papers: readonly AreaPaperView[]
  /** What the dossier lacks, each in a sentence. */
  readonly gaps: readonly string[]
}
export type AskedDossier = { readonly id: string; readonly papers: number; readonly gaps: number }

export type DossierAnswers = {
  'dossier.papers': AreaPapersView
  'dossier.ask': AskedDossier
}

export type DossierRefusal = 'dossier.not-yet' | 'dossier.nothing' | 'dossier.unknown' | 'dossier.no-such-paper' | 'dossier.unprintable'
export const dossierRefusals: Record<DossierRefusal, RefusalText> = {
  'dossier.not-yet': { status: 409, say: d => `${d.paper}: chờ xong bước ${d.step} mới in được.` },
  'dossier.nothing': { status: 422, say: 'Chưa có tên nào để in.' },
  'dossier.unknown': { status: 404, say: 'Không có hồ sơ này, hoặc không phải bạn lập.' },
  'dossier.no-such-paper': { status: 422, say: 'Văn bản của đợt này không có giấy tờ ấy.' },
  'dossier.unprintable': {
    status: 422,
    say: d => `Chưa in được: phông chữ của giấy không có ký tự ${d.signs}. Tìm ký tự ấy trong những gì đã ghi của đợt và gõ lại.`,
  },
}
