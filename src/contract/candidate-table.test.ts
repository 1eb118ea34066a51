import { expect, test } from 'vitest'
import { readFacts } from './candidate-facts.ts'
import { readFactColumns, toFactsObject } from './candidate-table.ts'

const headings = [
  'Mã',
  'Năm xét',
  'Ngày đăng ký',
  'Đặc điểm',
  'Điểm 1a',
  'Đạt TC1',
  'Không xét',
  'Triệu tập',
  'Có mặt',
  'Đồng ý',
  'Ghi chú',
]

function facts(...cells: string[]) {
  return readFacts(toFactsObject(readFactColumns(headings) ?? [], cells))
}

test('a row as officials write it is the facts the law asks for', () => {
  expect(
    facts('H01', '2022', '15/1/2022', 'miền núi; hộ nghèo', '12,5', 'có', 'gambling fined 1/5/2022', '80', '55', '50', 'x'),
  ).toMatchObject({
    id: 'H01',
    facts: {
      year: 2022,
      registeredOn: '2022-01-15',
      traits: ['mountain', 'poor'],
      points: { '1a': 12.5 },
      met: { TC1: true },
      grounds: [{ matter: 'gambling', handling: 'fined', on: '2022-05-01' }],
      meeting: { convened: 80, present: 55, households: null },
      votesFor: 50,
      postedDays: null,
    },
  })
})

test('an empty cell is not known, never none and never 0; "không" is none', () => {
  expect(facts('H01', '2022')).toMatchObject({
    facts: { registeredOn: null, traits: null, points: {}, grounds: null, meeting: null, votesFor: null },
  })
  expect(facts('H01', '2022', '', 'không', '', '', 'không')).toMatchObject({ facts: { traits: [], grounds: [] } })
})

test('what cannot be read is named, not guessed', () => {
  expect(facts('H01', '2022', '30/2/2022')).toBe('registeredOn: Ngày đăng ký: không phải ngày có thật')
  expect(facts('H01', '2022', '', 'vùng xa')).toContain('traits.0')
  expect(facts('H01', '2022', '', '', 'mười')).toContain('points.1a')
  expect(facts('', '2022')).toContain('Mã')
})

test('a table without codes or years is no list of candidates', () => {
  expect(readFactColumns(['Họ tên', 'Điểm 1a'])).toBeUndefined()
})
