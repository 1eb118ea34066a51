import { command, query } from '../http/definitions.ts'
import {
  answerAreaOpinion,
  appraiseDossier,
  concludeAreaMeeting,
  gather,
  makeList,
  postList,
  receiveAreaOpinion,
  sendDossierBack,
  strikeGathering,
  submitDossier,
} from './area.actions.ts'
import { decideSeason, handOverCertificates, publishDecision } from './decision.actions.ts'
import { lookForGrounds, reviewSeasonGrounds } from './grounds.actions.ts'
import { revokeRecognition } from './revocation.actions.ts'
import { assessCandidates, carryOverCandidates, openSeasonOfUnit, registerCandidates, withdrawSeasonCandidate } from './season.actions.ts'
import { findProposal, findSeasonArea, findSeasonBoard, listSeasonViews } from './season.queries.ts'
import { takeRegistrations } from './take-registrations.ts'
import { findYearsOfHousehold, findYearsOfUnit } from './years.queries.ts'

export const seasonCommands = [
  command('season.open', openSeasonOfUnit),
  command('season.register', registerCandidates),
  command('season.carryOver', carryOverCandidates),
  command('season.takeRegistrations', takeRegistrations),
  command('season.withdraw', withdrawSeasonCandidate),
  command('season.assess', assessCandidates),
  command('season.makeList', makeList),
  command('season.gather', gather),
  command('season.strikeGathering', strikeGathering),
  command('season.concludeMeeting', concludeAreaMeeting),
  command('season.post', postList),
  command('season.receiveOpinion', receiveAreaOpinion),
  command('season.answerOpinion', answerAreaOpinion),
  command('season.submit', submitDossier),
  command('season.lookForGrounds', lookForGrounds),
  command('season.reviewGrounds', reviewSeasonGrounds),
  command('season.appraise', appraiseDossier),
  command('season.sendBack', sendDossierBack),
  command('season.decide', decideSeason),
  command('season.publish', publishDecision),
  command('season.handOver', handOverCertificates),
  command('season.revoke', revokeRecognition),
]

export const seasonQueries = [
  query('season.list', listSeasonViews),
  query('season.board', findSeasonBoard),
  query('season.area', findSeasonArea),
  query('season.proposal', findProposal),
  query('season.yearsOfHousehold', findYearsOfHousehold),
  query('season.yearsOfUnit', findYearsOfUnit),
]
