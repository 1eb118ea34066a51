import { drawBody } from '#contract/report.ts'
import { command, fileQuery, query, sentFileQuery } from '../http/definitions.ts'
import { composeReport } from './compose.actions.ts'
import { drawReport, listSealedTexts, takePulse } from './desk.queries.ts'
import { listDutyViews, setDuty } from './duty.actions.ts'
import { issueReport } from './issue.actions.ts'
import { findPublicDraft, publishReport } from './public.actions.ts'
import {
  answerReportDrift,
  checkContent,
  checkForm,
  editReport,
  keepRemark,
  numberReport,
  recomposeReport,
  sendBackReport,
  signOffReport,
  submitReport,
} from './report.actions.ts'
import {
  downloadParams,
  downloadReport,
  explainReport,
  findReportView,
  listReportRows,
  previewParams,
  previewReport,
} from './report.queries.ts'
import { giveBackParagraph, takeParagraphs } from './taken.actions.ts'

export const reportCommands = [
  command('report.setDuty', setDuty),
  command('report.compose', composeReport),
  command('report.recompose', recomposeReport),
  command('report.edit', editReport),
  command('report.answerDrift', answerReportDrift),
  command('report.take', takeParagraphs),
  command('report.giveBack', giveBackParagraph),
  command('report.keepRemark', keepRemark),
  command('report.checkContent', checkContent),
  command('report.checkForm', checkForm),
  command('report.submit', submitReport),
  command('report.signOff', signOffReport),
  command('report.number', numberReport),
  command('report.issue', issueReport),
  command('report.sendBack', sendBackReport),
  command('report.publish', publishReport),
]

export const reportQueries = [
  query('report.duties', listDutyViews),
  query('report.list', listReportRows),
  query('report.one', findReportView),
  query('report.explain', explainReport),
  query('report.versions', listSealedTexts),
  query('report.pulse', takePulse),
  query('report.publicDraft', findPublicDraft),
]

export const reportFiles = [
  fileQuery('report.preview', previewParams, previewReport),
  sentFileQuery('report.draw', drawBody, drawReport),
  fileQuery('report.download', downloadParams, downloadReport),
]
