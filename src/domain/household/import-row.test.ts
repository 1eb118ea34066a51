import { describe, expect, it } from 'vitest'
import { lookAtList } from './import-list.ts'
import { guessMapping, missingFields, readRow, retellRow } from './import-row.ts'
import { placeRow, placesOf } from './place-rows.ts'

describe('the columns of a list', () => {
  it.for([
    [
      ['STT', 'Họ và tên chủ hộ', 'Số nhân khẩu', 'Bản', 'Diện hộ'],
      [null, 'headName', 'memberCount', 'area', 'poverty'],
    ],
    [
      ['Mã hộ', 'Tên bản/tiểu khu', 'Chủ hộ', 'Hộ nghèo/cận nghèo', 'Khẩu', 'Địa chỉ'],
      ['code', 'area', 'headName', 'poverty', 'memberCount', 'address'],
    ],
    [
      ['Xã, phường', 'Thôn, bản, tổ dân phố', 'HỌ TÊN', 'Ghi chú'],
      ['commune', 'area', 'headName', null],
    ],
    [
      ['Tổ dân phố', 'Họ tên chủ hộ', 'Họ tên vợ/chồng'],
      ['area', 'headName', null],
    ],
  ] as const)('%s', ([cells, mapping]) => {
    expect(guessMapping(cells)).toEqual(mapping)
  })

  it('are read as this sender called them before', () => {
    expect(
      guessMapping(
        ['Đại diện', 'Nơi'],
        new Map([
          ['dai dien', 'headName'],
          ['noi', 'area'],
        ]),
      ),
    ).toEqual(['headName', 'area'])
  })

  it('must tell at least who and where', () => {
    expect(missingFields(guessMapping(['Số khẩu', 'Ghi chú']))).toEqual(['headName', 'area'])
  })
})

describe('a row', () => {
  const mapping = ['code', 'headName', 'memberCount', 'area', 'poverty'] as const

  it('is read as it stands, spaces aside', () => {
    expect(readRow(['H01', '  Lò  Văn Toản ', '4', 'Bản Phiêng', 'Cận nghèo'], mapping)).toEqual({
      ok: true,
      row: {
        code: 'H01',
        headName: 'Lò Văn Toản',
        memberCount: 4,
        address: '',
        poverty: 'nearPoor',
        communeName: '',
        areaName: 'Bản Phiêng',
        isAnother: false,
      },
    })
  })

  it('leaves missing what nobody wrote: never none, never nought', () => {
    expect(readRow(['', 'Lò Văn Toản', '', 'Bản Phiêng', ''], mapping)).toMatchObject({
      row: { code: null, memberCount: null, poverty: null },
    })
  })

  it.for([
    ['no head', ['', '', '4', 'Bản Phiêng', ''], 'thiếu họ tên chủ hộ'],
    ['no place', ['', 'Lò Văn Toản', '4', '', ''], 'thiếu tên bản'],
    ['members that are no number', ['', 'Lò Văn Toản', 'bốn', 'Bản Phiêng', ''], 'số nhân khẩu “bốn”'],
    ['a household of nobody', ['', 'Lò Văn Toản', '0', 'Bản Phiêng', ''], 'số nhân khẩu “0”'],
    ['a column read wrongly', ['', '12', '4', 'Bản Phiêng', ''], 'có chữ số'],
    ['words that say no standing', ['', 'Lò Văn Toản', '4', 'Bản Phiêng', 'abc'], 'không hiểu diện hộ'],
    ['a letter that only looks Vietnamese', ['', 'Ðinh Văn Toản', '4', 'Bản Phiêng', ''], 'chữ “Ð” không phải chữ Việt'],
    ['a sign no paper has', ['', 'Lò Văn Toản 🎉', '4', 'Bản Phiêng', ''], 'giấy in không có'],
    ['text of an old font', ['', 'NguyÔn V¨n An', '4', 'Bản Phiêng', ''], 'không phải chữ Việt'],
  ] as const)('with %s is named with its reason', ([, cells, reason]) => {
    const read = readRow(cells, mapping)
    expect(read.ok ? '' : read.reason).toContain(reason)
  })

  it('that was set aside is told again as a list would, and reads the same', () => {
    const read = readRow(['H01', 'Lò Văn Toản', '4', 'Bản Phiêng', 'Cận nghèo'], mapping)
    if (!read.ok) throw new Error(read.reason)
    const fields = ['code', 'headName', 'memberCount', 'address', 'commune', 'area', 'poverty', 'isAnother'] as const
    const told = retellRow(read.row)
    expect(
      readRow(
        fields.map(field => told[field]),
        fields,
      ),
    ).toEqual(read)
  })
})

const unit = (unitId: string, name: string, kind: 'commune' | 'village', parentUnitId: string) => ({ unitId, name, kind, parentUnitId })

describe('the place a row names', () => {
  const units = [
    unit('x1', 'Chiềng Cơi', 'commune', 'tỉnh'),
    unit('x2', 'Chiềng Xôm', 'commune', 'tỉnh'),
    unit('b1', 'Phiêng Ngần', 'village', 'x1'),
    unit('b2', 'Mé', 'village', 'x1'),
    unit('b3', 'Mé', 'village', 'x2'),
  ]
  const placed = (areaName: string, communeName = '') => placeRow({ areaName, communeName }, placesOf(units, 'tỉnh'))

  it('is found whatever kind is written before it', () => {
    expect([placed('Bản Phiêng Ngần'), placed('phiêng  ngần')]).toEqual([
      { ok: true, areaUnitId: 'b1' },
      { ok: true, areaUnitId: 'b1' },
    ])
  })

  it('is told apart from its namesake by the commune, and asked for where none is told', () => {
    expect(placed('bản Mé', 'xã Chiềng Xôm')).toEqual({ ok: true, areaUnitId: 'b3' })
    expect(placed('bản Mé')).toMatchObject({ reason: 'có 2 nơi tên “bản Mé”: thêm cột xã, phường' })
    expect(placed('bản Phiêng Ngần', 'xã Chiềng Xôm')).toMatchObject({ ok: false })
  })

  it('is offered, not taken, where only the marks differ', () => {
    expect(placed('Phieng Ngan')).toMatchObject({ ok: false, reason: expect.stringContaining('có phải “Phiêng Ngần”?') })
  })

  it('need not be named in the list of one village', () => {
    expect(placeRow({ areaName: '', communeName: '' }, placesOf(units.slice(2, 3), 'b1'))).toEqual({ ok: true, areaUnitId: 'b1' })
  })
})

describe('a list', () => {
  it('may begin with its title; the header is the row that names the columns', () => {
    const look = lookAtList([
      ['DANH SÁCH HỘ', ''],
      ['(dữ liệu minh họa)', ''],
      ['Họ tên chủ hộ', 'Bản'],
      ['Lò Văn Toản', 'Mé'],
    ])
    expect(look).toMatchObject({
      headerAt: 2,
      mapping: ['headName', 'area'],
      missing: [],
      encoding: null,
      samples: [['Lò Văn Toản', 'Mé']],
    })
  })

  it('in an old font says so, and is shown as it will read', () => {
    const look = lookAtList([
      ['Hä vµ tªn chñ hé', 'B¶n'],
      ['Lß V¨n To¶n', 'MÐ'],
    ])
    expect(look).toMatchObject({
      encoding: 'tcvn3',
      headers: ['Họ và tên chủ hộ', 'Bản'],
      mapping: ['headName', 'area'],
      samples: [['Lò Văn Toản', 'Mé']],
    })
  })
})
