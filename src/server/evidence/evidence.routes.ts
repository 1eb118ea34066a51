import { z } from 'zod'
import { id } from '#contract/fields.ts'
import { command, fileQuery } from '../http/definitions.ts'
import { detachEvidence, readEvidence } from './evidence.actions.ts'

export const evidenceCommands = [command('evidence.detach', detachEvidence)]

export const evidenceFiles = [fileQuery('evidence/:id', z.strictObject({ id: id('Minh chứng') }), readEvidence)]
