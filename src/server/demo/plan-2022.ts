import type { BodyInput } from '#contract/index.ts'
import { documentId } from './directives.ts'
import { demoId } from './ids.ts'
import { unitIds } from './office.ts'

// Plan 17/KH-VPUB. What the plan itself says is not known; its tasks are what the report of the first half says was done
// and what it announces for the second. Who leads what, and the days, are invented ("dữ liệu minh họa").

export const planId = demoId('plan/17')
export const targetId = demoId('target/offices')

export const demoPlan: BodyInput<'plan.add'> = {
  id: planId,
  ownerUnitId: unitIds.office,
  year: 2022,
  title: 'Thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022',
  documentId: documentId('17/KH-VPUB'),
}

export const demoTarget: BodyInput<'plan.addTarget'> = {
  id: targetId,
  planId,
  statement: 'cơ quan, đơn vị đạt danh hiệu Cơ quan, đơn vị văn hóa năm 2022',
  operator: '=',
  goalPercent: 100,
  baseName: 'cơ quan, đơn vị',
}

type DemoTask = Pick<BodyInput<'plan.addTask'>, 'name' | 'instruction' | 'theme' | 'leadUnitId'> &
  Partial<BodyInput<'plan.addTask'>> & { readonly key: string }

const everyPart = Object.values(unitIds).filter(id => id !== unitIds.committee && id !== unitIds.office && id !== unitIds.culture)

function task({ key, ...fields }: DemoTask, i: number): BodyInput<'plan.addTask'> {
  return {
    id: taskId(key),
    planId,
    parentTaskId: null,
    position: (i + 1) * 10,
    supportingUnitIds: [],
    startsOn: '2022-02-14',
    dueOn: '2022-06-10',
    expectedProduct: '',
    targetId: null,
    ...fields,
  }
}

export function taskId(key: string): string {
  return demoId(`task/${key}`)
}

const secondHalf = { startsOn: '2022-06-15', dueOn: '2022-12-10' }

export const demoTasks: readonly BodyInput<'plan.addTask'>[] = (
  [
    {
      key: 'dissemination',
      name: 'Đẩy mạnh tuyên truyền, gắn Phong trào với các cuộc vận động khác',
      instruction: 'Đẩy mạnh tuyên truyền chủ trương, chính sách về Phong trào; gắn với các cuộc vận động, phong trào thi đua khác.',
      theme: 'dissemination',
      leadUnitId: unitIds.administration,
      supportingUnitIds: everyPart.filter(id => id !== unitIds.administration),
      expectedProduct: 'Sinh hoạt, tài liệu tuyên truyền',
    },
    {
      key: 'target',
      name: 'Giải pháp đạt 100% cơ quan, đơn vị văn hóa',
      instruction: 'Triển khai giải pháp để 100% cơ quan, đơn vị đạt danh hiệu Cơ quan, đơn vị văn hóa năm 2022.',
      theme: 'dissemination',
      leadUnitId: unitIds.administration,
      targetId,
    },
    {
      key: 'programme',
      name: 'Tuyên truyền nội dung Chương trình theo Quyết định số 2214/QĐ-TTg',
      instruction: 'Tuyên truyền nội dung Chương trình theo Quyết định số 2214/QĐ-TTg và Kế hoạch số 23/KH-UBND.',
      theme: 'dissemination',
      leadUnitId: unitIds.scienceEducation,
      supportingUnitIds: [unitIds.informationCentre],
      expectedProduct: 'Tin, bài trên Cổng Thông tin điện tử',
    },
    {
      key: 'supervision',
      name: 'Giám sát bình xét, công nhận danh hiệu',
      instruction: 'Giám sát việc bình xét và công nhận các danh hiệu văn hóa tại các phòng, ban, đơn vị.',
      theme: 'supervision',
      leadUnitId: unitIds.administration,
    },
    {
      key: 'registration',
      name: 'Tổng hợp đăng ký danh hiệu cơ quan, đơn vị năm 2022',
      instruction: 'Vận động và tổng hợp đăng ký danh hiệu năm 2022 của các phòng, ban, đơn vị.',
      theme: 'registration',
      leadUnitId: unitIds.administration,
      expectedProduct: 'Bản tổng hợp đăng ký',
      dueOn: '2022-03-31',
    },
    {
      key: 'exercise',
      name: 'Rèn luyện thân thể theo gương Bác Hồ vĩ đại',
      instruction: 'Vận động công chức, viên chức, người lao động rèn luyện thân thể, tham gia các giải thể thao.',
      theme: 'sport',
      leadUnitId: unitIds.administration,
    },
    {
      key: 'half-year-report',
      name: 'Báo cáo 6 tháng đầu năm và rà soát đăng ký năm sau',
      instruction: 'Tổng hợp, báo cáo 6 tháng đầu năm; rà soát, đăng ký danh hiệu văn hóa năm 2023.',
      theme: 'reporting',
      leadUnitId: unitIds.administration,
      expectedProduct: 'Báo cáo 6 tháng',
      dueOn: '2022-06-14',
    },
    {
      key: 'continue',
      name: 'Tiếp tục thực hiện các kế hoạch của UBND tỉnh và Văn phòng',
      instruction:
        'Tiếp tục triển khai thực hiện Kế hoạch số 23/KH-UBND ngày 18/01/2022 của UBND tỉnh triển khai Chương trình thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” trên địa bàn tỉnh Sơn La giai đoạn 2022 - 2026; Kế hoạch số 41/KH-UBND ngày 10/02/2022 của UBND tỉnh thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022 và các kế hoạch của Văn phòng UBND tỉnh.',
      theme: 'direction',
      leadUnitId: unitIds.administration,
      ...secondHalf,
    },
    {
      key: 'awareness',
      name: 'Tuyên truyền giáo dục, gắn với phong trào thi đua, biểu dương, khen thưởng',
      instruction:
        'Đẩy mạnh công tác tuyên truyền giáo dục nâng cao nhận thức của công chức, cơ quan, đơn vị về vai trò của văn hóa, trách nhiệm thực hiện nhiệm vụ phát triển văn hóa; gắn với phát động và tổ chức tốt các phong trào thi đua ở cơ sở; kịp thời biểu dương, khen thưởng các cá nhân, tập thể, hộ gia đình văn hóa có thành tích xuất sắc trong Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” ở cơ quan, đơn vị.',
      theme: 'dissemination',
      leadUnitId: unitIds.scienceEducation,
      ...secondHalf,
    },
    {
      key: 'leadership',
      name: 'Chi ủy, phòng, ban, đơn vị tập trung lãnh đạo, chỉ đạo',
      instruction:
        'Chi ủy các chi bộ và phòng, ban, đơn vị tập trung lãnh đạo, chỉ đạo thực hiện. Tạo điều kiện cho phong trào ở đơn vị hoạt động thường xuyên, hiệu quả. Chú trọng công tác giáo dục, hướng dẫn công chức, viên chức, lao động thực hiện phong trào.',
      theme: 'leadership',
      leadUnitId: unitIds.administration,
      ...secondHalf,
    },
    {
      key: 'supervise-titles',
      name: 'Giám sát bình xét đúng quy định, loại bỏ bệnh hình thức',
      instruction:
        'Giám sát và thực hiện tốt việc bình xét và công nhận các danh hiệu văn hóa theo đúng quy định tại Nghị định số 122/2018/NĐ-CP ngày 17/9/2018 của Chính phủ nhằm chấn chỉnh những biểu hiện bình xét qua loa, đại khái, không đúng quy trình. Kiên quyết loại bỏ bệnh hình thức, chạy theo thành tích.',
      theme: 'supervision',
      leadUnitId: unitIds.administration,
      ...secondHalf,
    },
    {
      key: 'encourage',
      name: 'Khuyến khích hỗ trợ, nhân rộng điển hình',
      instruction:
        'Khuyến khích các tổ chức, cá nhân hỗ trợ cho các hoạt động của Phong trào; tạo mọi điều kiện cần thiết để công chức, viên chức, lao động tham gia các hoạt động văn hóa, thể thao, phát triển và nâng cao đời sống văn hóa ở cơ sở. Phổ biến, nhân rộng các điển hình tiên tiến và phát huy hiệu quả các danh hiệu văn hóa; có cách nghĩ, cách làm tích cực, sáng tạo; kịp thời bổ sung những giải pháp đặc thù trong quá trình thực hiện Phong trào phù hợp với thực tiễn của từng đơn vị.',
      theme: 'support',
      leadUnitId: unitIds.administration,
      ...secondHalf,
    },
    {
      key: 'year-report',
      name: 'Báo cáo năm 2022 và đăng ký danh hiệu năm 2023',
      instruction:
        'Tổng hợp, báo cáo kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022 và đăng ký danh hiệu văn hóa năm 2023 đảm bảo thời gian.',
      theme: 'reporting',
      leadUnitId: unitIds.administration,
      ...secondHalf,
    },
  ] satisfies DemoTask[]
).map(task)

/** What the lead units answered, in the words of the report. Days are invented. */
export const demoAnswers: readonly { readonly task: string; readonly reportedOn: string; readonly narrative: string }[] = [
  {
    task: 'dissemination',
    reportedOn: '2022-06-08',
    narrative:
      'Văn phòng UBND tỉnh chỉ đạo các phòng, ban, đơn vị đẩy mạnh công tác tuyên truyền, phổ biến chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước về Phong trào; gắn việc thực hiện phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” với các cuộc vận động, phong trào thi đua khác. Triển khai thực hiện có hiệu quả các chỉ tiêu, mục tiêu của Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” giai đoạn 2021 - 2026 theo Kế hoạch số 23/KH-UBND ngày 18/01/2022 của UBND tỉnh và Kế hoạch số 41/KH-UBND ngày 10/02/2022.',
  },
  {
    task: 'target',
    reportedOn: '2022-06-08',
    narrative:
      'Văn phòng UBND tỉnh đã chỉ đạo triển khai các giải pháp, chú trọng công tác tuyên truyền để nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền, đoàn thể, các phòng, ban, đơn vị và công chức, viên chức, lao động trong thực hiện phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”; chú trọng xây dựng đạo đức, lối sống, xây dựng môi trường văn hóa lành mạnh, phong phú; giữ gìn những giá trị văn hóa tốt đẹp; củng cố khối đại đoàn kết toàn dân; xây dựng nông thôn mới.',
  },
  {
    task: 'programme',
    reportedOn: '2022-06-07',
    narrative:
      'Đẩy mạnh công tác tuyên truyền các nội dung thực hiện Phong trào theo Quyết định số 2214/QĐ-TTg ngày 28/12/2021 của Thủ tướng Chính phủ về phê duyệt Chương trình thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” giai đoạn 2021 - 2026 và Kế hoạch số 23/KH-UBND ngày 18/01/2022 của UBND tỉnh.',
  },
  {
    task: 'supervision',
    reportedOn: '2022-06-09',
    narrative:
      'Chỉ đạo các phòng, ban, đơn vị thực hiện tốt công tác giám sát, nhằm thực hiện chặt chẽ, khách quan, công bằng việc bình xét và công nhận các danh hiệu văn hóa theo đúng quy định tại Nghị định số 122/2018/NĐ-CP ngày 17/9/2018 của Chính phủ để nâng cao chất lượng các danh hiệu văn hóa.',
  },
  {
    task: 'registration',
    reportedOn: '2022-03-30',
    narrative:
      'Tuyên truyền, vận động các phòng, ban, đơn vị thực hiện tốt các nội dung phong trào và tổng hợp kết quả đăng ký xây dựng danh hiệu “Cơ quan, đơn vị, doanh nghiệp văn hóa” năm 2022 đúng thời gian.',
  },
  {
    task: 'exercise',
    reportedOn: '2022-06-09',
    narrative:
      'Tuyên truyền, vận động cán bộ, công chức, viên chức, lao động, đoàn viên, hội viên thực hiện “Cuộc vận động toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại” góp phần nâng cao sức khỏe, thể lực, giáo dục đạo đức, ý chí, nhân cách, đẩy lùi các tệ nạn xã hội, đào tạo nguồn nhân lực góp phần xây dựng và bảo vệ Tổ quốc.',
  },
  {
    task: 'half-year-report',
    reportedOn: '2022-06-14',
    narrative:
      'Tổng hợp, đánh giá, báo cáo kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” 6 tháng đầu năm 2022 và rà soát, đăng ký danh hiệu văn hóa năm 2023.',
  },
]

/** Supporting units that answered in time; the others still owe theirs, so that lateness is seen. Invented. */
export const demoSupportAnswers: readonly {
  readonly task: string
  readonly unitId: string
  readonly reportedOn: string
  readonly narrative: string
}[] = [
  {
    task: 'dissemination',
    unitId: unitIds.synthesis,
    reportedOn: '2022-06-03',
    narrative: 'Đã phổ biến tại sinh hoạt phòng (dữ liệu minh họa).',
  },
  {
    task: 'dissemination',
    unitId: unitIds.internalAffairs,
    reportedOn: '2022-06-06',
    narrative: 'Đã phổ biến tại sinh hoạt phòng (dữ liệu minh họa).',
  },
  {
    task: 'dissemination',
    unitId: unitIds.informationCentre,
    reportedOn: '2022-06-07',
    narrative: 'Đã đăng tin, bài về Phong trào trên Cổng (dữ liệu minh họa).',
  },
  {
    task: 'programme',
    unitId: unitIds.informationCentre,
    reportedOn: '2022-06-07',
    narrative: 'Đã đăng toàn văn Kế hoạch trên Cổng (dữ liệu minh họa).',
  },
]
