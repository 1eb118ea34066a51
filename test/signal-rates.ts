import { formatNumber } from '#domain/kit/text.ts'
import { lookAtSeason } from '#domain/signal/look.ts'
import { isSignal, type SignalCode, signalCodes, signalNames } from '#domain/signal/signal.ts'
import { statedFalseAlarms, thresholds } from '#domain/signal/thresholds.ts'
import { plantings } from './planted.ts'
import { randomFrom } from './random.ts'
import { type HonestKind, honestCommune, honestKinds } from './villages.ts'

// What the signals cost honest villages and what they find, measured on invented seasons: the same seed, the same figures.

const honestCommunes = 40
const plantedEach = 40

export type FalseAlarms = {
  readonly kind: HonestKind
  readonly villages: number
  /** Villages at which any signal pointed, those of their commune included. */
  readonly alarmed: number
  readonly byCode: ReadonlyMap<SignalCode, number>
}

export function measureFalseAlarms(): FalseAlarms[] {
  return honestKinds.map((kind, at) => {
    const random = randomFrom(20_220_000 + at)
    const byCode = new Map<SignalCode, number>()
    let [villages, alarmed] = [0, 0]
    for (let n = 0; n < honestCommunes; n++) {
      const { commune, areas } = lookAtSeason(honestCommune(random, kind))
      const above = commune.filter(isSignal)
      villages += areas.length
      for (const { looked } of areas) {
        const found = [...above, ...looked.filter(isSignal)]
        if (found.length > 0) alarmed++
        for (const { code } of found) byCode.set(code, (byCode.get(code) ?? 0) + 1)
      }
    }
    return { kind, villages, alarmed, byCode }
  })
}

export type Detection = {
  readonly says: string
  readonly code: SignalCode
  readonly stated: number
  readonly planted: number
  readonly found: number
}

export function measureDetection(): Detection[] {
  return plantings.map(({ says, code, stated, plant }, at) => {
    const random = randomFrom(20_240_000 + at)
    let found = 0
    for (let n = 0; n < plantedEach; n++) {
      const { commune, areas } = lookAtSeason(plant(random))
      if ([...commune, ...(areas[0]?.looked ?? [])].some(each => isSignal(each) && each.code === code)) found++
    }
    return { says, code, stated, planted: plantedEach, found }
  })
}

const kindWords: Record<HonestKind, string> = {
  mixed: 'đủ loại hộ, 60–220 hộ',
  homogeneous: 'thuần nhất: 92–96% số hộ được công nhận',
  alike: 'các hộ giống nhau thật',
  hamlets: 'bản nhỏ 8–35 hộ, thường đồng ý tuyệt đối',
  edge: 'mọi điều ở đúng mép giả định',
}

/** The page an official reads: every threshold with its reason, what it costs, what it finds. */
export function ratesPage(alarms: readonly FalseAlarms[], detections: readonly Detection[]): string {
  const codes = signalCodes.filter(code => alarms.some(({ byCode }) => byCode.has(code)))
  return [
    '# Dấu hiệu đề nghị xem lại',
    '',
    'Dấu hiệu chỉ đề nghị xem lại một bản; không kết luận sai phạm, không chặn bước nào. Mỗi dấu hiệu là một câu nêu số đếm được và tổng của nó; người xem ghi kết quả: có lý do, hoặc có sai sót. Quy tắc nằm ở `src/domain/signal`.',
    '',
    'Các ngưỡng dưới đây là giả định chọn thiên về thận trọng, **chưa xác minh**: chưa văn bản nào quy định, chưa có số liệu mùa bình xét thật để đo. Các bảng đo trên mùa bình xét tự sinh (`test/villages.ts`, `test/planted.ts`), cùng hạt giống thì ra cùng con số; mùa tự sinh có cả bản đứng đúng ở mép giả định.',
    '',
    '## Ngưỡng và lý do',
    '',
    '| Dấu hiệu | Báo khi | Vì |',
    '|---|---|---|',
    ...thresholdRows(),
    '',
    `## Báo nhầm: không quá ${percent(statedFalseAlarms)} số bản làm đúng`,
    '',
    `Tính trên mỗi bản, mỗi mùa, gộp mọi dấu hiệu; dấu hiệu của cả xã tính cho mọi bản trong xã. Phần lỗi chia cho từng dấu hiệu (cột “Báo khi”) cộng lại đúng bằng mức ấy, nên mức giữ được dù các dấu hiệu liên quan với nhau thế nào, chừng nào giả định còn đúng.`,
    '',
    `| Bản làm đúng | Số bản | Bị báo | Tỷ lệ | ${codes.map(code => signalNames[code]).join(' | ')} |`,
    `|---|--:|--:|--:|${codes.map(() => '--:|').join('')}`,
    ...alarms.map(
      ({ kind, villages, alarmed, byCode }) =>
        `| ${kindWords[kind]} | ${formatNumber(villages)} | ${alarmed} | ${percent(alarmed / villages)} | ${codes.map(code => byCode.get(code) ?? 0).join(' | ')} |`,
    ),
    '',
    '## Tìm thấy khi làm giả',
    '',
    'Mỗi dòng cài một kiểu làm giả vào một xã đủ loại hộ; “ít nhất” là mức phép thử giữ.',
    '',
    '| Làm giả | Dấu hiệu | Tìm thấy | Ít nhất |',
    '|---|---|--:|--:|',
    ...detections.map(
      ({ says, code, planted, found, stated }) =>
        `| ${says} | ${signalNames[code]} | ${found}/${planted} (${percent(found / planted)}) | ${stated === 0 ? 'không hứa' : percent(stated)} |`,
    ),
    '',
    'Không tìm thấy không có nghĩa là làm đúng: bản nhỏ có quá ít hộ để con số nói được gì, và người làm giả khéo tránh được mọi phép đếm. Vì vậy còn có rút mẫu để kiểm lại.',
    '',
    'Viết lại trang này sau khi đổi ngưỡng: `node scripts/source.mjs scripts/signals.ts`.',
    '',
  ].join('\n')
}

function thresholdRows(): string[] {
  const { everybodyPasses, sameScores, roundedTotals, sameAsLastYear, sameMinutes, tooFast, onlyAbsentFail, unanimousEverywhere } =
    thresholds
  return [
    row('everybody-passes', rare(everybodyPasses.rarity, 'số hộ được công nhận trên tổng số hộ sống trong bản'), everybodyPasses.because),
    row('everybody-passes-everywhere', rare(everybodyPasses.rarityOfCommune, 'như trên, cộng cả xã', 'xã'), everybodyPasses.because),
    row('same-scores', rare(sameScores.rarity, 'số hộ có điểm giống hệt nhau ở mọi dòng'), sameScores.because),
    row('rounded-totals', rare(roundedTotals.rarity, 'số hộ chấm riêng (khác từ 3 dòng) có tổng tròn 0 hoặc 5'), roundedTotals.because),
    row('same-as-last-year', rare(sameAsLastYear.rarity, 'số hộ đổi kết quả trong các hộ xét cả hai năm'), sameAsLastYear.because),
    row('same-minutes', `hai biên bản chung từ ${percent(sameMinutes.likeness)} số cụm ${sameMinutes.wordsInARun} từ`, sameMinutes.because),
    row('decided-while-posted', 'ngày quyết định không sau ngày cuối niêm yết', 'dân còn đang góp ý'),
    row('too-fast', `thời gian họp chia cho số hộ dưới ${tooFast.secondsEach} giây`, tooFast.because),
    row('only-absent-fail', rare(onlyAbsentFail.rarity, 'mọi hộ không đạt đều vắng họp'), onlyAbsentFail.because),
    row('unanimous-everywhere', rare(unanimousEverywhere.rarity, 'số bản đồng ý tuyệt đối với mọi hộ', 'xã'), unanimousEverywhere.because),
  ]
}

function rare(rarity: number, says: string, of = 'bản'): string {
  return `${says}: ${of} làm đúng chỉ gặp chưa tới ${formatNumber(rarity * 10_000)} trong 10.000 lần`
}

function row(code: SignalCode, when: string, because: string): string {
  return `| ${signalNames[code]} | ${when} | ${because} |`
}

function percent(share: number): string {
  return `${formatNumber(share * 100, share > 0 && share < 0.1 && Math.round(share * 1000) % 10 !== 0 ? 1 : 0)}%`
}
