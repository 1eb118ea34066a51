import { expect, test } from 'vitest'
import type { SigningPage } from '#contract/today.ts'
import { sayFindings, textKey } from './signing-words.ts'

const remark = (level: 'L' | 'C' | 'G', kept: { by: string; reason: string } | null = null): SigningPage['remarks'][number] => ({
  code: 'K15',
  level,
  place: { blockId: null, words: '' },
  message: '',
  rule: '',
  key: '',
  kept,
})

test('what deviates is counted by what is to be done about it; suggestions do not count', () => {
  const page = { remarks: [remark('C'), remark('G'), remark('C', { by: 'A', reason: 'đúng' })], missing: ['hộ'], drift: [] }
  expect(sayFindings(page)).toBe('1 nhận xét chưa trả lời, 1 chỗ giữ nguyên có lý do, 1 chỗ chưa có số liệu')
  expect(sayFindings({ remarks: [remark('G')], missing: [], drift: [] })).toBe('không có gì khác thường')
})

test('a text that changed is another text', () => {
  expect(textKey({ id: 'a', revision: 1 })).not.toBe(textKey({ id: 'a', revision: 2 }))
})
