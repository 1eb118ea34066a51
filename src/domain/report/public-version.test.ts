import { expect, test } from 'vitest'
import { personalWords, possibleNames } from './public-version.ts'

test.for([
  ['Liên hệ 0912 345 678 để biết thêm.', ['0912 345 678']],
  ['Số định danh 014099001234 đã đối chiếu.', ['014099001234']],
  ['Thư về vanhoa.xa@sonla.example.', ['vanhoa.xa@sonla.example']],
  ['Điển hình là ông Lò Văn Minh Họa ở bản Trên.', ['ông Lò Văn Minh Họa']],
  ['Hộ bà Cà Thị Họa hiến đất làm đường.', ['Hộ bà Cà Thị Họa']],
  ['Người sinh năm 1962 được biểu dương.', ['sinh năm 1962']],
] as const)('“%s” tells of a person', ([text, found]) => {
  expect(personalWords(text)).toEqual(found)
})

test.for([
  'Tổng số hộ: 253.015 hộ; hộ đăng ký Gia đình văn hóa: 214.345 hộ (84,7% tổng số hộ).',
  'Kinh phí 1.250.000.000 đồng, Kế hoạch số 41/KH-UBND ngày 14/02/2022.',
  'Đã nhận báo cáo số liệu của 68/75 xã, phường ở Mường La, Chiềng Sinh.',
])('“%s” tells of nobody', text => {
  expect(personalWords(text)).toEqual([])
})

test('every run of capitals is offered as a name to be looked up', () => {
  expect(possibleNames('Xã Chiềng Mẫu biểu dương Quàng Thị Họa.')).toEqual([
    'Xã Chiềng',
    'Xã Chiềng Mẫu',
    'Chiềng Mẫu',
    'Quàng Thị',
    'Quàng Thị Họa',
    'Thị Họa',
  ])
})
