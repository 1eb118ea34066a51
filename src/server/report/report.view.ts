import type { RemarkView, ReportRow, ReportView } from '#contract/report.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { cutoffOn, periodNamed } from '#domain/calendar/reporting-period.ts'
import { inlineText } from '#domain/document/official-document.ts'
import type { DocumentStage, Remark } from '#domain/document/remark.ts'
import { compose, replaceWords } from '#domain/report/compose.ts'
import { driftBetween } from '#domain/report/edit.ts'
import type { ReportFacts } from '#domain/report/facts.ts'
import { type ReportState, stateOf } from '#domain/report/life.ts'
import { subjectOf } from '#domain/report/official.ts'
import { paragraphsOf, type ReportContent, type ReportDuty } from '#domain/report/report.ts'
import { contentWarnings } from '#domain/report/warnings.ts'
import type { Db } from '../db/connect.ts'
import { sha256Of } from '../files.ts'
import { codeOf } from './register.ts'
import type { ReportCase } from './report.case.ts'
import { type KeptRemark, listIssuedFiles, listKeptRemarks, type ReportHead } from './report.store.ts'
import { unprintableRemarks } from './unprintable.ts'
import { checkWritten } from './writers.ts'

export async function toReportView(tx: Db, reportCase: ReportCase): Promise<ReportView> {
  const { report, duty, facts, events, number } = reportCase
  const { form, period, unit } = facts
  const state = stateOf(events)
  return {
    ...toReportRow({ ...report, duty, form, period, state, number, unitName: unit.calledInText }),
    report,
    events,
    number,
    outline: headedParts(report.content, facts),
    remarks: withAnswers(await remarksOf(reportCase, stageOf(state)), reportCase, await listKeptRemarks(tx, report.id)),
    drift: driftBetween(report.content, compose(facts)),
    files: await listIssuedFiles(tx, report.id),
  }
}

/** As this report calls them where it has them. */
function headedParts({ sections }: ReportContent, facts: ReportFacts): ReportView['outline'] {
  return facts.form.sections.flatMap(({ key, heading }) => {
    const shown = heading && (sections.find(section => section.key === key)?.heading ?? replaceWords(heading, facts))
    return shown ? [{ key, heading: shown }] : []
  })
}

type Named = ReportHead & Pick<ReportFacts, 'form' | 'period'> & { readonly unitName: string }

export function toReportRow(head: Named): ReportRow {
  return {
    id: head.id,
    unitId: head.unitId,
    unitName: head.unitName,
    draftingUnitId: head.duty.draftingUnitId,
    periodName: head.periodName,
    requestId: head.requestId,
    state: head.state,
    version: head.version,
    dueOn: head.subject === null ? dueOn(head.duty, head.periodName) : null, // what is asked beside the regular has its own day
    ...calledBy(head),
  }
}

/** What people call a report by: its title, the number it bears or will bear, and the day it went out. */
export function calledBy({ form, period, number, duty }: Omit<Named, 'unitName'>): Pick<ReportRow, 'title' | 'code' | 'issuedOn'> {
  const code = number ? codeOf({ number, duty }) : `…/${duty.symbol}`
  return { title: subjectOf({ form, period }), code, issuedOn: number?.on ?? null }
}

/** Null where no text read so far sets the day. */
export function dueOn(duty: ReportDuty, periodName: string): PlainDate | null {
  const period = periodNamed(periodName)
  return period && duty.dueDaysAfterCutoff !== null ? addDays(cutoffOn(period), duty.dueDaysAfterCutoff) : null
}

/** Number and day are blank until they are given, and must not be afterwards. */
export function stageOf(state: ReportState): DocumentStage {
  return state === 'numbered' || state === 'issued' ? 'issued' : 'forSignature'
}

/** What the records say about the text, then what the very file says about its form. */
export async function remarksOf({ report, facts, document, signer }: ReportCase, stage: DocumentStage): Promise<Remark[]> {
  const known = {
    kind: document.kind,
    ...(facts.unit.letterhead && { place: facts.unit.letterhead.place }),
    ...(signer && { signature: { capacityLines: signer.capacityLines, fullName: signer.fullName } }),
  }
  return [
    ...contentWarnings(report.content, facts),
    ...(await checkWritten(document, stage, known)),
    ...unprintableRemarks({ report, document }),
  ]
}

/** A remark by what it says about which words: once the words change, an answer to it no longer stands. */
export function remarkKey(remark: Remark, { report }: Pick<ReportCase, 'report'>): string {
  const paragraph = paragraphsOf(report.content).find(candidate => candidate.id === remark.place.blockId)
  const words = paragraph ? inlineText(paragraph.inlines) : remark.place.words
  return `${remark.code}:${sha256Of(`${remark.place.blockId}|${remark.message}|${words}`).slice(0, 16)}`
}

function withAnswers(remarks: readonly Remark[], reportCase: ReportCase, kept: readonly KeptRemark[]): RemarkView[] {
  return remarks.map(remark => {
    const key = remarkKey(remark, reportCase)
    const answer = kept.find(candidate => candidate.remarkKey === key)
    return { ...remark, key, kept: answer ? { by: answer.byName, reason: answer.reason } : null }
  })
}
