import type { DocumentStage, Remark } from '#domain/document/remark.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { readDocx } from './read-docx.ts'
import { recognise } from './recognise.ts'
import { checkAppendices, checkBases, checkRunningText, checkWords } from './rules/body.ts'
import { checkAddressees, checkAsAbove, checkRecipients, checkSignature } from './rules/closing.ts'
import {
  checkGiven,
  checkIssuer,
  checkMotto,
  checkNationalName,
  checkNumber,
  checkPlaceAndDate,
  checkRegister,
  checkTitle,
} from './rules/letterhead.ts'
import { checkEncoding, checkFont, checkPage, checkPageNumber } from './rules/page.ts'
import type { Checked, CheckFacts } from './rules/remark.ts'

export type { CheckFacts } from './rules/remark.ts'

/** K01–K26 in their order; a check of words answers for several. */
const checks: readonly ((checked: Checked) => Remark[])[] = [
  checkPage,
  checkFont,
  checkEncoding,
  checkPageNumber,
  checkNationalName,
  checkMotto,
  checkIssuer,
  checkNumber,
  checkPlaceAndDate,
  checkGiven,
  checkRegister,
  checkTitle,
  checkRunningText,
  checkBases,
  checkSignature,
  checkAddressees,
  checkRecipients,
  checkAsAbove,
  checkAppendices,
  checkWords,
]

/** Everything a Word file shows of Decree 30/2020/NĐ-CP, whoever made it: a clerk's second look, which corrects nothing. */
export function checkDocx(
  bytes: Uint8Array,
  stage: DocumentStage,
  facts: CheckFacts = {},
): Result<{ readonly remarks: readonly Remark[] }, 'document.bad-file'> {
  const read = readDocx(bytes)
  if (!read.ok) return read
  const checked: Checked = { document: read.value, parts: recognise(read.value), stage, facts }
  return ok({ remarks: checks.flatMap(check => check(checked)) })
}
