import type { z } from 'zod'
import type { draftDecisionParams, printDecisionParams, printDrawParams, printPaperParams, takeDossierParams } from '#contract/dossier.ts'

/** Where papers are fetched, each a file the browser opens or keeps. */
export const paperAddress = (wanted: z.input<typeof printPaperParams>): string => `/api/dossier.print?${searchOf(wanted)}`
export const decisionPaperAddress = (wanted: z.input<typeof printDecisionParams>): string =>
  `/api/dossier.printDecision?${searchOf(wanted)}`
export const draftAddress = (wanted: z.input<typeof draftDecisionParams>): string => `/api/dossier.draftDecision?${searchOf(wanted)}`
export const drawAddress = (wanted: z.input<typeof printDrawParams>): string => `/api/dossier.printDraw?${searchOf(wanted)}`
export const dossierAddress = (wanted: z.input<typeof takeDossierParams>): string => `/api/dossier.take?${searchOf(wanted)}`

function searchOf(wanted: object): string {
  return new URLSearchParams(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()
}
