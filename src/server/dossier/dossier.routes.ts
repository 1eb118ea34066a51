import { draftDecisionParams, printDecisionParams, printDrawParams, printPaperParams, takeDossierParams } from '#contract/dossier.ts'
import { command, fileQuery, query } from '../http/definitions.ts'
import { askForDossier, takeDossier } from './dossier.actions.ts'
import { listAreaPapers, printDecisionPaper, printPaper } from './dossier.queries.ts'
import { draftDecision } from './draft.queries.ts'
import { printDraw } from './draw.queries.ts'

export const dossierCommands = [command('dossier.ask', askForDossier)]

export const dossierQueries = [query('dossier.papers', listAreaPapers)]

export const dossierFiles = [
  fileQuery('dossier.print', printPaperParams, printPaper),
  fileQuery('dossier.printDecision', printDecisionParams, printDecisionPaper),
  fileQuery('dossier.draftDecision', draftDecisionParams, draftDecision),
  fileQuery('dossier.printDraw', printDrawParams, printDraw),
  fileQuery('dossier.take', takeDossierParams, takeDossier),
]
