import { villages } from './place.ts'

// The register the commune would send: 1,500 invented heads of households, the same on every machine.

const familyNames = [
  'Lò',
  'Quàng',
  'Cà',
  'Tòng',
  'Lường',
  'Hà',
  'Hoàng',
  'Vì',
  'Bạc',
  'Cầm',
  'Sùng',
  'Giàng',
  'Mùa',
  'Nguyễn',
  'Trần',
  'Đinh',
]
const middleNames = ['Văn', 'Thị', 'Minh', 'Xuân', 'Đức', 'Ngọc', 'Thanh', 'Quang']
const givenNames = [
  'An',
  'Bình',
  'Chung',
  'Dương',
  'Hải',
  'Hạnh',
  'Hiền',
  'Hòa',
  'Hùng',
  'Lan',
  'Liên',
  'Mai',
  'Nam',
  'Nga',
  'Pâng',
].concat(['Phương', 'Quyết', 'Sơn', 'Thảo', 'Thủy', 'Tiến', 'Toàn', 'Trang', 'Tuấn', 'Vân', 'Xuân', 'Yến', 'Đại', 'Đoàn', 'Ơn'])

const poverty = (nth: number): string => (nth % 9 === 4 ? 'Hộ nghèo' : nth % 11 === 7 ? 'Hộ cận nghèo' : 'Không')

/** The list as a file, with the columns people use. */
export function registerFile(): string {
  const lines = ['Mã hộ,Họ và tên chủ hộ,Số nhân khẩu,Bản,Diện hộ']
  let nth = 0
  for (const { name, households } of villages)
    for (let i = 0; i < households; i++, nth++)
      lines.push([`MH-${String(nth + 1).padStart(4, '0')}`, headName(nth), 2 + (nth % 5), name, poverty(nth)].join(','))
  return `${lines.join('\n')}\n`
}

/** Steps through the names without common factors, so that no two heads share one in a village. */
function headName(nth: number): string {
  const pick = (names: readonly string[], step: number): string => names[(nth * step + Math.floor(nth / names.length)) % names.length] ?? ''
  return `${pick(familyNames, 5)} ${pick(middleNames, 3)} ${pick(givenNames, 7)}`
}
