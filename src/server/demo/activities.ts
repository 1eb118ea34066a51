import type { BodyInput } from '#contract/index.ts'
import { documentId } from './directives.ts'
import { demoId } from './ids.ts'
import { unitIds } from './office.ts'
import { taskId } from './plan-2022.ts'

// What the office did in the first half of 2022, in the words of its report. The days are invented ("dữ liệu minh họa"):
// the report gives none. Nobody counted who took part, so the number of participants stays unknown.

type DemoActivity = Partial<BodyInput<'activity.record'>> &
  Pick<BodyInput<'activity.record'>, 'kind' | 'name' | 'startsOn' | 'narrative'> & { readonly key: string }

export function activityId(key: string): string {
  return demoId(`activity/${key}`)
}

const activity = ({ key, ...fields }: DemoActivity): BodyInput<'activity.record'> => ({
  id: activityId(key),
  hostUnitId: unitIds.office,
  endsOn: fields.startsOn,
  place: '',
  participants: null,
  money: [],
  campaign: 'whole',
  taskIds: [],
  documentIds: [],
  ...fields,
})

export const demoActivities: readonly BodyInput<'activity.record'>[] = [
  activity({
    key: 'advice',
    kind: 'advice',
    name: 'Phối hợp tham mưu các kế hoạch của UBND tỉnh',
    startsOn: '2022-01-10',
    endsOn: '2022-02-10',
    documentIds: [documentId('23/KH-UBND'), documentId('41/KH-UBND')],
    narrative: 'Văn phòng UBND tỉnh phối hợp với Sở Văn hóa, Thể thao và Du lịch tham mưu UBND tỉnh ban hành',
  }),
  activity({
    key: 'direction',
    kind: 'direction',
    name: 'Chỉ đạo triển khai kế hoạch năm 2022',
    startsOn: '2022-02-14',
    narrative:
      'chỉ đạo các phòng, ban, đơn vị trực thuộc triển khai thực hiện; đồng thời phổ biến, tuyên truyền, hướng dẫn công chức, viên chức, người lao động thực hiện tốt các nội dung liên quan đến phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” trong cơ quan, đơn vị công tác và địa phương nơi cư trú',
  }),
  activity({
    key: 'olympic-run',
    kind: 'runDay',
    name: 'Ngày chạy Olympic vì sức khỏe toàn dân',
    startsOn: '2022-03-26',
    campaign: 'exercise',
    taskIds: [taskId('exercise')],
    narrative: 'Tích cực đăng ký tham gia Ngày chạy Olympic vì sức khỏe toàn dân',
  }),
  activity({
    key: 'marathon',
    kind: 'sport',
    name: 'Giải chạy VTM Mộc Châu (Marathon Mộc Châu 2022)',
    startsOn: '2022-04-16',
    endsOn: '2022-04-17',
    place: 'Mộc Châu',
    campaign: 'exercise',
    taskIds: [taskId('exercise')],
    narrative:
      'Cán bộ, công chức tích cực tham gia các giải thể thao được tổ chức tại tỉnh Sơn La, như giải chạy VTM Mộc Châu (Marathon Mộc Châu 2022)',
  }),
  activity({
    key: 'union-contests',
    kind: 'contest',
    name: 'Hội thi, cuộc thi của công đoàn viên chức, đoàn thanh niên',
    startsOn: '2022-05-12',
    campaign: 'exercise',
    taskIds: [taskId('exercise')],
    narrative: 'Tham gia các hội thi, cuộc thi của công đoàn viên chức, đoàn thanh niên về rèn luyện thân thể, thể dục, thể thao',
  }),
  activity({
    key: 'festival',
    kind: 'festival',
    name: 'Liên hoan bản, tổ dân phố văn hóa tiêu biểu xuất sắc tỉnh Sơn La lần thứ V',
    startsOn: '2022-05-20',
    campaign: 'residentialArea',
    narrative:
      'Vận động cán bộ, công chức, viên chức, lao động, đoàn viên, hội viên tích cực tham gia Liên hoan bản, tổ dân phố văn hóa tiêu biểu xuất sắc tỉnh Sơn La lần thứ V',
  }),
  activity({
    key: 'chieng-xuan',
    kind: 'communeAid',
    name: 'Giúp đỡ xã Chiềng Xuân, huyện Vân Hồ',
    startsOn: '2022-03-01',
    endsOn: '2022-06-10',
    place: 'Xã Chiềng Xuân, huyện Vân Hồ',
    campaign: 'newCountryside',
    narrative:
      'Giao Ban Chỉ đạo thực hiện nhiệm vụ giúp đỡ xã Chiềng Xuân, huyện Vân Hồ, tham mưu lồng ghép trong các hoạt động và tuyên truyền các tiêu chí văn hóa, xây dựng nếp sống văn hóa gắn với xây dựng nông thôn mới tại UBND xã Chiềng Xuân, huyện Vân Hồ là xã khu vực III Văn phòng UBND tỉnh được phân công nhiệm vụ giúp đỡ',
  }),
]
