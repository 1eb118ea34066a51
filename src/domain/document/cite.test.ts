import { expect, test } from 'vitest'
import { findCitations, uniformCode } from './cite.ts'

const first = (text: string) => findCitations(text)[0]

test('a first citation gives kind, code, day, issuer and subject', () => {
  expect(first('theo Kế hoạch số 41/KH-UBND ngày 10/02/2022 của UBND tỉnh thực hiện Phong trào')).toMatchObject({
    kindName: 'Kế hoạch',
    code: '41/KH-UBND',
    day: '2022-02-10',
    issuer: 'UBND tỉnh',
    subjectPresent: true,
    text: 'Kế hoạch số 41/KH-UBND ngày 10/02/2022 của UBND tỉnh',
  })
})

test('a purpose after the issuer is no subject', () => {
  const text = 'Nghị định số 122/2018/NĐ-CP ngày 17/9/2018 của Chính phủ để nâng cao chất lượng'
  expect(first(text)).toMatchObject({ code: '122/2018/NĐ-CP', day: '2018-09-17', issuer: 'Chính phủ', subjectPresent: false })
})

test('a day in words is the same day', () => {
  expect(first('Quyết định số 2214/QĐ-TTg ngày 28 tháng 12 năm 2021 của Thủ tướng Chính phủ về việc')?.day).toBe('2021-12-28')
})

test('a day that does not exist is no day', () => {
  expect(first('Kế hoạch số 41/KH-UBND ngày 31/02/2022')).toMatchObject({ day: null, dayAsWritten: 'ngày 31/02/2022' })
})

test('a short repeat gives kind and code only', () => {
  expect(first('theo Kế hoạch số 41/KH-UBND.')).toMatchObject({ code: '41/KH-UBND', day: null, issuer: null, subjectPresent: false })
})

test('the name of a department runs over its commas, not into the next citation', () => {
  const found = findCitations(
    'Hướng dẫn số 12/HD-SVHTTDL của Sở Văn hóa, Thể thao và Du lịch, Kế hoạch số 5/KH-UBND của UBND tỉnh và Công văn số 7/UBND-VX',
  )
  expect(found.map(citation => citation.issuer)).toEqual(['Sở Văn hóa, Thể thao và Du lịch', 'UBND tỉnh', null])
  expect(found.map(citation => citation.code)).toEqual(['12/HD-SVHTTDL', '5/KH-UBND', '7/UBND-VX'])
})

test('hyphens and blanks of a code are made uniform, words after it are left alone', () => {
  expect(first('kế hoạch số 41 /KH – UBND')?.code).toBe('41/KH-UBND')
  expect(first('Kế hoạch số 41/KH-UBND - Phần II')?.code).toBe('41/KH-UBND')
  expect(uniformCode('41/KH‑UBND')).toBe('41/KH-UBND')
})

test('a number that is no code is no citation', () => {
  expect(findCitations('kế hoạch năm 2022 có 12/15 chỉ tiêu đạt; quyết định 3 việc')).toEqual([])
})
