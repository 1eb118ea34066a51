/** What may be loaded to be tried: an office's half-year, a commune before the decision of a season, or a province asked for its year. */
export const demoNames = ['van-phong', 'xa-2022', 'xa-2024', 'xa-2026', 'tinh-2025'] as const
export type DemoName = (typeof demoNames)[number]

export const demoWords: Record<DemoName, string> = {
  'van-phong': 'sáu tháng đầu năm 2022 của một văn phòng',
  'xa-2022': 'một xã, mùa bình xét 2022 theo 122/2018/NĐ-CP',
  'xa-2024': 'một xã, mùa bình xét 2024 theo 86/2023/NĐ-CP',
  'xa-2026': 'một xã, mùa bình xét 2026, chính quyền hai cấp',
  'tinh-2025': 'tỉnh Sơn La năm 2025: báo cáo 6 tháng của 200 xã đã ban hành, báo cáo năm của 75 xã đang thu',
}

export function isDemoName(name: string): name is DemoName {
  return demoNames.some(known => known === name)
}
