import type { FormLevel, NarrativeRole, NarrativeSource } from '#domain/indicator/figure-form.ts'
import type { Addition, IndicatorSource } from '#domain/indicator/indicator.ts'

export const formLevelWords: Record<FormLevel, string> = {
  area: 'Thôn, bản, tổ dân phố',
  commune: 'Xã, phường',
  district: 'Huyện, thị xã, thành phố',
  agency: 'Cơ quan, đơn vị',
  province: 'Tỉnh',
}

export const narrativeRoleWords: Record<NarrativeRole, string> = {
  account: 'Kết quả chung',
  goodExample: 'Cách làm hay',
  difficulty: 'Khó khăn, vướng mắc',
  proposal: 'Kiến nghị, đề xuất',
}

/** Whence words for a part are offered to whoever writes it. */
export const narrativeSourceWords: Record<NarrativeSource, string> = {
  documents: 'Văn bản đơn vị ban hành trong kỳ',
  answers: 'Kết quả nhiệm vụ đã báo trong kỳ',
  tasksAhead: 'Nhiệm vụ phải làm kỳ sau',
}

export const additionWords: Record<Addition, string> = {
  sum: 'cộng được: mỗi việc tính một nơi',
  distinct: 'không cộng: một người có thể được tính ở nhiều nơi',
}

/** Whence a figure comes before anybody types. */
export const sourceWords: Record<IndicatorSource['from'], string> = {
  entered: 'nhập tay',
  season: 'đếm từ đợt xét',
  reason: 'đếm từ đợt xét, theo lý do',
  register: 'đếm từ sổ hộ, sổ đơn vị',
  activity: 'đếm từ hoạt động',
  money: 'cộng từ hoạt động',
}

export function choicesOf<Key extends string>(words: Readonly<Record<Key, string>>): { value: Key; label: string }[] {
  return (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }))
}
