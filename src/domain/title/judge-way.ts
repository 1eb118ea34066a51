import { type CandidateFacts, type ReviewMeeting, standardsAsFound } from './candidate-facts.ts'
import type { Prepared } from './prepared.ts'
import { reaches, type Share } from './rule-book.ts'
import { hold, miss, missFor, type Verdict } from './verdict.ts'

/** Only who registered, and in time, is considered, where the text says so. */
export function judgeRegistration(
  { mustRegister, registerBefore }: Prepared,
  { registeredOn, year }: CandidateFacts,
  verdict: Verdict,
): void {
  if (registeredOn === null) {
    if (mustRegister) hold(verdict, mustRegister, 'not-registered', { year })
    return
  }
  if (registerBefore && registeredOn >= `${year}-${registerBefore.value}`)
    hold(verdict, registerBefore, 'registered-late', { on: registeredOn, before: `${year}-${registerBefore.value}` })
}

/** What is met or not, without points: every standard of some texts, and what must be true before the standards. */
export function judgeRequirements({ mustBeMet, ownFinding }: Prepared, { met }: CandidateFacts, verdict: Verdict): void {
  for (const rule of mustBeMet) {
    const answer = met[rule.value]
    if (answer === undefined) missFor(rule, verdict, { code: 'met', of: rule.value })
    else if (!answer) hold(verdict, rule, 'not-met', { standard: rule.value })
  }
  if (!ownFinding) return
  const found = met[standardsAsFound]
  if (found === undefined) miss(verdict, 'standards')
  else if (!found) hold(verdict, ownFinding, 'not-met', { standard: standardsAsFound })
}

/** Quorum of those convened, consent of those present, or whatever whole the rule names. */
export function judgeMeeting({ meeting: step, quorum, consent }: Prepared, { meeting, votesFor }: CandidateFacts, verdict: Verdict): void {
  if (!step) return
  if (meeting === null) return missFor(step, verdict, { code: 'meeting', of: null })
  if (quorum) {
    const whole = wholeOf(quorum.value, meeting)
    if (whole === null) missFor(quorum, verdict, { code: 'households', of: null })
    else if (!reaches(quorum.value, meeting.present, whole))
      hold(verdict, quorum, 'no-quorum', { present: meeting.present, of: whole, percent: quorum.value.percent })
  }
  if (!consent) return
  const whole = wholeOf(consent.value, meeting)
  if (votesFor === null) missFor(consent, verdict, { code: 'votes', of: null })
  else if (whole === null) missFor(consent, verdict, { code: 'households', of: null })
  else if (!reaches(consent.value, votesFor, whole))
    hold(verdict, consent, 'too-few-votes', { votes: votesFor, of: whole, percent: consent.value.percent })
}

export function judgePosting({ posting }: Prepared, { postedDays }: CandidateFacts, verdict: Verdict): void {
  if (!posting) return
  if (postedDays === null) missFor(posting, verdict, { code: 'posting', of: null })
  else if (postedDays < posting.value) hold(verdict, posting, 'posted-too-short', { days: postedDays, least: posting.value })
}

export function judgeContentment({ contentment }: Prepared, { content }: CandidateFacts, verdict: Verdict): void {
  if (!contentment) return
  if (content === null) missFor(contentment, verdict, { code: 'content', of: null })
  else if (!reaches(contentment.value, content.agree, content.asked))
    hold(verdict, contentment, 'too-few-content', { agree: content.agree, of: content.asked, percent: contentment.value.percent })
}

function wholeOf(share: Share, meeting: ReviewMeeting): number | null {
  if (share.of === 'households') return meeting.households
  return share.of === 'convened' ? meeting.convened : meeting.present
}
