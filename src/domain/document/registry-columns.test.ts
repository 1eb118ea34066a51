import { expect, test } from 'vitest'
import { registered } from '../../../test/report-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { bookColumns } from './registry-columns.ts'

const plan = registered('41/KH-UBND', {
  issuedOn: plainDate('2022-02-10'),
  arrivedOn: plainDate('2022-02-11'),
  arrivalNumber: 7,
  signerName: 'Lò Thị Minh Họa',
  recipients: 'Phòng Một',
  archivedWith: 'VT',
  copies: 3,
  forwardedOn: plainDate('2022-03-12'),
  note: 'khẩn',
})

test('the incoming register has the ten columns of the decree in their order', () => {
  expect(bookColumns.incoming.map(({ head, textOf }) => `${head}: ${textOf(plan)}`)).toEqual([
    'Ngày đến: 11/02/2022',
    'Số đến: 7',
    'Tác giả: UBND tỉnh',
    'Số, ký hiệu văn bản: 41/KH-UBND',
    'Ngày tháng văn bản: 10/02/2022',
    'Tên loại và trích yếu: Kế hoạch: Thực hiện Phong trào năm 2022',
    'Đơn vị hoặc người nhận: Phòng Một',
    'Ngày chuyển: 12/3/2022',
    'Ký nhận: ',
    'Ghi chú: khẩn',
  ])
})

test('the outgoing register has the ten columns of the decree in their order', () => {
  expect(bookColumns.outgoing.map(({ head, textOf }) => `${head}: ${textOf({ ...plan, direction: 'outgoing' })}`)).toEqual([
    'Số, ký hiệu văn bản: 41/KH-UBND',
    'Ngày tháng văn bản: 10/02/2022',
    'Tên loại và trích yếu: Kế hoạch: Thực hiện Phong trào năm 2022',
    'Người ký: Lò Thị Minh Họa',
    'Nơi nhận văn bản: Phòng Một',
    'Đơn vị, người nhận bản lưu: VT',
    'Số lượng bản: 3',
    'Ngày chuyển: 12/3/2022',
    'Ký nhận: ',
    'Ghi chú: khẩn',
  ])
})

test('what nobody wrote down is blank, never a zero or a guess', () => {
  const bare = { ...plan, arrivedOn: null, arrivalNumber: null, recipients: '', forwardedOn: null, copies: null, note: '' }
  const blanks = bookColumns.incoming.filter(({ textOf }) => textOf(bare) === '').map(({ head }) => head)
  expect(blanks).toEqual(['Ngày đến', 'Số đến', 'Đơn vị hoặc người nhận', 'Ngày chuyển', 'Ký nhận', 'Ghi chú'])
})
