import { printLetterParams } from '#contract/request-letter.ts'
import { exportParams, returnParams } from '#contract/return.ts'
import { command, fileQuery, query } from '../http/definitions.ts'
import { addUnit, listAddable } from './add-unit.actions.ts'
import { exportFigures } from './export.ts'
import { listLetterViews, printLetter, signLetter, writeLetter } from './letter.actions.ts'
import { remindUnits } from './reminder.actions.ts'
import { amendRequest, openRequest, sendRequest, setRegime } from './request.actions.ts'
import { findBoard, findRequestView, listRegimeViews, listRequestLines } from './request.queries.ts'
import { acceptReturns, handInReturn, keepFlag, saveReturn, sendBackReturn, typeIn } from './return.actions.ts'
import { findReturnView, findSealedReturn } from './return.queries.ts'
import { takeSheet } from './sheet.actions.ts'
import { writeTemplate } from './sheet.template.ts'
import { listWaiting } from './waiting.queries.ts'

export const requestCommands = [
  command('request.setRegime', setRegime),
  command('request.open', openRequest),
  command('request.amend', amendRequest),
  command('request.send', sendRequest),
  command('request.addUnit', addUnit),
  command('request.remind', remindUnits),
  command('request.writeLetter', writeLetter),
  command('request.signLetter', signLetter),
  command('return.save', saveReturn),
  command('return.typeIn', typeIn),
  command('return.takeSheet', takeSheet),
  command('return.keepFlag', keepFlag),
  command('return.handIn', handInReturn),
  command('return.sendBack', sendBackReturn),
  command('return.accept', acceptReturns),
]

export const requestQueries = [
  query('request.regimes', listRegimeViews),
  query('request.list', listRequestLines),
  query('request.one', findRequestView),
  query('request.board', findBoard),
  query('request.addable', listAddable),
  query('request.waiting', listWaiting),
  query('request.letters', listLetterViews),
  query('return.one', findReturnView),
  query('return.version', findSealedReturn),
]

export const requestFiles = [
  fileQuery('return.template', returnParams['return.one'], writeTemplate),
  fileQuery('return.export', exportParams, exportFigures),
  fileQuery('request.printLetter', printLetterParams, printLetter),
]
