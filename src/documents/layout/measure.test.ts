import { expect, test } from 'vitest'
import { isPaperText } from '#domain/kit/text.ts'
import { unprintableSigns } from './measure.ts'

test('whatever a name may be written with, every paper can carry', () => {
  const all = Array.from({ length: 0x1_1000 }, (_, code) => code)
    .filter(code => code < 0xd800 || code > 0xdfff)
    .map(code => String.fromCodePoint(code))
  const allowed = all.filter(isPaperText)
  expect(unprintableSigns(allowed.join(''))).toEqual([])
  expect(isPaperText('Vừ A Pó, tổ 3 – “Nà Lốc”, số 12/4')).toBe(true)
  expect(isPaperText('Lò Văn Toản 🎉') || isPaperText('ꪼꪕ') || isPaperText('漢')).toBe(false)
})
