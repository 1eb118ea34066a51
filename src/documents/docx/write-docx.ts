import { zipSync } from 'fflate'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import type { LaidOut } from '../layout/laid-out.ts'
import { layOut } from '../layout/lay-out.ts'
import { decree30 } from '../preset.ts'
import { documentPart } from './body.ts'
import {
  contentTypesPart,
  documentRelationshipsPart,
  emptyHeaderPart,
  fontTablePart,
  packageRelationshipsPart,
  pageNumberPart,
  settingsPart,
  stylesPart,
} from './parts.ts'
import { element, textNode, type Xml, xmlPart } from './xml.ts'

let fixedParts: Readonly<Record<string, Uint8Array>> | null = null

/** A document as a Word file. The same document gives the same bytes: no clock, no random id. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const laid = layOut(document)
  return packDocx(documentPart(laid), laid)
}

/** A main part with everything a package needs beside it. */
export function packDocx(main: Xml, properties: FileProperties): Uint8Array {
  const { '[Content_Types].xml': types, '_rels/.rels': relations, ...rest } = (fixedParts ??= makeFixedParts())
  const parts = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations,
    'docProps/core.xml': xmlPart(corePart(properties)),
    'word/document.xml': xmlPart(main),
    ...rest,
  }
  // Zip entries carry a day; the first one a zip can say stands for none.
  return zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' })
}

function makeFixedParts() {
  return {
    '[Content_Types].xml': xmlPart(contentTypesPart()),
    '_rels/.rels': xmlPart(packageRelationshipsPart()),
    'word/_rels/document.xml.rels': xmlPart(documentRelationshipsPart()),
    'word/styles.xml': xmlPart(stylesPart()),
    'word/settings.xml': xmlPart(settingsPart()),
    'word/fontTable.xml': xmlPart(fontTablePart()),
    'word/header1.xml': xmlPart(pageNumberPart()),
    'word/header2.xml': xmlPart(emptyHeaderPart()),
  }
}

type FileProperties = Pick<LaidOut, 'title' | 'issuer' | 'issuedOn'>

/** Title, issuer, language, and the day of issue once there is one. */
function corePart({ title, issuer, issuedOn }: FileProperties): Xml {
  const instant = issuedOn === null ? null : textNode(`${issuedOn}T00:00:00Z`)
  const when = (name: string) => (instant === null ? null : element(name, { 'xsi:type': 'dcterms:W3CDTF' }, instant))
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, textNode(title)),
    element('dc:creator', {}, textNode(issuer)),
    element('dc:language', {}, textNode(decree30.language)),
    when('dcterms:created'),
    when('dcterms:modified'),
  )
}
