import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { plainDate, yearOf } from '#domain/calendar/plain-date.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import { decision } from './decision.ts'
import { invitation } from './invitation.ts'
import { minutes } from './minutes.ts'
import { notice } from './notice.ts'
import { officialLetter } from './official-letter.ts'
import { plan } from './plan.ts'
import { proposal } from './proposal.ts'
import { sampleReport } from './sample-report.ts'

/** One document of every kind the house composes, as it lies before its signer. */
export const drafts: Readonly<Record<OfficialDocument['kind'], OfficialDocument>> = {
  report: sampleReport,
  plan,
  officialLetter,
  decision,
  proposal,
  notice,
  minutes,
  invitation,
}

/** The same document with its number and day. */
export function issued(document: OfficialDocument, number = 7, day?: PlainDate): OfficialDocument {
  const place = document.placeAndDate
  const on = day ?? plainDate(`${place?.year ?? 2026}-06-05`)
  return { ...document, code: { ...document.code, number }, placeAndDate: place && { ...place, day: on, year: yearOf(on) } }
}
