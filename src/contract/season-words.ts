import { capitalise } from '#domain/kit/text.ts'
import type { SeasonRefusal } from '#domain/season/season.ts'
import { dayWords, type RefusalText } from './refusal-text.ts'

export const seasonRefusals: Record<SeasonRefusal, RefusalText> = {
  'season.unknown': { status: 404, say: 'Không có đợt bình xét này.' },
  'season.in-future': { status: 422, say: d => `Ngày ${dayWords(d.on)} chưa tới.` },
  'season.holder-ended': {
    status: 422,
    say: d => `${capitalise(String(d.name))} đã kết thúc từ ngày ${dayWords(d.on)}${d.at ? `: mở đợt ở ${d.at}` : ''}.`,
  },
  'season.held-elsewhere': { status: 422, say: d => `Đợt của danh hiệu này không mở ở ${d.name}: xem nơi tổ chức bình xét.` },
  'season.other-year': { status: 422, say: d => `Đợt của năm ${d.year} không mở ngày ${dayWords(d.on)}: xem lại năm hoặc ngày.` },
  'season.no-law': { status: 422, say: d => `Ngày ${dayWords(d.on)} không có văn bản nào về danh hiệu này.` },
  'season.title-unknown': {
    status: 422,
    say: d => `Ngày ${dayWords(d.on)} tỉnh không có danh hiệu này: quy định chưa có hiệu lực, đã hết hoặc đã rút.`,
  },
  'season.steps-unread': { status: 422, say: d => `Trình tự theo ${d.cites} chưa đọc được và tỉnh chưa quy định nên chưa mở đợt được.` },
  'season.steps-unconfirmed': {
    status: 422,
    say: d =>
      `Trình tự theo ${d.basis} của tỉnh chưa ai xác minh nên chưa mở đợt được: người có trách nhiệm đối chiếu rồi xác minh ở Luật và quy định.`,
  },
  'season.open-already': { status: 409, say: d => `Đợt năm ${d.year} đã mở từ ngày ${dayWords(d.on)}.` },
  'season.not-of-commune': { status: 422, say: 'Bản, thôn, tổ dân phố này không thuộc xã mở đợt vào ngày đó.' },
  'season.unknown-candidate': { status: 422, say: 'Hộ này không có trong danh sách đang xét.' },
  'season.not-living-there': {
    status: 422,
    say: d => `Ngày ${dayWords(d.on)} trong sổ của bản, thôn, tổ dân phố này không có hộ đã chọn.`,
  },
  'season.before-opening': { status: 422, say: d => `Đợt mở từ ngày ${dayWords(d.on)}: đăng ký từ ngày ấy trở đi.` },
  'season.list-closed': { status: 409, say: 'Danh sách đã chốt nên không thêm hộ được nữa.' },
  'season.handed-in': { status: 409, say: 'Hồ sơ đã trình: trả lại hồ sơ rồi mới sửa được điểm và kết quả.' },
  'season.settled': {
    status: 409,
    say: d => `Bước ngày ${dayWords(d.on)} đã căn cứ vào kết quả này: trình rồi trả lại hồ sơ về bước ấy mới sửa được.`,
  },
  'season.already-registered': { status: 409, say: d => `Hộ ${d.headName} đã đăng ký trong đợt này.` },
  'season.registered-elsewhere': {
    status: 409,
    say: d => `${d.headName} đã đăng ký danh hiệu này năm ${d.year} ở ${d.name}: mỗi năm xét ở một nơi, rút ở nơi kia trước.`,
  },
  'season.withdrawn-already': { status: 409, say: d => `Đăng ký này đã rút từ ngày ${dayWords(d.on)}.` },
  'season.withdrawn-before-registered': { status: 422, say: d => `Không rút trước ngày đăng ký (${dayWords(d.on)}).` },
  'season.decided-already': { status: 409, say: d => `Hộ ${d.headName} đã có quyết định.` },
  'season.nothing-to-carry-over': { status: 422, say: d => `Không có danh sách năm ${d.year} của nơi này để mang sang.` },
  'season.nothing-registered': { status: 422, say: d => `Sổ đăng ký danh hiệu năm ${d.year} chưa có cơ quan, đơn vị nào của nơi này.` },
  'season.years-short': {
    status: 422,
    say: d => `${d.headName} mới có ${d.have} năm liên tục tính đến năm ${d.year}, cần ${d.needed} năm chưa dùng để khen (${d.clause}).`,
  },
  'season.more-content-than-asked': { status: 422, say: d => `${d.agree} người hài lòng nhưng chỉ hỏi ${d.asked} người.` },
  'season.unknown-criterion': { status: 422, say: d => `Không có tiêu chí ${d.code} trong thang điểm.` },
  'season.not-in-law': { status: 422, say: d => `${d.cites} không có bước này.` },
  'season.wrong-step': { status: 409, say: 'Chưa đến bước này, hoặc bước này đã xong.' },
  'season.nobody-listed': { status: 422, say: 'Danh sách không còn hộ nào để xét.' },
  'season.day-before-step': { status: 422, say: d => `Ngày không được trước bước liền trước (${dayWords(d.on)}).` },
  'season.more-present-than-convened': {
    status: 422,
    say: d => `Có mặt ${d.present} nhưng chỉ triệu tập ${d.convened}: xem lại hai số này.`,
  },
  'season.more-absent-than-missing': { status: 422, say: d => `Ghi tên ${d.absent} người vắng nhưng chỉ vắng ${d.missing}.` },
  'season.ended-before-begun': { status: 422, say: 'Giờ kết thúc họp phải sau giờ bắt đầu.' },
  'season.more-votes-than-present': { status: 422, say: d => `${d.votes} phiếu nhưng chỉ có ${d.present} người dự: xem lại số phiếu.` },
  'season.voted-twice': { status: 422, say: 'Một hộ được ghi biểu quyết hai lần trong cùng cuộc họp.' },
  'season.nobody-gathered': { status: 422, say: 'Chưa ghi cuộc họp nào.' },
  'season.unknown-gathering': { status: 404, say: 'Không có cuộc họp này, hoặc đã gạch bỏ.' },
  'season.votes-missing': { status: 422, say: d => `Còn ${d.count} hộ chưa được biểu quyết ở mọi cuộc họp.` },
  'season.no-quorum': {
    status: 422,
    say: d => `Có mặt ${d.present}/${d.convened}, chưa đủ ${d.percent}% (${d.clause}): họp lại hoặc phát phiếu đến từng hộ vắng.`,
  },
  'season.nobody-proposed': { status: 422, say: 'Không có hộ nào đủ phiếu để đề nghị.' },
  'season.few-votes': {
    status: 422,
    say: d => `${d.count} hộ chưa đủ tỷ lệ đồng ý (${d.names}): không đề nghị, hoặc ghi vì sao vẫn đề nghị.`,
  },
  'season.posting-backwards': { status: 422, say: 'Ngày cuối niêm yết phải từ ngày đầu trở đi.' },
  'season.posting-too-short': { status: 422, say: d => `Niêm yết ${d.days} ngày, ít nhất phải ${d.least} ngày (${d.clause}).` },
  'season.not-posted': { status: 422, say: 'Danh sách chưa niêm yết.' },
  'season.posting-goes-on': { status: 422, say: d => `Niêm yết đến hết ngày ${dayWords(d.on)}: sau ngày ấy mới trình hồ sơ.` },
  'season.unknown-opinion': { status: 404, say: 'Không có ý kiến này.' },
  'season.answered-already': { status: 409, say: d => `Ý kiến này đã trả lời ngày ${dayWords(d.on)}.` },
  'season.dossier-incomplete': { status: 422, say: d => `Còn thiếu bảng tự đánh giá của ${d.count} hộ (${d.clause}).` },
  'season.nothing-to-send-back': { status: 409, say: 'Hồ sơ chưa trình nên không có gì để trả lại.' },
  'season.no-authority': { status: 422, say: d => `${d.name} không có thẩm quyền quyết định danh hiệu này.` },
  'season.other-authority': { status: 422, say: d => `Theo ${d.clause}, người quyết định là ${d.expected}, không phải ${d.authority}.` },
  'season.authority-gone': { status: 422, say: d => `Ngày ${dayWords(d.on)} không có ${d.name} để ra quyết định.` },
  'season.not-submitted': { status: 422, say: 'Chưa bản, thôn, tổ dân phố nào trong số đã chọn trình hồ sơ.' },
  'season.nobody-to-decide': { status: 422, say: 'Không còn hộ nào chờ quyết định.' },
  'season.nobody-recognised': {
    status: 422,
    say: d => `Không ai được công nhận (${d.failed} không đạt): không ra quyết định tặng danh hiệu, kết quả bình xét vẫn còn trong đợt.`,
  },
  'season.open-left': {
    status: 409,
    say: d => `Còn ${d.count} trường hợp có điều chưa rõ: ${d.names}. Ghi lý do để công nhận, hoặc nêu tên để chờ xét sau.`,
  },
  'season.no-cases-in-law': { status: 422, say: d => `${d.cites} không nêu trường hợp nào không xét tặng để rà soát.` },
  'season.look-before-year': {
    status: 422,
    say: d => `Rà soát đến ngày ${dayWords(d.on)} thì chưa nói được gì về năm xét ${d.year}.`,
  },
  'season.grounds-unlooked': {
    status: 409,
    say: d => `${d.count} hộ chờ rà soát căn cứ loại trừ: ${d.names}. Rà soát rồi mới quyết định, hoặc nêu tên để chờ xét sau.`,
  },
  'season.over-cap': {
    status: 422,
    say: d =>
      `Chỉ khen được ${d.places} (${d.percent}% của ${d.of} trường hợp đủ năm${Number(d.taken) > 0 ? `, đã khen ${d.taken}` : ''}), danh sách có ${d.told} (${d.clause}).`,
  },
  'season.no-round': { status: 422, say: 'Chọn công nhận lần đầu hay công nhận lại: mỗi lần do một cấp quyết định.' },
  'season.law-changed': { status: 409, say: d => `${d.doubt}. Ghi lý do quyết định theo văn bản của đợt.` },
  'season.total-differs': { status: 409, say: d => `Quyết định ghi ${d.told} nhưng danh sách có ${d.total}.` },
  'season.unknown-decision': { status: 404, say: 'Không có quyết định này.' },
  'season.published-already': { status: 409, say: d => `Quyết định đã công bố ngày ${dayWords(d.on)}.` },
  'season.unknown-recognition': { status: 404, say: 'Hộ này chưa được công nhận.' },
  'season.revoked-already': { status: 409, say: d => `Danh hiệu đã bị thu hồi ngày ${dayWords(d.on)}.` },
  'season.no-such-ground': {
    status: 422,
    say: d =>
      `Ngày ${dayWords(d.on)} không có căn cứ thu hồi này: bốn căn cứ của Luật 06/2022/QH15 có từ ngày 1/1/2024, trước đó ghi theo văn bản khi ấy.`,
  },
  'season.handed-over-already': { status: 409, say: d => `Giấy công nhận đã trao ngày ${dayWords(d.on)}.` },
}
