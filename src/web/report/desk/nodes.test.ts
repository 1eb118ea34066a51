import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Inline } from '#domain/document/official-document.ts'
import { merged } from '#domain/report/prose.ts'
import { openFrom } from './held.ts'
import { openOf, reportNodes, runsOf, runsToEditor, toEditor } from './nodes.ts'
import { makePlaces } from './places.ts'
import { oneLine, toPieces } from './runs.ts'

const schema = getSchema(reportNodes(makePlaces()))
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(text => text.normalize('NFC'))
const inline = fc.oneof(
  words.map((text): Inline => ({ type: 'text', text })),
  fc.record({ figureId: fc.uuid(), text: words }).map((run): Inline => ({ type: 'figure', ...run })),
  fc.record({ documentId: fc.uuid(), text: words }).map((run): Inline => ({ type: 'citation', ...run })),
  words.map((what): Inline => ({ type: 'missing', what })),
)
const runs = fc.array(inline, { maxLength: 8 })

it('a paragraph goes into the editor and comes out again without losing anything', () => {
  fc.assert(
    fc.property(runs, given => {
      expect(runsOf(runsToEditor(schema, given))).toEqual(merged(given))
    }),
  )
})

it('a whole report goes in and comes out, its paragraphs under their own ids', () => {
  fc.assert(
    fc.property(fc.array(runs, { minLength: 1, maxLength: 4 }), paragraphs => {
      const content = {
        formName: 'form',
        figures: [],
        sections: [
          {
            key: 's',
            level: 1 as const,
            label: 'I.',
            heading: 'PHẦN',
            paragraphs: paragraphs.map((inlines, i) => ({
              id: `p${i}`,
              label: null,
              inlines,
              origins: [],
              besideFigureIds: [],
              edited: null,
            })),
          },
        ],
      }
      const doc = schema.nodeFromJSON(toEditor(content, openFrom(content)))
      doc.check()
      expect([...openOf(doc)]).toEqual(paragraphs.map((inlines, i) => [`p${i}`, merged(inlines)]))
    }),
  )
})

it('what is sent names numbers by what they are, not by how they print', () => {
  expect(
    toPieces([
      { type: 'text', text: 'có ' },
      { type: 'figure', text: '08', figureId: 'f' },
    ]),
  ).toEqual([
    { type: 'text', text: 'có ' },
    { type: 'figure', figureId: 'f' },
  ])
})

it('what is pasted from Word becomes words of one paragraph', () => {
  expect(oneLine('Một\r\n  hai\u2028ba\tbốn\u0007 va\u0300')).toBe('Một hai ba bốn và')
})
