import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

// `npm run answers` writes what every command and query answers as JSON Schema, out of the types of src/contract; a test fails
// when it is stale.

const root = join(import.meta.dirname, '..')
const answersFile = join(root, 'src/contract/answers.json')

/** One type for each part of the house, by the name of its file. */
const parts = {
  account: 'AccountAnswers',
  activity: 'ActivityAnswers',
  calendar: 'CalendarAnswers',
  consolidation: 'ConsolidationAnswers',
  document: 'DocumentAnswers',
  dossier: 'DossierAnswers',
  evidence: 'EvidenceAnswers',
  household: 'HouseholdAnswers',
  indicator: 'IndicatorAnswers',
  merit: 'MeritAnswers',
  notice: 'NoticeAnswers',
  org: 'OrgAnswers',
  overview: 'OverviewAnswers',
  plan: 'PlanAnswers',
  posted: 'PostedAnswers',
  report: 'ReportAnswers',
  request: 'RequestAnswers',
  return: 'ReturnAnswers',
  search: 'SearchAnswers',
  season: 'SeasonAnswers',
  signal: 'SignalAnswers',
  title: 'TitleAnswers',
  titleLaw: 'TitleLawAnswers',
  today: 'TodayAnswers',
} as const

type Json = { [key: string]: unknown }

/** `answers` by the name of the operation; `schemas` are what they are made of. A line each, so that a change shows as one. */
export function writeAnswers(): string {
  const generator = createGenerator({
    path: join(root, 'src/contract/*.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    skipTypeCheck: true, // the house checks itself
    expose: 'export',
    topRef: false,
    additionalProperties: true, // whoever reads takes no offence at more
    encodeRefs: false,
    jsDoc: 'none',
  })
  const answers: Record<string, unknown> = {}
  const schemas: Record<string, string> = {}
  for (const [part, type] of Object.entries(parts)) {
    const { definitions = {}, properties = {} } = generator.createSchema(type)
    const isOther = (name: string): boolean => {
      const known = schemas[plain(name)]
      return known !== undefined && known !== JSON.stringify(renamed(definitions[name], {}))
    }
    const names = Object.fromEntries(Object.keys(definitions).map(name => [name, isOther(name) ? `${part}.${name}` : plain(name)]))
    for (const [name, schema] of Object.entries(definitions)) schemas[names[name] ?? name] = JSON.stringify(renamed(schema, names))
    for (const [name, schema] of Object.entries(properties)) answers[name] = renamed(schema, names)
  }
  schemas['PlainDate'] = JSON.stringify({ type: 'string', format: 'date' }) // the types know it by its brand alone
  const answered = Object.fromEntries(Object.entries(answers).map(([name, schema]) => [name, JSON.stringify(schema)]))
  return `{\n  "answers": {\n${linesOf(answered)}\n  },\n  "schemas": {\n${linesOf(schemas)}\n  }\n}\n`
}

/** What Pick and Omit take out of types joined by `&` is partly lost on the generator: nothing is said rather than something wrong. */
function isLost(schema: Json): boolean {
  return schema['type'] === 'object' && Object.keys((schema['properties'] as Json | undefined) ?? { some: 1 }).length === 0
}

/** Each by its name, in order. */
function linesOf(of: Readonly<Record<string, string>>): string {
  return Object.keys(of)
    .toSorted()
    .map(name => `    ${JSON.stringify(name)}: ${of[name]}`)
    .join(',\n')
}

/** `RowsBehind<TaskBehind>` as OpenAPI lets a schema be called. */
function plain(name: string): string {
  return name.replace(/<(.*)>/u, '.$1')
}

/** Of the draft the generator writes into the one OpenAPI 3.1 reads; a name two parts use for two things is told apart. */
function renamed(schema: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(schema)) return schema.map(each => renamed(each, names))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, items, additionalItems: _, ...rest } = schema as Json
  if (Array.isArray(rest['anyOf']) && rest['anyOf'].some(isLost)) return {}
  if (Array.isArray(rest['allOf'])) rest['allOf'] = rest['allOf'].filter(each => !isLost(each))
  const of = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, renamed(value, names)]))
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/definitions/', '')
    of['$ref'] = `#/components/schemas/${names[name] ?? plain(name)}`
  }
  if (Array.isArray(items)) of['prefixItems'] = renamed(items, names)
  else if (items !== undefined) of['items'] = renamed(items, names)
  return of
}

if (import.meta.main) await writeFile(answersFile, writeAnswers())
