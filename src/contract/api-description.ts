// The parts of an OpenAPI 3.1 document we write, and read again on the page that shows it. The whole standard knows more:
// https://spec.openapis.org/oas/v3.1.1.html

/** A JSON Schema (2020-12), as far as a reader of fields needs it. */
export type ApiSchema = {
  readonly title?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, ApiSchema>>
  readonly required?: readonly string[]
  readonly items?: ApiSchema
  readonly anyOf?: readonly ApiSchema[]
  readonly oneOf?: readonly ApiSchema[]
  readonly [keyword: string]: unknown
}

export type ApiParameter = {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required: boolean
  readonly schema: ApiSchema
}
export type ApiContent = Readonly<Record<string, { readonly schema: ApiSchema }>>
export type ApiResponse = { readonly description: string; readonly content?: ApiContent } | { readonly $ref: string }

export type ApiOperation = {
  readonly operationId: string
  readonly tags: readonly [string]
  readonly summary: string
  /** Who may, in words. */
  readonly description: string
  /** Empty: no account is needed. */
  readonly security?: readonly []
  readonly parameters?: readonly ApiParameter[]
  readonly requestBody?: { readonly required: true; readonly content: ApiContent }
  readonly responses: Readonly<Record<string, ApiResponse>>
}

export const apiMethods = ['get', 'post', 'delete'] as const
export type ApiMethod = (typeof apiMethods)[number]

/** Everything the server answers, generated from the contracts. */
export type ApiDescription = {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<ApiMethod, ApiOperation>>>>>
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, { readonly type: 'apiKey'; readonly in: 'cookie'; readonly name: string }>>
    readonly schemas: Readonly<Record<string, ApiSchema>>
    readonly responses: Readonly<Record<string, { readonly description: string; readonly content: ApiContent }>>
  }
}
