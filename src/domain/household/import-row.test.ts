import { describe, expect, it } from 'vitest'
import { areaKey, guessMapping, missingFields, readRow } from './import-row.ts'

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
    ['text of an old font', ['', 'NguyÔn V¨n An', '4', 'Bản Phiêng', ''], 'không phải chữ Việt'],
  ] as const)('with %s is named with its reason', ([, cells, reason]) => {
    const read = readRow(cells, mapping)
    expect(read.ok ? '' : read.reason).toContain(reason)
  })

  it('means a place by its own name, whatever kind is written before it', () => {
    expect([areaKey('Bản Phiêng Ngần'), areaKey('phiêng  ngần'), areaKey('Tiểu khu 3')]).toEqual(['phiêng ngần', 'phiêng ngần', '3'])
  })
})
