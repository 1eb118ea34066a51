import type { Reader } from '#contract/report.ts'

/** Who has a report open, kept for a few breaths in this process: nothing is decided by it and nothing is stored. */
const readers = new Map<string, Map<string, Reader & { readonly at: number }>>()
const forgottenAfterMs = 10_000

/** Notes that somebody is there, and answers who else is. `now` in milliseconds. */
export function meet(reportId: string, self: Reader, now: number): Reader[] {
  const here = readers.get(reportId) ?? new Map<string, Reader & { readonly at: number }>()
  here.set(self.accountId, { ...self, at: now })
  for (const [accountId, { at }] of here) if (now - at > forgottenAfterMs) here.delete(accountId)
  readers.set(reportId, here)
  for (const [id, others] of readers) if ([...others.values()].every(({ at }) => now - at > forgottenAfterMs)) readers.delete(id)
  return [...here.values()].filter(({ accountId }) => accountId !== self.accountId).map(({ at: _, ...reader }) => reader)
}
