import type { SigningPage } from '#contract/today.ts'

/** A text by its report and revision: what was looked at is this one and no other. */
export function textKey({ id, revision }: Pick<SigningPage, 'id' | 'revision'>): string {
  return `${id}:${revision}`
}

type Findings = Pick<SigningPage, 'remarks' | 'missing' | 'drift'>

export function openRemarks({ remarks }: Pick<SigningPage, 'remarks'>): SigningPage['remarks'] {
  return remarks.filter(remark => remark.kept === null && remark.level !== 'G')
}

/** `2 nhận xét chưa trả lời, 1 chỗ chưa có số liệu`. */
export function sayFindings(page: Findings): string {
  const kept = page.remarks.filter(remark => remark.kept !== null).length
  const found = [
    [openRemarks(page).length, 'nhận xét chưa trả lời'],
    [kept, 'chỗ giữ nguyên có lý do'],
    [page.missing.length, 'chỗ chưa có số liệu'],
    [page.drift.length, 'đoạn có nguồn đã đổi'],
  ] as const
  const words = found.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return words.length === 0 ? 'không có gì khác thường' : words.join(', ')
}
