import { z } from 'zod'
import type { ApiParameter, ApiSchema } from '#contract/api-description.ts'

/** What one may send, as JSON Schema 2020-12. What only a rule in words can say stays with the refusals. */
export function toSchema(schema: z.ZodType): ApiSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: tellLength })
  return json as ApiSchema
}

/** The members of a query, each a parameter of its own. */
export function toParameters(schema: z.ZodType, path = ''): ApiParameter[] {
  const { properties = {}, required = [] } = toSchema(schema)
  return Object.entries(properties).map(([name, member]) => {
    const isInPath = path.includes(`:${name}`)
    return { name, in: isInPath ? 'path' : 'query', required: isInPath || required.includes(name), schema: member }
  })
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>

/** Text is trimmed before it is measured: how long it may be stands behind that step, out of the library's sight. */
const tellLength: Override = ({ zodSchema, jsonSchema }) => {
  if (!(zodSchema instanceof z.ZodPipe) || !(zodSchema.out instanceof z.ZodString)) return
  const { minLength, maxLength } = toSchema(zodSchema.out) as { minLength?: number; maxLength?: number }
  Object.assign(jsonSchema, minLength !== undefined && { minLength }, maxLength !== undefined && { maxLength })
}
