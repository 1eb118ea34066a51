/** How a text is cited in full (Decree 30/2020/NĐ-CP, Annex I, II.6.b); one nobody has read in full is cited by its number. */
const citations: Readonly<Record<string, string>> = {
  '122/2018/NĐ-CP':
    'Nghị định số 122/2018/NĐ-CP ngày 17 tháng 9 năm 2018 của Chính phủ quy định về xét tặng danh hiệu “Gia đình văn hóa”; “Thôn văn hóa”, “Làng văn hóa”, “Ấp văn hóa”, “Bản văn hóa”, “Tổ dân phố văn hóa”',
  '86/2023/NĐ-CP':
    'Nghị định số 86/2023/NĐ-CP ngày 07 tháng 12 năm 2023 của Chính phủ quy định về khung tiêu chuẩn và trình tự, thủ tục, hồ sơ xét tặng danh hiệu “Gia đình văn hóa”, “Thôn, tổ dân phố văn hóa”, “Xã, phường, thị trấn tiêu biểu”',
  '152/2025/NĐ-CP': 'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ',
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\/NĐ-CP$/u, 'Nghị định'],
  [/\/QĐ-/u, 'Quyết định'],
  [/\/TT-/u, 'Thông tư'],
  [/\/HD-/u, 'Hướng dẫn'],
]

/** `Nghị định số 86/2023/NĐ-CP ngày …`; what has no number of a known kind is said as it is written. */
export function cited(code: string): string {
  return citations[code] ?? named(code)
}

/** `Nghị định số 86/2023/NĐ-CP`; what stands in words already stays as it is. */
export function named(code: string): string {
  const kind = code.includes(' ') ? undefined : kinds.find(([pattern]) => pattern.test(code))?.[1]
  return kind ? `${kind} số ${code}` : code
}

/** The texts below the law, which is cited by its name alone. */
export function decreesOf(cites: readonly string[]): string[] {
  return cites.filter(code => !/\/QH\d+$/u.test(code))
}
