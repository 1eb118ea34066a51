import { formatIssueDay } from '../calendar/plain-date.ts'
import type { Posting } from '../season/posting.ts'
import { type FormPaper, text } from './form-paper.ts'
import { areaLines, honourOfYear, type PaperFacts } from './paper-facts.ts'

/** Above a photo that shows the list where it was posted: when, and where. */
export function postingPhoto(facts: PaperFacts, { from, lastOn, place }: Posting): FormPaper {
  return {
    formNumber: null,
    cites: '',
    issuerLines: areaLines(facts.place),
    placeAndDate: null,
    title: 'Ảnh niêm yết',
    subtitle: `Danh sách xét ${honourOfYear(facts)}`,
    addressees: [],
    blocks: [text(`Niêm yết từ ${formatIssueDay(from)} đến hết ${formatIssueDay(lastOn)} tại: ${place}.`)],
    signatures: [],
    orientation: 'portrait',
  }
}
