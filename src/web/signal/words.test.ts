import { expect, test } from 'vitest'
import { estimate } from '#domain/signal/sample.ts'
import { amongWords, checkedWords } from './words.ts'

test('before anybody was looked at nothing is said of all', () => {
  const none = estimate(80, [null, null])
  expect([checkedWords(none, 'households'), amongWords(none, 'households')]).toEqual(['Chưa kiểm hộ nào trong 2 hộ rút được.', null])
})

test('a number is told of all it was drawn from, and those not reached are told apart', () => {
  const some = estimate(1200, [...Array<'right'>(85).fill('right'), 'wrong', 'wrong', 'wrong', 'wrong', 'unreached'])
  expect(checkedWords(some, 'households')).toBe('Đã kiểm 89/90 hộ: 4 hộ không đúng, 1 hộ chưa gặp được.')
  expect(amongWords(some, 'households')).toBe(
    'Suy ra trong 1.200 hộ được công nhận có từ 16 đến 130 hộ không đúng (1,3% đến 10,8%); 95 trong 100 lần rút như vậy cho khoảng chứa số thật.',
  )
})

test('when everybody was looked at there is no range', () => {
  expect(amongWords(estimate(2, ['right', 'wrong']), 'areas')).toBe('Trong 2 bản có đúng 1 bản không đúng: đã kiểm đủ.')
})
