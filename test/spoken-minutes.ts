import { oneOf, type Random, shuffled, wholeBetween } from './random.ts'

// What village meetings say, invented: stock phrases everybody uses, and what only this village would say.

const openings = [
  'Đồng chí trưởng bản thông qua danh sách các hộ đăng ký và nêu lại từng tiêu chuẩn để bà con nắm được trước khi thảo luận',
  'Sau khi nghe trưởng bản đọc danh sách hộ đăng ký, bà con lần lượt cho ý kiến về từng hộ một cách thẳng thắn, dân chủ',
  'Ban công tác Mặt trận nhắc lại kết quả năm trước, những hộ còn thiếu sót và việc bản đã hứa khắc phục trong năm nay',
  'Cuộc họp nghe tổ giúp việc đọc bảng tự đánh giá của các hộ, hộ nào có ý kiến khác thì phát biểu ngay tại chỗ',
]
const topics = [
  'còn thả rông trâu bò phá rẫy của hộ bên cạnh, trưởng bản đã nhắc hai lần',
  'chưa làm hố rác, nước thải còn chảy ra đường chung',
  'đã cho con đi học lại từ đầu học kỳ hai, bà con ghi nhận',
  'còn để đám cưới kéo dài ba ngày, mở loa to quá giờ quy định',
  'tự nguyện hiến đất làm đường vào khu sản xuất',
  'đi làm ăn xa cả năm, không dự buổi lao động chung nào',
  'giúp ba hộ nghèo giống lúa và ngày công gặt',
  'chưa đóng quỹ khuyến học, hứa nộp sau vụ ngô',
  'có con trai bị nhắc nhở vì chạy xe không có giấy phép',
  'dựng lại nhà tiêu hợp vệ sinh, không còn nuôi lợn dưới gầm sàn',
  'tham gia đội văn nghệ, hướng dẫn các cháu múa xòe',
  'hai vợ chồng hay to tiếng, tổ hòa giải đã đến nhà hai lần',
  'chặt cây trong rừng phòng hộ, đã ký cam kết không tái phạm',
  'giữ sạch đoạn đường trước cửa, trồng hoa từ đầu năm',
  'mới tách hộ tháng sáu, đề nghị xem đã đủ thời gian cư trú chưa',
  'có người nghiện vừa đi cai về, gia đình quan tâm giúp đỡ',
  'bán hàng lấn lòng đường vào ngày chợ phiên',
  'cho mượn nhà làm lớp xóa mù chữ buổi tối',
]
const asks = ['Bà con đề nghị', 'Chi hội phụ nữ đề nghị', 'Đoàn thanh niên đề nghị', 'Người cao tuổi trong bản đề nghị']
const wishes = [
  'sửa mái nhà văn hóa trước mùa mưa và mua thêm ghế ngồi',
  'mỗi tháng dọn vệ sinh mương nước một lần, hộ nào vắng thì làm bù',
  'lập lại tổ trông coi trâu bò vào vụ lúa',
  'xã cho thêm sách về kỹ thuật chăn nuôi ở tủ sách chung',
  'nhắc nhau giảm cỗ bàn khi có việc hiếu, việc hỉ',
  'xin xã bóng điện cho đoạn đường qua suối',
  'lắp loa ở cuối bản vì bà con không nghe được thông báo',
]
const closings = [
  'Cuộc họp thống nhất danh sách đề nghị, hộ chưa đạt được giải thích rõ lý do và hẹn phấn đấu năm sau',
  'Trưởng bản kết luận, giao tổ giúp việc lập danh sách niêm yết tại nhà văn hóa để bà con góp ý tiếp',
  'Không còn ai có ý kiến khác, thư ký đọc lại biên bản cho mọi người nghe rồi cùng ký tên',
]
const families = ['Lò', 'Cầm', 'Hà', 'Quàng', 'Tòng', 'Lường', 'Vì', 'Bạc', 'Hoàng', 'Đèo', 'Cà', 'Mùa', 'Giàng', 'Sồng', 'Vàng']
const middles = ['Văn', 'Thị']
const givens = [
  'An',
  'Bình',
  'Chung',
  'Dung',
  'Hặc',
  'Inh',
  'Khặm',
  'Lả',
  'Muôn',
  'Nọi',
  'Ơn',
  'Pâng',
  'Quý',
  'Sươi',
  'Toản',
  'Ún',
  'Xuân',
  'Yên',
]

export function aName(random: Random): string {
  return `${oneOf(random, families)} ${oneOf(random, middles)} ${oneOf(random, givens)}`
}

/** Minutes as a careful secretary takes them: stock phrases at both ends, and between them what was said of whom. */
export function honestMinutes(random: Random): string {
  const said = shuffled(random, topics)
    .slice(0, wholeBetween(random, 4, 8))
    .map(topic => `Hộ ông bà ${aName(random)} ${topic}, ${wholeBetween(random, 2, 60)} người đồng ý nêu ra`)
  const asked = shuffled(random, wishes)
    .slice(0, wholeBetween(random, 1, 2))
    .map(wish => `${oneOf(random, asks)} ${wish}`)
  return [oneOf(random, openings), ...said, ...asked, oneOf(random, closings)].join('. ')
}

/** Another village's minutes with new names and numbers; some sentences written anew, as far as `anew` of them. */
export function copiedMinutes(random: Random, text: string, anew: number): string {
  const fresh = honestMinutes(random).split('. ')
  return text
    .split('. ')
    .map(sentence => (random() < anew ? oneOf(random, fresh) : sentence))
    .map(sentence => sentence.replace(/ông bà \p{Lu}\S+ \p{Lu}\S+ \p{Lu}\S+/u, `ông bà ${aName(random)}`))
    .map(sentence => sentence.replace(/\d+/u, String(wholeBetween(random, 2, 60))))
    .join('. ')
}
