import type { OfficialDocument } from '#domain/document/official-document.ts'
import { heading, paragraph } from './build.ts'

/**
 * The report of the office of the Sơn La people's committee on the first half of 2022, word for word, with its slips:
 * number and day are open, as it lay before its signer.
 */
export const sampleReport: OfficialDocument = {
  schemaVersion: 1,
  kind: 'report',
  issuer: { parentLines: ['UBND TỈNH SƠN LA'], nameLines: ['VĂN PHÒNG'], fullName: 'Văn phòng UBND tỉnh Sơn La' },
  code: { number: null, symbol: 'BC-VPUB' },
  placeAndDate: { place: 'Sơn La', day: null, year: 2022 },
  subject: 'Kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”, 6 tháng đầu năm 2022',
  addressees: [],
  authority: null,
  bases: [],
  blocks: [
    paragraph(
      'opening',
      'Thực hiện {plan-41|Kế hoạch số 41/KH-UBND} ngày 10/02/2022 của UBND tỉnh thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022. Văn phòng UBND tỉnh báo cáo Sở Văn hóa, Thể thao và Du lịch kết quả thực hiện 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2022 với các nội dung như sau:',
    ),
    heading(1, 'I.', 'ĐẶC ĐIỂM, TÌNH HÌNH'),
    paragraph(
      'part1-1',
      'Văn phòng UBND tỉnh với chức năng, nhiệm vụ tham mưu, giúp UBND tỉnh, Chủ tịch UBND tỉnh về chương trình, kế hoạch công tác; kiểm soát thủ tục hành chính; tổ chức triển khai thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính thuộc thẩm quyền giải quyết của cấp tỉnh, cấp huyện và cấp xã; tổ chức, quản lý và công bố các thông tin chính thức về hoạt động của UBND, Chủ tịch UBND tỉnh; đầu mối Cổng Thông tin điện tử, kết nối hệ thống thông tin hành chính điện tử chỉ đạo điều hành của UBND, Chủ tịch UBND tỉnh; quản lý Công báo và phục vụ các hoạt động chung của UBND tỉnh; giúp Chủ tịch UBND và các Phó Chủ tịch UBND tỉnh thực hiện nhiệm vụ, quyền hạn theo thẩm quyền; quản lý văn thư - lưu trữ và công tác quản trị nội bộ của Văn phòng.',
    ),
    paragraph(
      'part1-2',
      'Văn phòng UBND tỉnh có 08 tổ chức, gồm: Phòng Tổng hợp, phòng Kinh tế, phòng Nội chính, phòng Khoa giáo- Văn xã, phòng Kiểm soát Thủ tục hành chính, phòng Tổ chức-Hành chính-Quản trị, Ban Tiếp Công dân tỉnh, Trung tâm Phục vụ hành chính công; 03 đơn vị trực thuộc: Trung tâm Thông tin, Nhà khách Ủy ban nhân dân tỉnh, Nhà khách Thanh Xuân - Hà Nội',
    ),
    paragraph(
      'part1-3',
      'Tổng số cán bộ, công chức, viên chức, lao động: {#headcount-officers|58} cán bộ, công chức; {#headcount-staff|15} viên chức; {#headcount-contract|40} lao động hợp đồng.',
    ),
    heading(1, 'II.', 'KẾT QUẢ THỰC HIỆN'),
    heading(2, '1.', 'Công tác triển khai thực hiện'),
    paragraph(
      'part2-1',
      'Để triển khai thực hiện có hiệu quả phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”. Căn cứ Kế hoạch của UBND tỉnh, hướng dẫn của Sở Văn hóa, Thể thao và Du lịch, Văn phòng UBND tỉnh ban hành {plan-14|Kế hoạch số 14/KH-VPUB} ngày 24/01/2022 của Văn phòng UBND tỉnh về triển khai thực hiện Chương trình thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” giai đoạn 2022 - 2026; {plan-17|Kế hoạch số 17/KH-VPUB} ngày 12/02/2022 của Văn phòng UBND tỉnh về thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022, chỉ đạo các phòng, ban, đơn vị trực thuộc triển khai thực hiện; đồng thời phổ biến, tuyên truyền, hướng dẫn công chức, viên chức, người lao động thực hiện tốt các nội dung liên quan đến phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” trong cơ quan, đơn vị công tác và địa phương nơi cư trú.',
    ),
    heading(2, '2.', 'Kết quả thực hiện'),
    heading(3, '2.1.', 'Công tác phối hợp với sở, ngành tham mưu với UBND tỉnh'),
    paragraph(
      'part2-2',
      'Văn phòng UBND tỉnh phối hợp với Sở Văn hóa, Thể thao và Du lịch tham mưu UBND tỉnh ban hành {plan-23|Kế hoạch số 23/KH-UBND} ngày 18/01/2022 của UBND tỉnh triển khai Chương trình thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” trên địa bàn tỉnh Sơn La giai đoạn 2022 - 2026; {plan-41|Kế hoạch số 41/KH-UBND} ngày 10/02/2022 của UBND tỉnh thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022.',
    ),
    heading(3, '2.2.', 'Công tác tuyên truyền, lãnh đạo thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”'),
    paragraph(
      'part2-3',
      'Văn phòng UBND tỉnh chỉ đạo các phòng, ban, đơn vị đẩy mạnh công tác tuyên truyền, phổ biến chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước về Phong trào; gắn việc thực hiện phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” với các cuộc vận động, phong trào thi đua khác. Triển khai thực hiện có hiệu quả các chỉ tiêu, mục tiêu của Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” giai đoạn 2021 - 2026 theo {plan-23|Kế hoạch số 23/KH-UBND} ngày 18/01/2022 của UBND tỉnh và {plan-41|Kế hoạch số 41/KH-UBND} ngày 10/02/2022.',
    ),
    paragraph(
      'part2-4',
      'Để đạt mục tiêu 100% cơ quan, đơn vị đạt danh hiệu Cơ quan, đơn vị văn hóa năm 2022. Văn phòng UBND tỉnh đã chỉ đạo triển khai các giải pháp, chú trọng công tác tuyên truyền để nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền, đoàn thể, các phòng, ban, đơn vị và công chức, viên chức, lao động trong thực hiện phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”; chú trọng xây dựng đạo đức, lối sống, xây dựng môi trường văn hóa lành mạnh, phong phú; giữ gìn những giá trị văn hóa tốt đẹp; củng cố khối đại đoàn kết toàn dân; xây dựng nông thôn mới.',
    ),
    paragraph(
      'part2-5',
      'Đẩy mạnh công tác tuyên truyền các nội dung thực hiện Phong trào theo {decision-2214|Quyết định số 2214/QĐ-TTg} ngày 28/12/2021 của Thủ tướng Chính phủ về phê duyệt Chương trình thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” giai đoạn 2021 - 2026 và {plan-23|Kế hoạch số 23/KH-UBND} ngày 18/01/2022 của UBND tỉnh.',
    ),
    paragraph(
      'part2-6',
      'Chỉ đạo các phòng, ban, đơn vị thực hiện tốt công tác giám sát, nhằm thực hiện chặt chẽ, khách quan, công bằng việc bình xét và công nhận các danh hiệu văn hóa theo đúng quy định tại {decree-122|Nghị định số 122/2018/NĐ-CP} ngày 17/9/2018 của Chính phủ để nâng cao chất lượng các danh hiệu văn hóa.',
      '2.3.',
    ),
    paragraph(
      'part2-7',
      'Tuyên truyền, vận động các phòng, ban, đơn vị thực hiện tốt các nội dung phong trào và tổng hợp kết quả đăng ký xây dựng danh hiệu “Cơ quan, đơn vị, doanh nghiệp văn hóa” năm 2022 đúng thời gian.',
      '2.4.',
    ),
    paragraph(
      'part2-8',
      'Tuyên truyền, vận động cán bộ, công chức, viên chức, lao động, đoàn viên, hội viên thực hiện “Cuộc vận động toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại” góp phần nâng cao sức khỏe, thể lực, giáo dục đạo đức, ý chí, nhân cách, đẩy lùi các tệ nạn xã hội, đào tạo nguồn nhân lực góp phần xây dựng và bảo vệ Tổ quốc. Tích cực đăng ký tham gia Ngày chạy Olympic vì sức khỏe toàn dân; cán bộ, công chức tích cực tham gia các giải thể thao được tổ chức tại tỉnh Sơn La, như giải chạy VTM Mộc Châu (Marathon Mộc Châu 2022); tham gia các hội thi, cuộc thi của công đoàn viên chức, đoàn thanh niên về rèn luyện thân thể, thể dục, thể thao.',
      '2.5.',
    ),
    paragraph(
      'part2-9',
      'Vận động cán bộ, công chức, viên chức, lao động, đoàn viên, hội viên tích cực tham gia Liên hoan bản, tổ dân phố văn hóa tiêu biểu xuất sắc tỉnh Sơn La lần thứ V.',
      '2.6.',
    ),
    paragraph(
      'part2-10',
      'Giao Ban Chỉ đạo thực hiện nhiệm vụ giúp đỡ xã Chiềng Xuân, huyện Vân Hồ, tham mưu lồng ghép trong các hoạt động và tuyên truyền các tiêu chí văn hóa, xây dựng nếp sống văn hóa gắn với xây dựng nông thôn mới tại UBND xã Chiềng Xuân, huyện Vân Hồ là xã khu vực III Văn phòng UBND tỉnh được phân công nhiệm vụ giúp đỡ.',
      '2.7.',
    ),
    paragraph(
      'part2-11',
      'Tổng hợp, đánh giá, báo cáo kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” 6 tháng đầu năm 2022 và rà soát, đăng ký danh hiệu văn hóa năm 2023.',
      '2.8.',
    ),
    heading(1, 'III.', 'NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM'),
    paragraph(
      'part3-1',
      'Tiếp tục triển khai thực hiện {plan-23|Kế hoạch số 23/KH-UBND} ngày 18/01/2022 của UBND tỉnh triển khai Chương trình thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” trên địa bàn tỉnh Sơn La giai đoạn 2022 - 2026; {plan-41|Kế hoạch số 41/KH-UBND} ngày 10/02/2022 của UBND tỉnh thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022 và các kế hoạch của Văn phòng UBND tỉnh.',
      '1.',
    ),
    paragraph(
      'part3-2',
      'Đẩy mạnh công tác tuyên truyền giáo dục nâng cao nhận thức của công chức, cơ quan, đơn vị về vai trò của văn hóa, trách nhiệm thực hiện nhiệm vụ phát triển văn hóa; gắn với phát động và tổ chức tốt các phong trào thi đua ở cơ sở; kịp thời biểu dương, khen thưởng các cá nhân, tập thể, hộ gia đình văn hóa có thành tích xuất sắc trong Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” ở cơ quan, đơn vị.',
      '2.',
    ),
    paragraph(
      'part3-3',
      'Chi ủy các chi bộ và phòng, ban, đơn vị tập trung lãnh đạo, chỉ đạo thực hiện. Tạo điều kiện cho phong trào ở đơn vị hoạt động thường xuyên, hiệu quả. Chú trọng công tác giáo dục, hướng dẫn công chức, viên chức, lao động thực hiện phong trào.',
      '3.',
    ),
    paragraph(
      'part3-4',
      'Giám sát và thực hiện tốt việc bình xét và công nhận các danh hiệu văn hóa theo đúng quy định tại {decree-122|Nghị định số 122/2018/NĐ-CP} ngày 17/9/2018 của Chính phủ nhằm chấn chỉnh những biểu hiện bình xét qua loa, đại khái, không đúng quy trình. Kiên quyết loại bỏ bệnh hình thức, chạy theo thành tích.',
      '4.',
    ),
    paragraph(
      'part3-5',
      'Khuyến khích các tổ chức, cá nhân hỗ trợ cho các hoạt động của Phong trào; tạo mọi điều kiện cần thiết để công chức, viên chức, lao động tham gia các hoạt động văn hóa, thể thao, phát triển và nâng cao đời sống văn hóa ở cơ sở. Phổ biến, nhân rộng các điển hình tiên tiến và phát huy hiệu quả các danh hiệu văn hóa; có cách nghĩ, cách làm tích cực, sáng tạo; kịp thời bổ sung những giải pháp đặc thù trong quá trình thực hiện Phong trào phù hợp với thực tiễn của từng đơn vị.',
      '5.',
    ),
    paragraph(
      'part3-6',
      'Tổng hợp, báo cáo kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022 và đăng ký danh hiệu văn hóa năm 2023 đảm bảo thời gian.',
      '6.',
    ),
    paragraph('closing', 'Văn phòng UBND tỉnh trân trọng báo cáo./.'),
  ],
  signature: { capacityLines: ['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'], fullName: 'Sòi Đức Nghĩa' },
  secondSignature: null,
  recipients: { lines: ['Sở VH, TT&DL (Báo cáo)', 'LĐVP', 'Đ/c Tổng hợp', 'Trang Thông tin điện tử VP'], archive: 'VT, TCHCQT' },
  appendices: [],
}
