/** The law or the state says no: a normal answer with a code `word.reason` and plain details. */
export type Refusal<Code extends string = string> = {
  readonly ok: false
  readonly code: Code
  readonly details: RefusalDetails
}
export type RefusalDetails = Readonly<Record<string, string | number | null>>

export type Ok<Value> = { readonly ok: true; readonly value: Value }

/** What a rule answers: a value, or a refusal. Faults (bugs, disk, network) are thrown instead. */
export type Result<Value, Code extends string = string> = Ok<Value> | Refusal<Code>

export function ok(): Ok<undefined>
export function ok<Value>(value: Value): Ok<Value>
export function ok(value?: unknown): Ok<unknown> {
  return { ok: true, value }
}

export function refuse<Code extends string>(code: Code, details: RefusalDetails = {}): Refusal<Code> {
  return { ok: false, code, details }
}
