/** Kinds of administrative documents and their abbreviations: Decree 30/2020/NĐ-CP, Art. 7 and Annex III, I. */
export const documentKinds = {
  resolution: { name: 'Nghị quyết', abbreviation: 'NQ' },
  decision: { name: 'Quyết định', abbreviation: 'QĐ' },
  directive: { name: 'Chỉ thị', abbreviation: 'CT' },
  regulation: { name: 'Quy chế', abbreviation: 'QC' },
  rules: { name: 'Quy định', abbreviation: 'QyĐ' },
  announcement: { name: 'Thông cáo', abbreviation: 'TC' },
  notice: { name: 'Thông báo', abbreviation: 'TB' },
  guidance: { name: 'Hướng dẫn', abbreviation: 'HD' },
  programme: { name: 'Chương trình', abbreviation: 'CTr' },
  plan: { name: 'Kế hoạch', abbreviation: 'KH' },
  scheme: { name: 'Đề án', abbreviation: 'ĐA' },
  report: { name: 'Báo cáo', abbreviation: 'BC' },
  minutes: { name: 'Biên bản', abbreviation: 'BB' },
  proposal: { name: 'Tờ trình', abbreviation: 'TTr' },
  invitation: { name: 'Giấy mời', abbreviation: 'GM' },
  officialLetter: { name: 'Công văn', abbreviation: null },
  decree: { name: 'Nghị định', abbreviation: 'NĐ' },
  circular: { name: 'Thông tư', abbreviation: 'TT' },
  law: { name: 'Luật', abbreviation: null },
} as const satisfies Record<string, { name: string; abbreviation: string | null }>

export type DocumentKind = keyof typeof documentKinds

/** Kinds this house composes itself: Decree 30, Annex III, II (forms 1.2–1.5, 1.7, 1.9). Laws and decrees are only registered. */
export const composedKinds = ['report', 'plan', 'officialLetter', 'decision', 'proposal', 'notice', 'minutes', 'invitation'] as const
export type ComposedKind = (typeof composedKinds)[number]

/** Kinds that speak to an addressee (Kính gửi): Decree 30, Annex I, II.9. A report does so only when it goes to a superior body. */
export function mayHaveAddressees(kind: DocumentKind): boolean {
  return kind === 'officialLetter' || kind === 'proposal' || kind === 'report'
}
