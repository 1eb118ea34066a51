import type { LaidBlock, LaidOut, LaidSignature } from '#documents/layout/laid-out.ts'
import { motto, nationalName } from '#documents/preset.ts'

/** Every text of a document in reading order, as the layout decided it. */
export function laidTexts(laid: LaidOut): string[] {
  const { letterhead: head, closing } = laid
  const recipients = [closing.recipientsLabel, ...closing.recipientLines]
  const signatures = closing.secondSignature
    ? [...signatureTexts(closing.secondSignature), ...signatureTexts(closing.signature), ...recipients]
    : [...recipients, ...signatureTexts(closing.signature)]
  return [
    ...head.parentLines,
    ...head.nameLines,
    nationalName,
    motto,
    head.numberLine,
    head.placeAndDateLine ?? '',
    ...head.letterSubjectLines,
    ...(laid.titleBlock ? [laid.titleBlock.kind, ...laid.titleBlock.subjectLines] : []),
    ...laid.addressees.map(line => line.text),
    laid.authority ?? '',
    ...laid.blocks.flatMap(blockTexts),
    ...signatures,
    ...laid.appendices.flatMap(({ label, titleLines, noteLines, blocks }) => [
      label,
      ...titleLines,
      ...noteLines,
      ...blocks.flatMap(blockTexts),
    ]),
  ]
}

function blockTexts(block: LaidBlock): string[] {
  if (block.type === 'paragraph') return [block.runs.map(run => run.text).join('')]
  return [...block.columns.map(column => column.heading), ...block.rows.flat().map(({ text }) => text)]
}

function signatureTexts({ capacityLines, officeLine, fullName }: LaidSignature): string[] {
  return [...capacityLines, officeLine ?? '', fullName]
}
