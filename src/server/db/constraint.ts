import { ok, type Refusal, type Result } from '#domain/kit/result.ts'

/**
 * Runs a write that a named constraint may turn down, and answers with the refusal when that one does. The second wall
 * behind a rule that was asked first. Whoever gets the refusal answers it: the transaction can do nothing more.
 */
export async function refuseOnViolation<Code extends string>(
  refusals: Readonly<Record<string, Refusal<Code>>>,
  write: () => Promise<unknown>,
): Promise<Result<undefined, Code>> {
  try {
    await write()
    return ok()
  } catch (error) {
    const refusal = refusals[constraintOf(error) ?? '']
    if (refusal) return refusal
    throw error
  }
}

function constraintOf(error: unknown): string | null {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null
}
