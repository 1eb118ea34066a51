import type { PlainDate } from '../calendar/plain-date.ts'
import { yearOf } from '../calendar/plain-date.ts'
import { cutoffOn, periodTitle, type ReportingPeriod } from '../calendar/reporting-period.ts'
import type { Block, OfficialDocument } from '../document/official-document.ts'
import { capitalise } from '../kit/text.ts'
import { aboveCommuneKinds, communeKinds, type OrgUnitKind, type OrgUnitVersion } from '../org/org-unit.ts'
import type { Signer } from '../org/position.ts'
import { movementName, type ReportForm } from './form.ts'
import type { ReportContent, ReportDuty, ReportSection } from './report.ts'

/** What stands around the text of a report when it becomes a document. */
export type DocumentFrame = {
  readonly unit: OrgUnitVersion
  readonly duty: ReportDuty
  readonly form: ReportForm
  readonly period: ReportingPeriod
  /** Who is to sign, or has signed; null while nobody holds a mandate. */
  readonly signer: Signer | null
  /** Given only after sign-off (Decree 30, Art. 15). */
  readonly number: { readonly number: number; readonly on: PlainDate } | null
}

/** The report as an administrative document, form 1.4 of Decree 30/2020/NĐ-CP, Annex III. */
export function toOfficialDocument(content: ReportContent, frame: DocumentFrame): OfficialDocument {
  const { unit, duty, period, signer, number } = frame
  const letterhead = unit.letterhead ?? { parentLines: [], nameLines: [unit.name.toLocaleUpperCase('vi')], place: '' }
  return {
    schemaVersion: 1,
    kind: 'report',
    issuer: { parentLines: letterhead.parentLines, nameLines: letterhead.nameLines, fullName: issuerOf(unit) },
    code: { number: number?.number ?? null, symbol: duty.symbol },
    placeAndDate: { place: letterhead.place, day: number?.on ?? null, year: number ? yearOf(number.on) : yearOf(cutoffOn(period)) },
    subject: subjectOf(frame),
    addressees: duty.isReceiverSuperior ? [duty.receiverName] : [],
    authority: null,
    bases: [],
    blocks: content.sections.flatMap(toBlocks),
    signature: { capacityLines: signer?.capacityLines ?? [], fullName: signer?.fullName ?? null },
    secondSignature: null,
    recipients: { lines: duty.isReceiverSuperior ? ['Như trên', ...duty.recipientLines] : duty.recipientLines, archive: duty.archive },
    appendices: content.appendices ?? [],
  }
}

const governed: readonly OrgUnitKind[] = [...communeKinds, ...aboveCommuneKinds]

/** Who issues, as running text calls it: of a place its people's committee (Decree 30/2020/NĐ-CP, Annex I, II.2). */
export function issuerOf({ kind, calledInText }: Pick<OrgUnitVersion, 'kind' | 'calledInText'>): string {
  return governed.includes(kind) ? `Ủy ban nhân dân ${calledInText}` : calledInText
}

/** What a report of a request of its own is about: `Chuyên đề nhà văn hóa` of `Báo cáo chuyên đề nhà văn hóa`. */
export function matterOf({ title }: { readonly title: string }): string {
  return capitalise(title.replace(/^báo cáo\s+(?=\S)/iu, ''))
}

export function subjectOf({ form, period }: Pick<DocumentFrame, 'form' | 'period'>): string {
  return form.subject.replace('{movement}', movementName).replace('{period}', periodTitle(period))
}

function toBlocks(section: ReportSection): Block[] {
  const heading: Block[] =
    section.heading === null || section.level === 0
      ? []
      : [
          {
            type: 'heading',
            id: section.key,
            level: section.level,
            label: section.label ?? '',
            inlines: [{ type: 'text', text: section.heading }],
          },
        ]
  return [...heading, ...section.paragraphs.map(({ id, label, inlines }): Block => ({ type: 'paragraph', id, label, inlines }))]
}

/** The sealed text with what is given afterwards: who signed, which number, which day. */
export function withSignatureAndNumber(
  sealed: OfficialDocument,
  { signer, number }: Pick<DocumentFrame, 'signer' | 'number'>,
): OfficialDocument {
  const { code, placeAndDate } = sealed
  return {
    ...sealed,
    code: { ...code, number: number?.number ?? null },
    placeAndDate: placeAndDate && number ? { ...placeAndDate, day: number.on, year: yearOf(number.on) } : placeAndDate,
    signature: { capacityLines: signer?.capacityLines ?? [], fullName: signer?.fullName ?? null },
  }
}
