/** Faults of the database room that a person at the terminal can act on; each carries one Vietnamese sentence. */
export type DatabaseFaultCode =
  | 'database.busy'
  | 'database.too-old'
  | 'database.newer-than-code'
  | 'database.migration-changed'
  | 'database.collation'
  | 'backup.broken'
  | 'backup.newer-than-code'
  | 'backup.target-not-empty'
  | 'backup.failed'

/** A fault with a code to decide on and a Vietnamese sentence, its message, to show as it is. */
export type DatabaseFault = Error & { readonly code: DatabaseFaultCode; readonly details: Readonly<Record<string, string | number>> }

export function databaseFault(
  code: DatabaseFaultCode,
  sentence: string,
  details: DatabaseFault['details'] = {},
  cause?: unknown,
): DatabaseFault {
  return Object.assign(new Error(sentence, { cause }), { name: 'DatabaseFault', code, details })
}

/** The code an error of the system or of PostgreSQL carries: `ENOENT`, `23505`. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

export function isDatabaseFault(error: unknown): error is DatabaseFault {
  return error instanceof Error && error.name === 'DatabaseFault'
}
