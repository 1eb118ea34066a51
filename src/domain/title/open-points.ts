/** What nobody on the project could read in the law. A screen lists them; none is filled in from memory. */
export const openPoints = {
  M1: 'Từ 01/7/2025 ai quyết định danh hiệu thôn, tổ dân phố văn hóa, ai làm phần việc của cấp huyện với xã tiêu biểu; luật sửa đổi năm 2026 và nghị định hướng dẫn viết thế nào',
  M2: 'Điều khoản nào của 122/2018/NĐ-CP giao cấp tỉnh định điểm từng tiêu chí',
  M3: 'Hộ vừa thuộc diện này vừa thuộc diện khác thì theo ngưỡng điểm nào',
  M4: '122/2018/NĐ-CP có niêm yết trước khi quyết định không; 86/2023/NĐ-CP có buộc đăng ký, có định túc và tỷ lệ đồng ý không',
  M5: 'Văn bản nào bãi bỏ 17/2011/TT-BVHTTDL, có bãi bỏ luôn 08/2014/TT-BVHTTDL không',
  M6: 'Ngày hiệu lực và các tiêu chí có số của 08/2014/TT-BVHTTDL',
  M7: 'Tiêu chuẩn, điểm, hạn của hướng dẫn 58/HD-TLĐ; ai chủ trì với cơ quan hành chính từ năm 2025',
  M8: 'Hồ sơ, tỷ lệ phiếu của hội đồng theo 04/2022/QĐ-TTg; ai làm thay cấp huyện',
  M9: 'Ngưỡng, quy trình, thẩm quyền của 42/2025/QĐ-TTg',
  M10: 'Giấy khen 3 năm, 5 năm còn được tặng sau 30/01/2024 theo quy chế của tỉnh không',
  M11: 'Trường hợp không xét tặng khu dân cư, thôn, tổ dân phố và xã',
  M12: 'Số của một số mẫu quyết định, giấy công nhận, giấy khen, tờ trình, biên bản',
  M13: 'Mức thưởng gia đình văn hóa hiện hành',
  M14: 'Thời điểm, hình thức công bố và trao tặng theo 122/2018/NĐ-CP',
  M15: 'Quyết định của UBND tỉnh Sơn La theo 86/2023/NĐ-CP và theo chính quyền hai cấp',
  M16: 'Điều khoản chuyển tiếp của 86/2023/NĐ-CP: hồ sơ năm 2023, chuỗi năm đang tính',
  M17: 'Tỷ lệ 20% hộ được giấy khen mà nơi khác nói là của 86/2023/NĐ-CP: không có căn cứ, không dùng',
  M18: 'Luật 97/2025/QH15 sửa gì về thực hiện dân chủ ở cơ sở; họp bình xét có là việc dân bàn và quyết định không',
} as const

export type OpenPointKey = keyof typeof openPoints
