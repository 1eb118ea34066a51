import { type AreaEvent, standingEvents } from './area.ts'

// Who submits a file, who appraises it and who decides on it are told apart by their accounts. No text that has been read
// says that they must be different people, so one who does two of the three is told of, on the screen and in the trail, and
// stopped by nobody.

type Handed = Extract<AreaEvent, { readonly type: 'submit' | 'appraise' }>

function handedOf(events: readonly AreaEvent[]): Handed[] {
  return standingEvents(events).filter(event => event.type === 'submit' || event.type === 'appraise')
}

/** Whether this account has submitted or appraised the file as it stands: what it does next with it, it does to its own work. */
export function isOwnFile(events: readonly AreaEvent[], accountId: string): boolean {
  return handedOf(events).some(({ byAccountId }) => byAccountId === accountId)
}

/** Who both submitted and appraised the file; null where two did, or where it is not that far. */
export function submittedAndAppraisedBy(events: readonly AreaEvent[]): string | null {
  const handed = handedOf(events)
  const submitted = handed.find(({ type }) => type === 'submit')
  const appraised = handed.find(({ type }) => type === 'appraise')
  return submitted && appraised?.byAccountId === submitted.byAccountId ? appraised.byName : null
}
