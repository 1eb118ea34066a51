import { describe, expect, test } from 'vitest'
import { ruleBookNamed, ruleBooks } from '#domain/title/rule-books.ts'
import { factsOf } from '#domain/title/sourced.ts'
import { sectionsOf } from './law-lines.ts'

describe('a rule book as it is read', () => {
  test('says every fact it holds, each once, in every rule book there is', () => {
    for (const book of ruleBooks) {
      const said = sectionsOf(book).flatMap(section => section.lines.flatMap(line => line.sayings.flatMap(({ fact }) => fact?.key ?? [])))
      const held = factsOf(book)
        .map(fact => fact.key)
        .filter(key => !key.endsWith('.actor')) // told in the sentence of the step
        .filter(key => book.exclusions.length === 0 || !key.endsWith('/exclusionsRead')) // the cases themselves are listed
      expect({ book: book.id, said: said.toSorted() }).toEqual({ book: book.id, said: held.toSorted() })
    }
  })

  test('names the vote and the quorum of 122/2018 and the ten days of posting of 86/2023', () => {
    expect(words('GDVH.ND122')).toEqual(expect.arrayContaining(['dự họp từ 60% số được triệu tập', 'đồng ý từ 60% số người dự']))
    expect(words('GDVH.ND86')).toContain('ít nhất 10 ngày')
  })
})

function words(id: string): (string | null)[] {
  const book = ruleBookNamed(id)
  return book ? sectionsOf(book).flatMap(section => section.lines.flatMap(line => line.sayings.map(saying => saying.words))) : []
}
