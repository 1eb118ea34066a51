import type { ApiOperation, ApiSchema } from '#contract/api-description.ts'

/** One thing to send: where it stands (`candidates[].id`), what it is called, what it may be. */
export type ApiField = { readonly path: string; readonly label: string; readonly kind: string; readonly isRequired: boolean }

/** Everything an operation takes, from its address and from its body. */
export function fieldsOf({ parameters = [], requestBody }: ApiOperation): ApiField[] {
  const asked = parameters.flatMap(({ name, required, schema }) => membersAt(name, schema, required))
  const [body] = Object.values(requestBody?.content ?? {})
  return [...asked, ...(body ? membersOf(body.schema, '') : [])]
}

function membersOf({ properties = {}, required = [] }: ApiSchema, before: string): ApiField[] {
  return Object.entries(properties).flatMap(([name, member]) => membersAt(`${before}${name}`, member, required.includes(name)))
}

function membersAt(path: string, schema: ApiSchema, isRequired: boolean): ApiField[] {
  const own = withoutNull(schema)
  const itself = { path, label: schema.title ?? own.title ?? own.items?.title ?? '', kind: kindOf(schema), isRequired }
  return [itself, ...membersOf(own, `${path}.`), ...(own.items ? membersOf(own.items, `${path}[].`) : [])]
}

function withoutNull(schema: ApiSchema): ApiSchema {
  const others = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null')
  return others.length === 1 && others[0] ? others[0] : schema
}

const formats: Readonly<Record<string, string>> = { date: 'ngày, như 2026-01-31', uuid: 'mã (UUID)', binary: 'tệp' }
const types: Readonly<Record<string, string>> = {
  string: 'chữ',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'có hay không',
  array: 'danh sách',
  object: 'nhóm',
  null: 'trống',
}

function kindOf(schema: ApiSchema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(kindOf))].join(' hoặc ')
  if (schema.enum) return schema.enum.join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const kind = formats[schema.format ?? ''] ?? types[schema.type ?? ''] ?? 'tùy việc'
  return schema.maxLength === undefined ? kind : `${kind}, tới ${schema.maxLength} ký tự`
}
