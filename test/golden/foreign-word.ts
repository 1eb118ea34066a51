import { strToU8, zipSync } from 'fflate'

/**
 * A report as offices type it in Word: direct formatting over Calibri defaults from the theme, Quốc hiệu and Tiêu ngữ in one
 * paragraph, rules as drawn lines, text cut into many runs, a field for the page number, a bulleted list of recipients,
 * empty paragraphs to sign on. Dữ liệu minh họa.
 */
export function foreignReport(change: (main: string) => string = main => main): Uint8Array {
  const part = (name: string, inner: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${namespaces}>${inner}</w:${name}>`)
  return zipSync({
    'word/document.xml': strToU8(change(`<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`)),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/header1.xml': part('hdr', header),
    'word/theme/theme1.xml': strToU8(theme),
    'word/_rels/document.xml.rels': strToU8('<Relationships><Relationship Id="rId9" Type="header" Target="header1.xml"/></Relationships>'),
  })
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:mc="urn:mc" xmlns:v="urn:v"'
const roman = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'

type Look = { readonly size?: number; readonly bold?: boolean; readonly italic?: boolean }

function run(text: string, { size = 14, bold = false, italic = false }: Look = {}): string {
  const properties = `${roman}${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size * 2}"/>`
  const broken = text.split('\n').map(line => `<w:t xml:space="preserve">${line}</w:t>`)
  return `<w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:rPr>${properties}</w:rPr>${broken.join('<w:br/>')}</w:r>`
}

function paragraph(align: string, content: string, more = ''): string {
  return `<w:p w:rsidR="00B2"><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/>${more}<w:jc w:val="${align}"/></w:pPr>${content}</w:p>`
}

/** A drawn line, with the older form Word keeps beside it. Points. */
function drawn(length: number): string {
  const extent = `<wp:anchor><wp:extent cx="${Math.round(length * 12_700)}" cy="0"/><a:graphic><a:prstGeom prst="line"/></a:graphic></wp:anchor>`
  return `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${extent}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="${length}pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

function cell(width: number, content: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`
}

function table(widths: readonly [number, number], rows: readonly (readonly [string, string])[]): string {
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  const line = ([left, right]: readonly [string, string]) => `<w:tr>${cell(widths[0], left)}${cell(widths[1], right)}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(line).join('')}</w:tbl>`
}

const text = (content: string) =>
  `<w:p><w:pPr><w:spacing w:before="120" w:after="0" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr>${content}</w:p>`

const letterhead = table(
  [3600, 5754],
  [
    [
      paragraph('center', run('UBND TỈNH SƠN LA', { size: 12 })) +
        paragraph('center', drawn(30) + run('VĂN ', { size: 12, bold: true }) + run('PHÒNG', { size: 12, bold: true })),
      paragraph('center', run('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true })) +
        paragraph('center', run('Độc lập - Tự do - ', { size: 13, bold: true }) + run('Hạnh phúc', { size: 13, bold: true })) +
        paragraph('center', drawn(158)),
    ],
    [
      paragraph('center', run('Số: 31/BC-VPUB', { size: 13 })),
      paragraph('center', run('Sơn La, ngày 05 tháng 7 ', { size: 13, italic: true }) + run('năm 2026', { size: 13, italic: true })),
    ],
  ],
)

const bullets = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'

const closing = table(
  [4700, 4654],
  [
    [
      paragraph('left', run('Nơi nhận:', { size: 12, bold: true, italic: true })) +
        ['Sở Văn hóa, Thể thao và Du lịch;', 'Lãnh đạo Văn phòng;', 'Lưu: VT, KGVX.']
          .map(line => paragraph('left', run(line, { size: 11 }), bullets))
          .join(''),
      paragraph('center', run('KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG', { bold: true })) +
        paragraph('center', '').repeat(4) +
        paragraph('center', run('Trần Văn Minh Họa', { bold: true })),
    ],
  ],
)

const section =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/><w:titlePg/></w:sectPr>'

const body = [
  letterhead,
  paragraph('center', ''),
  paragraph('center', run('BÁO CÁO', { bold: true })),
  paragraph(
    'center',
    run('Kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”\n6 tháng đầu năm 2026', { bold: true }),
  ),
  paragraph('center', drawn(90)),
  text(run('Văn phòng UBND tỉnh ') + run('báo cáo kết quả 6 tháng đầu năm 2026 như sau (dữ liệu minh họa):')),
  text(run('I. KẾT QUẢ', { bold: true })),
  text(
    run('1. Đã phổ biến kế hoạch tới 11 phòng, ban, đơn vị; ') +
      '<w:del><w:r><w:delText>bỏ câu này</w:delText></w:r></w:del>' +
      run('có 58 cán bộ, công chức tham gia.'),
  ),
  text(run('Văn phòng UBND tỉnh trân trọng báo cáo./.')),
  paragraph('left', ''),
  closing,
  paragraph('left', ''),
  section,
].join('')

const styles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'

const numbering =
  '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'

const header = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('2', { size: 13 })}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

const theme =
  '<a:theme xmlns:a="urn:a"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
