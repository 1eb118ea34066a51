import { expect, test } from 'vitest'
import { figures } from '../../../../test/whole-commune.ts'
import { plainDate } from '../../calendar/plain-date.ts'
import { builtInDictionary } from '../dictionary/dictionary.ts'
import { codesAsked, type FormVersion, formOn } from '../figure-form.ts'
import { type CheckRule, checkRules, type Flag } from '../flag.ts'
import { movementForm } from '../forms.ts'
import { dictionaryOn } from '../indicator.ts'
import type { PrintedRatio, Sheet, Value } from '../value.ts'
import { checkSheet } from './check-sheet.ts'
import type { CheckFacts, PastSheet } from './facts.ts'

const cutoff = plainDate('2022-12-14')
const form = formOn(movementForm, cutoff) as FormVersion

const counted = (count: number): Value => ({ quality: 'counted', count })
const percent = (ratioCode: string, text: string, baseCode: string | null): PrintedRatio => ({ ratioCode, percent: text, baseCode })
const printed = [
  percent('share.family.registered', '83,9', 'family.total'),
  percent('share.family.recognised', '74,9', 'family.total'),
  percent('share.area.registered', '81', 'area.total'),
]

function sheetOf(changed: Readonly<Record<string, number | null>> = {}, shares: readonly PrintedRatio[] = printed): Sheet {
  const values = Object.entries({ ...figures, ...changed }).flatMap(([code, count]) =>
    count === null ? [] : [[code, counted(count)] as const],
  )
  return { unitId: 'Chiềng Mẫu', values: new Map(values), printed: shares }
}

const texts = ['deployment', 'outcome', 'ahead'].map(partKey => ({ partKey, text: 'Xã đã họp 12 cuộc và giao việc cho từng bản.' }))
const told = (text: string): CheckFacts['texts'] => texts.map(each => (each.partKey === 'outcome' ? { ...each, text } : each))

const whole: CheckFacts = {
  sheet: sheetOf(),
  dictionary: dictionaryOn(builtInDictionary, cutoff),
  form,
  level: 'commune',
  part: 'Y',
  history: [],
  changes: [],
  texts,
}

/** The same year but for a few here and there, as years of one place differ. */
function yearBefore(year: number, changed: Readonly<Record<string, number>> = {}): PastSheet {
  const apart = Object.fromEntries(Object.entries(figures).map(([code, count]) => [code, count + (count >= 10 ? (year % 5) + 1 : 0)]))
  return { title: `năm ${year}`, part: 'Y', cutoff: plainDate(`${year}-12-14`), sheet: sheetOf({ ...apart, ...changed }, []) }
}
const years = [2021, 2020, 2019].map(year => yearBefore(year))

function onlyFlag(facts: Partial<CheckFacts>): Flag {
  const flags = checkSheet({ ...whole, ...facts })
  expect(flags.map(({ rule, sentence }) => `${rule}: ${sentence}`)).toHaveLength(1)
  return flags[0] as Flag
}

test('a commune whose figures fit together is asked nothing, beside its years before or without them', () => {
  expect(codesAsked(form, 'commune').filter(code => figures[code] === undefined)).toEqual([])
  expect(checkSheet(whole)).toEqual([])
  expect(checkSheet({ ...whole, history: years })).toEqual([])
})

/** One invented error for each rule: what is wrong, and what its sender reads. */
const wall: Readonly<Record<CheckRule, { readonly facts: Partial<CheckFacts>; readonly says: RegExp; readonly because: RegExp }>> = {
  'above-whole': {
    facts: { sheet: sheetOf({ 'house.areas': 17, 'sportsGround.areas': 11 }) },
    says: /^“Thôn, bản, tổ dân phố có nhà văn hóa” \(17 thôn\) nhiều hơn “Tổng số thôn, bản, tổ dân phố” \(16 thôn\)\.$/u,
    because: /hai nguồn hoặc hai ngày chốt/u,
  },
  'nested-sets': {
    facts: { sheet: sheetOf({ 'family.praised': 640 }) },
    says: /giấy khen Gia đình văn hóa” \(640 hộ\) nhiều hơn “Hộ đạt 3 năm liên tục” \(611 hộ\)/u,
    because: /một phần của số sau/u,
  },
  'parts-and-whole': {
    facts: { sheet: sheetOf({ 'office.registered.again': 4 }) },
    says: /^Cộng “Đăng ký công nhận lần đầu” 19 \+ “Đăng ký công nhận lại” 4 được 23, khác “Cơ quan, đơn vị, doanh nghiệp đăng ký” \(24 cơ quan\)\.$/u,
    because: /ít hơn tổng 1/u,
  },
  'twins-differ': {
    facts: { sheet: sheetOf({ 'family.statistic': 899 }) },
    says: /\(899 hộ\) và “Hộ đạt Gia đình văn hóa” \(902 hộ\) là một việc nhưng ghi hai số/u,
    because: /số cũ/u,
  },
  'share-above-hundred': {
    facts: { sheet: sheetOf({ 'commune.total': 16 }, [percent('share.house.communes', '106,2', 'commune.total')]) },
    says: /^“Tỷ lệ xã, phường có nhà văn hóa” in 106,2 %, quá 100 % tổng số đơn vị cấp xã\.$/u,
    because: /nhầm mẫu số/u,
  },
  'share-impossible': {
    facts: { sheet: sheetOf({ 'commune.total': 13 }, [percent('share.playground.communes', '79,9', 'commune.total')]) },
    says: /79,9 %: không số nguyên nào trên 13/u,
    because: /trung bình cộng/u,
  },
  'share-truncated': {
    facts: { sheet: sheetOf({}, [percent('share.family.registered', '83,8', 'family.total')]) },
    says: /83,8 %: 1\.010\/1\.204 cắt bớt chữ số là 83,8, làm tròn là 83,9/u,
    because: /Cả hai số được giữ/u,
  },
  'share-differs': {
    facts: { sheet: sheetOf({}, [percent('share.family.recognised', '89,3', 'family.total')]) },
    says: /in 89,3 % trên tổng số hộ, nhưng 902\/1\.204 là 74,9 %/u,
    because: /khớp nếu tính trên số hộ đăng ký/u,
  },
  'share-without-base': {
    facts: { sheet: sheetOf({}, [percent('share.family.recognised', '74,9', null)]) },
    says: /in 74,9 % nhưng không nói trên số nào/u,
    because: /khớp với: tổng số hộ\.$/u,
  },
  'share-of-other-base': {
    facts: { sheet: sheetOf({}, [percent('share.family.recognised', '89,9', 'family.reviewed')]) },
    says: /tính trên số hộ được bình xét, còn biểu mẫu tính trên tổng số hộ/u,
    because: /không so được/u,
  },
  'same-as-last': {
    facts: { history: [{ ...yearBefore(2021), sheet: sheetOf() }] },
    says: /^39 trên 39 số từ 10 trở lên giống năm 2021 đến chữ số cuối\.$/u,
    because: /chép bảng kỳ trước/u,
  },
  jump: {
    facts: { sheet: sheetOf({ 'activity.dissemination.turns': 31_270 }), history: years },
    says: /\(31\.270 lượt người\) cao khác thường: các kỳ trước là 3\.129; 3\.128; 3\.132/u,
    because: /thừa hoặc thiếu một chữ số/u,
  },
  'base-before-change': {
    facts: {
      changes: [
        {
          on: plainDate('2022-07-01'),
          kind: 'merger',
          before: [
            { name: 'Xã Chiềng Cũ', values: new Map([['family.total', counted(1204)]]) },
            { name: 'Xã Mường Cũ', values: new Map([['family.total', counted(655)]]) },
          ],
        },
      ],
    },
    says: /“Tổng số hộ” \(1\.204 hộ\) đúng bằng số của Xã Chiềng Cũ trước khi sáp nhập ngày 1\/7\/2022/u,
    because: /cộng các đơn vị nhập lại là 1\.859/u,
  },
  'turns-and-things': {
    facts: { texts: told('Cả xã có 902 lượt hộ đạt danh hiệu.') },
    says: /Lời ghi “902 lượt hộ”, bảng ghi “Hộ đạt Gia đình văn hóa” là 902 hộ/u,
    because: /là lượt/u,
  },
  'points-or-percent': {
    facts: { texts: told('Tỷ lệ hộ đạt là 74,9 %, tăng 8,4 % so với năm 2018.') },
    says: /^“tăng 8,4 %” của một tỷ lệ: là điểm phần trăm hay tăng, giảm tương đối\?$/u,
    because: /4 điểm phần trăm, và tăng 8 %/u,
  },
  missing: {
    facts: { sheet: sheetOf({ 'club.sport': null }) },
    says: /^Chưa có số liệu: “Câu lạc bộ thể thao”\.$/u,
    because: /Không có thì ghi 0/u,
  },
}

test.each(checkRules)('the error wall: %s is told with its reason, nothing else is, and nothing is altered', rule => {
  const { facts, says, because } = wall[rule]
  const before = structuredClone(facts)
  const found = onlyFlag(facts)
  expect(found.rule).toBe(rule)
  expect(found.sentence).toMatch(says)
  expect(found.cause).toMatch(because)
  expect(found.places.length).toBeGreaterThan(0)
  expect(found.key.length).toBeLessThanOrEqual(200)
  expect(facts).toEqual(before)
})

function keyWhere(registeredAgain: number, others: Readonly<Record<string, number>> = {}): string {
  return onlyFlag({ sheet: sheetOf({ 'office.registered.again': registeredAgain, ...others }) }).key
}

test('a reason given for staying holds of these numbers only', () => {
  expect(keyWhere(4)).toBe(keyWhere(4))
  expect(keyWhere(4, { 'club.sport': 10 })).toBe(keyWhere(4))
  expect(keyWhere(3)).not.toBe(keyWhere(4))
})
