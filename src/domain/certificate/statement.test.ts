import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { readStatement, type Statement, writeStatement } from './statement.ts'

const statement: Statement = {
  id: '0b8f2c1e-6c1e-4a53-9a3c-2f3f8f3f1d10',
  title: 'Gia đình văn hóa',
  name: 'Lò Văn Minh Họa',
  place: 'Bản Minh Họa, xã Minh Họa, tỉnh Sơn La',
  year: 2022,
  decision: '12/QĐ-UBND',
  decidedOn: plainDate('2022-12-24'),
  issuer: 'Chủ tịch UBND xã Minh Họa',
  number: 37,
}

test('a statement is read as it was written, whatever a name is made of', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 9999 }), (name, place, number) => {
      const said = { ...statement, name, place, number }
      expect(readStatement(writeStatement(said))).toEqual(said)
    }),
  )
})

test('what is no statement, or is one written otherwise, is not read', () => {
  const written = writeStatement(statement)
  expect(readStatement(written.replace('[', '[ '))).toBeUndefined()
  expect(readStatement(written.replace('2022-12-24', '2022-02-30'))).toBeUndefined()
  expect(readStatement(written.replace('2022,', '"2022",'))).toBeUndefined()
  expect(readStatement('["chỉ một phần"]')).toBeUndefined()
  expect(readStatement('{}')).toBeUndefined()
  expect(readStatement('không phải JSON')).toBeUndefined()
})
