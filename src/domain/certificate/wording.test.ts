import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { OrgUnitKind } from '../org/org-unit.ts'
import type { RuleBook } from '../title/rule-book.ts'
import { ruleBookNamed, ruleBooks } from '../title/rule-books.ts'
import type { LevelName } from '../title/score-sheet.ts'
import { bookCalled, certificateName, remarkOn, roundOfAct, titleFor, wordingOf } from './wording.ts'

const ofVillages: LevelName = { kind: 'village', level: 'bản', titleName: 'Bản văn hóa' }

describe('the paper of an honour', () => {
  test('is the one its text names, and a letter of praise says which years it is for', () => {
    expect(words('GDVH.ND122', 2022)).toMatchObject({
      heading: 'GIẤY CÔNG NHẬN',
      recipientLabel: 'Gia đình ông (bà)',
      reason: 'đạt danh hiệu',
      title: 'Gia đình văn hóa',
      year: 'năm 2022',
    })
    expect(words('GK-GDVH.ND122', 2022)).toEqual({
      heading: 'GIẤY KHEN',
      recipientLabel: 'Tặng gia đình ông (bà)',
      reason: 'đã 3 năm liên tục đạt danh hiệu',
      title: 'Gia đình văn hóa',
      year: 'từ năm 2020 đến năm 2022',
      said: 'Giấy khen Gia đình văn hóa',
    })
    expect(words('GK-KDCVH.ND122', 2022, 'village')).toMatchObject({
      recipientLabel: 'Tặng',
      reason: 'đã 5 năm liên tục đạt danh hiệu',
      title: 'Khu dân cư văn hóa',
      year: 'từ năm 2018 đến năm 2022',
    })
    expect(words('XPTT.ND86', 2024, 'commune')).toMatchObject({ heading: 'BẰNG CHỨNG NHẬN', recipientLabel: '', title: 'Xã tiêu biểu' })
  })

  test('of an office is another the second time, and who decided tells which time it was', () => {
    const book = bookNamed('CQVH.TT08')
    const on = plainDate('2016-12-20')
    expect(roundOfAct(book, { issuer: { kind: 'district' }, on })).toBe('first')
    expect(roundOfAct(book, { issuer: { kind: 'province' }, on })).toBe('again')
    const again = wordingOf(book, { year: 2021, round: 'again', holder: { kind: 'agency', levelNames: [] } })
    expect([words('CQVH.TT08', 2016, 'agency').heading, again.heading]).toEqual(['GIẤY CÔNG NHẬN', 'BẰNG CÔNG NHẬN'])
    expect(again.reason).toBe('được công nhận danh hiệu')
  })

  test('exists for every rule book there is, and nobody prints a form that was not read without being told', () => {
    for (const book of ruleBooks) {
      const said = wordingOf(book, { year: 2024, round: 'first', holder: { kind: 'commune', levelNames: [] } })
      expect(said.heading).toMatch(/^(?:GIẤY|BẰNG) (?:CÔNG NHẬN|CHỨNG NHẬN|KHEN)$/u)
      expect(`${said.reason} “${said.title}”, ${said.year}`).not.toMatch(/null|undefined|Giấy/u)
      expect(remarkOn(book)).toMatch(/^Mẫu chưa xác minh: /u)
    }
    expect(remarkOn(bookNamed('GDVH.ND86'))).toBe('Mẫu chưa xác minh: chưa đọc được văn bản trao giấy gì, đang in là giấy công nhận.')
    expect(['GDVH.ND122', 'GK-KDCVH.ND122'].map(id => certificateName(bookNamed(id)))).toEqual([
      'Giấy công nhận Gia đình văn hóa',
      'Giấy khen Khu dân cư văn hóa',
    ])
  })
})

describe('the title of a place', () => {
  test('is the province’s where it names such places, in the praise that follows too', () => {
    expect(titleFor(bookNamed('TTDPVH.ND86'), { kind: 'village', levelNames: [ofVillages] })).toBe('Bản văn hóa')
    expect(titleFor(bookNamed('TTDPVH.ND86'), { kind: 'hamlet', levelNames: [ofVillages] })).toBe('Thôn văn hóa')
    expect(words('GK-KDCVH.ND122', 2022, 'village', [ofVillages]).said).toBe('Giấy khen Bản văn hóa')
    expect(titleFor(bookNamed('GDVH.ND86'), { kind: null, levelNames: [ofVillages] })).toBe('Gia đình văn hóa')
  })

  test('stands in an act about many by each of its names, once, and as the text calls it where the province is silent', () => {
    const ofQuarters: LevelName = { kind: 'quarter', level: 'tiểu khu', titleName: 'Tiểu khu văn hóa' }
    const called = (id: string, kinds: readonly OrgUnitKind[]): string => bookCalled(bookNamed(id), kinds, [ofVillages, ofQuarters]).name
    expect(called('KDCVH.ND122', ['village'])).toBe('Bản văn hóa')
    expect(called('KDCVH.ND122', ['village', 'quarter', 'village'])).toBe('Bản văn hóa, Tiểu khu văn hóa')
    expect(called('TTDPVH.ND86', ['village', 'neighbourhood'])).toBe('Bản văn hóa, Tổ dân phố văn hóa')
    expect(called('GK-KDCVH.ND122', ['village'])).toBe('Giấy khen Bản văn hóa')
    expect(called('KDCVH.ND122', ['hamlet'])).toBe('Khu dân cư văn hóa')
    expect(called('GDVH.ND122', ['village'])).toBe('Gia đình văn hóa')
  })

  test('is the one of those its text lists, and the whole name where it lists no such place', () => {
    expect(named('TTDPVH.ND86', 'neighbourhood')).toBe('Tổ dân phố văn hóa')
    expect(named('TTDPVH.ND86', 'village')).toBe('Thôn, tổ dân phố văn hóa')
    expect(named('KDCVH.ND122', 'hamlet')).toBe('Khu dân cư văn hóa')
    expect(named('XPTT.ND86', 'ward')).toBe('Phường tiêu biểu')
    expect(named('DTVM-P.QD04', 'township')).toBe('Thị trấn đạt chuẩn đô thị văn minh')
    expect(named('DTVM-Q.QD04', 'district')).toBe('Quận, thị xã, thành phố đạt chuẩn đô thị văn minh')
    expect(named('XPDK.2CAP', 'specialZone')).toBe('Đặc khu tiêu biểu')
    expect(named('CQVH.TT08', 'enterprise')).toBe('Doanh nghiệp đạt chuẩn văn hóa')
    expect(named('CQVH.TT08', 'agency')).toBe('Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa')
  })
})

function named(id: string, kind: OrgUnitKind): string {
  return titleFor(bookNamed(id), { kind, levelNames: [] })
}

function words(id: string, year: number, kind: OrgUnitKind | null = null, levelNames: readonly LevelName[] = []) {
  return wordingOf(bookNamed(id), { year, round: 'first', holder: { kind, levelNames } })
}

function bookNamed(id: string): RuleBook {
  const book = ruleBookNamed(id)
  if (!book) throw new Error(id)
  return book
}
