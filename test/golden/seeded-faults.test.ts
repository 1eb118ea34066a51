import { expect, test } from 'vitest'
import { type CheckFacts, checkDocx } from '#documents/check/check-docx.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import { article } from './build.ts'
import { editPart, formatParagraph, formatRun, withText } from './faults.ts'
import { drafts, issued } from './fixtures.ts'

const plan = issued(drafts.plan, 17)
const letter = issued(drafts.officialLetter, 112)
const decision = issued(drafts.decision, 45)
const proposal = issued(drafts.proposal, 8)
const minutes = issued(drafts.minutes, 3)

type Fault = {
  readonly code: string
  readonly name: string
  readonly document?: OfficialDocument
  readonly spoil?: (docx: Uint8Array) => Uint8Array
  readonly facts?: CheckFacts
}

const main = 'word/document.xml'
const inMain = (from: string | RegExp, to: string) => (docx: Uint8Array) => editPart(docx, main, from, to)
const aim = 'Nâng cao nhận thức, trách nhiệm'

const faults: readonly Fault[] = [
  { code: 'K01', name: 'left margin of 25 mm', spoil: inMain('w:left="1701"', 'w:left="1417"') },
  { code: 'K01', name: 'letter paper', spoil: inMain('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="12240" w:h="15840"/>') },
  { code: 'K02', name: 'a sentence in Arial', spoil: docx => formatRun(docx, aim, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>') },
  {
    code: 'K02',
    name: 'accented letters in another font than plain ones',
    spoil: docx => formatRun(docx, aim, '<w:rFonts w:hAnsi="Calibri"/>'),
  },
  { code: 'K02', name: 'a red sentence', spoil: docx => formatRun(docx, aim, '<w:color w:val="FF0000"/>') },
  { code: 'K03', name: 'letters and tone marks apart', spoil: inMain('Nâng cao nhận thức', 'Nâng cao nhận thức'.normalize('NFD')) },
  { code: 'K03', name: 'a TCVN3 font', spoil: docx => formatRun(docx, aim, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>') },
  { code: 'K04', name: 'page number on the first page', spoil: inMain('<w:titlePg/>', '') },
  {
    code: 'K04',
    name: 'page number at the right',
    spoil: docx =>
      editPart(docx, 'word/header1.xml', '<w:pStyle w:val="NepPageNumber"/>', '<w:pStyle w:val="NepPageNumber"/><w:jc w:val="right"/>'),
  },
  { code: 'K05', name: 'national name in 11 pt', spoil: docx => formatRun(docx, 'CỘNG HÒA', '<w:b/><w:sz w:val="22"/>') },
  { code: 'K05', name: 'national name misspelt', spoil: inMain('VIỆT NAM', 'VIÊT NAM') },
  { code: 'K05', name: 'national name broken into two lines', spoil: inMain('XÃ HỘI CHỦ', 'XÃ HỘI</w:t><w:br/><w:t>CHỦ') },
  { code: 'K06', name: 'motto with long dashes', spoil: inMain('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc') },
  {
    code: 'K06',
    name: 'rule shorter than the motto',
    spoil: inMain(/(Hạnh phúc.*?)<w:ind w:left="\d+" w:right="\d+"\/>/u, '$1<w:ind w:left="2000" w:right="2000"/>'),
  },
  {
    code: 'K07',
    name: 'rule as long as the name',
    spoil: inMain(/<w:ind w:left="\d+" w:right="\d+"\/>/u, '<w:ind w:left="0" w:right="0"/>'),
  },
  { code: 'K07', name: 'superior body in bold', spoil: docx => formatRun(docx, 'UBND TỈNH SƠN LA', '<w:b/>') },
  { code: 'K07', name: 'issuer not in bold', spoil: docx => formatRun(docx, 'VĂN PHÒNG', '<w:b w:val="0"/>') },
  { code: 'K08', name: 'a report by its symbol, a plan by its title', spoil: inMain('17/KH-VPUB', '17/BC-VPUB') },
  { code: 'K08', name: 'number without its zero', spoil: inMain('Số: 17/', 'Số: 7/') },
  { code: 'K08', name: 'a space inside the symbol', spoil: inMain('17/KH-VPUB', '17/KH - VPUB') },
  { code: 'K08', name: 'a kind in the symbol of a letter', document: letter, spoil: inMain('112/SVHTTDL', '112/CTr') },
  { code: 'K09', name: 'month 6 with a zero', spoil: inMain('tháng 6 năm 2022', 'tháng 06 năm 2022') },
  { code: 'K09', name: 'upright date', spoil: docx => formatRun(docx, 'Sơn La, ngày', '<w:i w:val="0"/>') },
  { code: 'K09', name: 'the place of another body', facts: { place: 'Chiềng Sơn' } },
  { code: 'K10', name: 'issued without a number', document: { ...plan, code: { ...plan.code, number: null } } },
  { code: 'K10', name: 'issued without a day', document: { ...plan, placeAndDate: drafts.plan.placeAndDate } },
  { code: 'K11', name: 'a number is skipped', facts: { register: { lastNumber: 15, lastOn: plainDate('2022-06-01') } } },
  { code: 'K11', name: 'a day before the last document', facts: { register: { lastNumber: 16, lastOn: plainDate('2022-06-08') } } },
  { code: 'K12', name: 'no subject', document: { ...plan, subject: '' } },
  { code: 'K12', name: 'subject in 12 pt', spoil: docx => formatRun(docx, 'Thực hiện Phong trào', '<w:b/><w:sz w:val="24"/>') },
  { code: 'K12', name: 'V/v in bold', document: letter, spoil: docx => formatRun(docx, 'V/v báo cáo', '<w:b/>') },
  { code: 'K13', name: 'text in 12 pt', spoil: docx => formatRun(docx, aim, '<w:sz w:val="24"/>') },
  { code: 'K13', name: 'ragged right', spoil: docx => formatParagraph(docx, 'NepBody', '<w:jc w:val="left"/>') },
  { code: 'K13', name: 'no first line', spoil: docx => formatParagraph(docx, 'NepBody', '<w:ind w:firstLine="0"/>') },
  { code: 'K13', name: 'paragraphs without distance', spoil: docx => formatParagraph(docx, 'NepBody', '<w:spacing w:after="0"/>') },
  { code: 'K13', name: 'double lines', spoil: docx => formatParagraph(docx, 'NepBody', '<w:spacing w:line="480" w:lineRule="auto"/>') },
  { code: 'K14', name: 'an upright basis', document: decision, spoil: docx => formatRun(docx, 'Căn cứ Luật Thi đua', '<w:i w:val="0"/>') },
  { code: 'K14', name: 'a basis without its semicolon', document: decision, spoil: inMain(/(Luật Thi đua, khen thưởng.*?);/u, '$1.') },
  {
    code: 'K15',
    name: 'a repeated citation in full',
    document: withText(plan, 'demand', 'Bám sát {plan-41|Kế hoạch số 41/KH-UBND} ngày 10 tháng 02 năm 2022 của UBND tỉnh.'),
  },
  {
    code: 'K15',
    name: 'a first citation without its subject',
    document: withText(plan, 'demand', 'Bám sát Kế hoạch số 23/KH-UBND ngày 18 tháng 01 năm 2022 của UBND tỉnh.'),
  },
  { code: 'K15', name: 'the number of a law', document: withText(plan, 'demand', 'Bám sát Luật Thi đua, khen thưởng số 06/2022/QH15.') },
  {
    code: 'K16',
    name: 'a deputy who does not say for whom',
    document: { ...plan, signature: { ...plan.signature, capacityLines: ['KT. CHÁNH VĂN PHÒNG'] } },
  },
  {
    code: 'K16',
    name: 'a degree before the name',
    document: { ...plan, signature: { ...plan.signature, fullName: 'ThS. Nguyễn Văn Minh Họa' } },
  },
  {
    code: 'K16',
    name: 'another signer than the directory says',
    facts: { signature: { capacityLines: ['CHÁNH VĂN PHÒNG'], fullName: 'Trần Văn Khác' } },
  },
  { code: 'K16', name: 'no name', document: { ...plan, signature: { ...plan.signature, fullName: null } } },
  { code: 'K16', name: 'minutes signed by one', document: { ...minutes, secondSignature: null } },
  {
    code: 'K17',
    name: 'a letter to nobody',
    document: { ...letter, addressees: [], recipients: { ...letter.recipients, lines: ['UBND tỉnh'] } },
  },
  {
    code: 'K17',
    name: 'a list of addressees without its full stop',
    document: letter,
    spoil: inMain('các xã, phường.<', 'các xã, phường<'),
  },
  { code: 'K18', name: 'recipients in 12 pt', spoil: docx => formatRun(docx, '- Sở VH, TT', '<w:sz w:val="24"/>') },
  { code: 'K18', name: 'upright heading of recipients', spoil: docx => formatRun(docx, 'Nơi nhận:', '<w:b/><w:i w:val="0"/>') },
  { code: 'K18', name: 'no archive', document: { ...plan, recipients: { ...plan.recipients, archive: 'Hồ sơ' } } },
  {
    code: 'K19',
    name: 'addressed, but not the first recipient',
    document: { ...letter, recipients: { ...letter.recipients, lines: ['UBND tỉnh'] } },
  },
  { code: 'K20', name: 'no closing sign', spoil: inMain('điều chỉnh./.', 'điều chỉnh.') },
  {
    code: 'K21',
    name: 'an appendix nobody mentions',
    document: {
      ...decision,
      blocks: decision.blocks.map(block => (block.id === 'article-1-text' ? (article(1, 'Công nhận 48 hộ gia đình.')[1] ?? block) : block)),
    },
  },
  { code: 'K21', name: 'two appendices without numbers', document: proposal, spoil: inMain('>Phụ lục I<', '>Phụ lục 1<') },
  { code: 'K21', name: 'an appendix of another document', document: decision, spoil: inMain('Quyết định số 45/', 'Quyết định số 44/') },
  {
    code: 'K22',
    name: 'a sentence without its capital',
    document: withText(plan, 'demand', 'Các nhiệm vụ có thời hạn. đơn vị chủ trì báo cáo.'),
  },
  { code: 'K22', name: 'a province with a capital', document: withText(plan, 'demand', 'Phối hợp với các xã của Tỉnh Sơn La.') },
  { code: 'K22', name: 'the people without a capital', document: withText(plan, 'demand', 'Vận động các tầng lớp nhân dân tham gia.') },
  { code: 'K22', name: 'a cited plan without its capital', document: withText(plan, 'demand', 'Bám sát kế hoạch số 41/KH-UBND.') },
  {
    code: 'K22',
    name: 'the movement without its capital',
    document: withText(plan, 'demand', 'Tham gia phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”.'),
  },
  { code: 'K23', name: 'a figure left open', document: withText(plan, 'demand', 'Có {?số nhiệm vụ} nhiệm vụ được giao.') },
  { code: 'K23', name: 'a percentage without a number', document: withText(plan, 'demand', 'Có % nhiệm vụ hoàn thành.') },
  { code: 'K24', name: 'a year of an older text', document: withText(plan, 'demand', 'Hoàn thành nhiệm vụ năm 2019.') },
  {
    code: 'K24',
    name: 'one programme, two stretches of years',
    document: withText(plan, 'demand', 'Thực hiện mục tiêu giai đoạn 2021 - 2026; kinh phí giai đoạn 2022 - 2026.'),
  },
  { code: 'K25', name: 'a space before a comma', document: withText(plan, 'demand', 'Các nhiệm vụ có chủ trì , thời hạn.') },
  { code: 'K25', name: 'a one-sided hyphen', document: withText(plan, 'demand', 'Giao phòng Khoa giáo- Văn xã theo dõi.') },
  {
    code: 'K26',
    name: 'two ways to place a tone mark',
    document: withText(plan, 'demand', 'Uỷ ban nhân dân tỉnh và các đơn vị phối hợp, bảo đảm hài hòa.'),
  },
]

for (const { code, name, document = plan, spoil, facts } of faults)
  test(`${code}: ${name} is found, and nothing else`, async () => {
    const docx = await writeDocx(document)
    const checked = checkDocx(spoil ? spoil(docx) : docx, 'issued', facts)
    expect(checked.ok && [...new Set(checked.value.remarks.map(remark => remark.code))]).toEqual([code])
  })

test('every check a file can show has a seeded fault', () => {
  const codes = new Set(faults.map(fault => fault.code))
  expect(Array.from({ length: 26 }, (_, i) => `K${String(i + 1).padStart(2, '0')}`).filter(code => !codes.has(code))).toEqual([])
})
