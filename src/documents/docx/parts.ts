import { type RoleStyle, roleStyles } from '../layout/roles.ts'
import { decree30, mmToTwips, pointsToTwips } from '../preset.ts'
import { element, textNode, type Xml } from './xml.ts'

/** The parts of the package that are the same for every document: styles, settings, fonts, page number, content types. */

export const wordNamespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Headings take Word's own style ids, so its navigation pane knows them. */
export function styleId(role: string): string {
  const name = role.charAt(0).toUpperCase() + role.slice(1)
  return isBuiltIn(role) ? name : `Nep${name}`
}

function isBuiltIn(role: string): boolean {
  return role.startsWith('heading')
}

export function fontElement(): Xml {
  const { font } = decree30
  return element('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:eastAsia': font, 'w:cs': font })
}

function sizeElements(points: number): Xml[] {
  return [element('w:sz', { 'w:val': points * 2 }), element('w:szCs', { 'w:val': points * 2 })]
}

export function stylesPart(): Xml {
  const language = { 'w:val': decree30.language, 'w:eastAsia': decree30.language, 'w:bidi': 'ar-SA' }
  return element(
    'w:styles',
    wordNamespaces,
    element(
      'w:docDefaults',
      {},
      element(
        'w:rPrDefault',
        {},
        element('w:rPr', {}, fontElement(), sizeElements(decree30.sizes.body.print), element('w:lang', language)),
      ),
      element(
        'w:pPrDefault',
        {},
        element('w:pPr', {}, element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' })),
      ),
    ),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      element('w:name', { 'w:val': 'Normal' }),
      element('w:qFormat'),
      element('w:rPr', {}, fontElement()),
    ),
    element(
      'w:style',
      { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      element('w:name', { 'w:val': 'Default Paragraph Font' }),
      element('w:uiPriority', { 'w:val': 1 }),
      element('w:semiHidden'),
    ),
    element(
      'w:style',
      { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      element('w:name', { 'w:val': 'Normal Table' }),
      element('w:uiPriority', { 'w:val': 99 }),
      element('w:semiHidden'),
      element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0)),
    ),
    Object.entries(roleStyles).map(([role, style]) => roleStyle(role, style)),
  )
}

export function cellMargins(sides: number, ends = 0): Xml {
  const margins = Object.entries({ top: ends, left: sides, bottom: ends, right: sides })
  return element(
    'w:tblCellMar',
    {},
    margins.map(([side, width]) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })),
  )
}

const alignments = { left: 'left', center: 'center', justify: 'both' } as const

function roleStyle(role: string, style: RoleStyle): Xml {
  const lines =
    style.line === 'single'
      ? { 'w:line': 240, 'w:lineRule': 'auto' }
      : { 'w:line': pointsToTwips(decree30.body.linePitch), 'w:lineRule': 'exact' }
  return element(
    'w:style',
    { 'w:type': 'paragraph', ...(isBuiltIn(role) ? {} : { 'w:customStyle': 1 }), 'w:styleId': styleId(role) },
    element('w:name', { 'w:val': style.name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      style.keepWithNext ? element('w:keepNext') : null,
      element('w:widowControl'),
      element('w:spacing', { 'w:before': pointsToTwips(style.before), 'w:after': pointsToTwips(style.after), ...lines }),
      element('w:ind', { 'w:firstLine': mmToTwips(style.firstLine) }),
      element('w:jc', { 'w:val': alignments[style.align] }),
      style.outline === null ? null : element('w:outlineLvl', { 'w:val': style.outline - 1 }),
    ),
    element('w:rPr', {}, fontElement(), style.bold ? element('w:b') : null, style.italic ? element('w:i') : null, sizeElements(style.size)),
  )
}

export function settingsPart(): Xml {
  return element(
    'w:settings',
    wordNamespaces,
    element('w:zoom', { 'w:percent': 100 }),
    element('w:defaultTabStop', { 'w:val': 720 }),
    element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    element(
      'w:compat',
      {},
      element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }),
    ),
    element('w:themeFontLang', { 'w:val': decree30.language }),
    element('w:decimalSymbol', { 'w:val': ',' }),
    element('w:listSeparator', { 'w:val': ';' }),
  )
}

export function fontTablePart(): Xml {
  return element(
    'w:fonts',
    wordNamespaces,
    element(
      'w:font',
      { 'w:name': decree30.font },
      element('w:panose1', { 'w:val': '02020603050405020304' }),
      element('w:charset', { 'w:val': '00' }),
      element('w:family', { 'w:val': 'roman' }),
      element('w:pitch', { 'w:val': 'variable' }),
    ),
  )
}

/** Annex I, I.I.7: the number stands in the middle of the upper margin, from page 2 on. */
export function pageNumberPart(): Xml {
  const field = element('w:fldSimple', { 'w:instr': 'PAGE' }, element('w:r', {}, element('w:t', {}, textNode('2'))))
  return element(
    'w:hdr',
    wordNamespaces,
    element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': styleId('pageNumber') })), field),
  )
}

export function emptyHeaderPart(): Xml {
  return element('w:hdr', wordNamespaces, element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': styleId('pageNumber') }))))
}

export function contentTypesPart(): Xml {
  return element(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    contentType('/word/document.xml', `${wordTypes}.document.main+xml`),
    contentType('/word/styles.xml', `${wordTypes}.styles+xml`),
    contentType('/word/settings.xml', `${wordTypes}.settings+xml`),
    contentType('/word/fontTable.xml', `${wordTypes}.fontTable+xml`),
    contentType('/word/header1.xml', `${wordTypes}.header+xml`),
    contentType('/word/header2.xml', `${wordTypes}.header+xml`),
    contentType('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )
}

function contentType(part: string, type: string): Xml {
  return element('Override', { PartName: part, ContentType: type })
}

function relationshipsPart(targets: readonly (readonly [id: string, type: string, target: string])[]): Xml {
  return element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    targets.map(([id, type, target]) => element('Relationship', { Id: id, Type: type, Target: target })),
  )
}

export function packageRelationshipsPart(): Xml {
  return relationshipsPart([
    ['rId1', `${relationships}/officeDocument`, 'word/document.xml'],
    ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
  ])
}

export const headerIds = { pageNumber: 'rId4', none: 'rId5' } as const

export function documentRelationshipsPart(): Xml {
  return relationshipsPart([
    ['rId1', `${relationships}/styles`, 'styles.xml'],
    ['rId2', `${relationships}/settings`, 'settings.xml'],
    ['rId3', `${relationships}/fontTable`, 'fontTable.xml'],
    [headerIds.pageNumber, `${relationships}/header`, 'header1.xml'],
    [headerIds.none, `${relationships}/header`, 'header2.xml'],
  ])
}
