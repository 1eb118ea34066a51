import { readFileSync } from 'node:fs'
import { readProvincialRules } from '#contract/score-sheet.ts'
import type { RuleBook } from '#domain/title/rule-book.ts'
import { ruleBookNamed } from '#domain/title/rule-books.ts'
import { type AdoptedSheet, adoptedSheet, type ProvincialRules, scoredLines } from '#domain/title/score-sheet.ts'

/** A rule book that is there, or a fault of the test. */
export function bookNamed(id: string): RuleBook {
  const found = ruleBookNamed(id)
  if (!found) throw new Error(`no rule book ${id}`)
  return found
}

/** The rules of an invented province, read from their file as an import reads them. */
export function provinceNamed(name: string): ProvincialRules {
  const rules = readProvincialRules(readFileSync(new URL(`../src/domain/title/cases/sheets/${name}.json`, import.meta.url), 'utf8'))
  if (!rules.ok) throw new Error(`${name}: ${rules.code} ${JSON.stringify(rules.details)}`)
  return rules.value
}

export function sheetNamed(name: string, ruleBook: string): AdoptedSheet {
  const sheet = adoptedSheet(provinceNamed(name), ruleBook)
  if (!sheet) throw new Error(`${name} has no sheet for ${ruleBook}`)
  return sheet
}

/** Every line at its most. */
export function fullPoints(sheet: AdoptedSheet): Record<string, number> {
  return Object.fromEntries(scoredLines(sheet).map(({ code, most }) => [code, most]))
}
