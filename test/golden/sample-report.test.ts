import { describe, expect, test } from 'vitest'
import { checkDocx } from '#documents/check/check-docx.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import { sampleReport } from './sample-report.ts'

/** The slips of the real report, each with the block it stands in. */
const slips: readonly (readonly [slip: string, code: string, blockId: string, says: string])[] = [
  ['Decree 122 is first cited without its subject', 'K15', 'part2-6', '122/2018/NĐ-CP thiếu trích yếu'],
  ['plan 41 is repeated in full', 'K15', 'part2-2', '41/KH-UBND đã được viện dẫn'],
  ['plan 23 is repeated in full', 'K15', 'part3-1', '23/KH-UBND đã được viện dẫn'],
  ['days of citations are written with slashes', 'K15', 'opening', 'gạch chéo'],
  ['a hyphen has a blank on one side', 'K25', 'part1-2', 'Gạch nối'],
  ['a sentence ends after its purpose', 'W-sentence', 'part2-1', 'chưa có vế chính'],
  ['the opening sentence is broken in two', 'W-sentence', 'opening', 'một câu trọn'],
  ['a paragraph ends without a stop', 'W-end', 'part1-2', 'thiếu dấu câu'],
  ['the movement is written with a small letter', 'K22', 'part2-4', 'Phong trào'],
  ['the programme has two stretches of years', 'K24', 'part2-3', '2021 - 2026 ở đây, nhưng nơi khác ghi 2022 - 2026'],
]

describe('the real report of 2022', async () => {
  const checked = checkDocx(await writeDocx(sampleReport), 'forSignature')
  const remarks = checked.ok ? checked.value.remarks : []

  for (const [slip, code, blockId, says] of slips)
    test(`${slip}: ${code} says so at its place`, () => {
      expect(remarks.some(remark => remark.code === code && remark.place.blockId === blockId && remark.message.includes(says))).toBe(true)
    })

  test('its form is without fault, open number and day included', () => {
    expect(remarks.filter(remark => remark.level === 'L')).toEqual([])
  })

  test('nothing else is held against it', () => {
    expect([...new Set(remarks.map(remark => remark.code))].sort()).toEqual(['K15', 'K22', 'K24', 'K25', 'W-end', 'W-sentence'])
  })
})
