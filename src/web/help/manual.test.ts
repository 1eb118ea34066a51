import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { roles } from '#domain/account/access.ts'
import { helpFor, helpRules } from './where.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'docs/manual')
const pages = new Map(
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => [name.replace('.md', ''), readFileSync(join(folder, name), 'utf8')]),
)

describe('the manual', () => {
  test('names buttons and places by the very words on the screen', () => {
    const screens = globSync('src/{web,contract,domain}/**/*.{ts,tsx}', { cwd: root })
      .map(name => readFileSync(join(root, name), 'utf8'))
      .join('\n')
    const gone = [...pages].flatMap(([page, text]) =>
      [...text.matchAll(/\*\*(.+?)\*\*/gu)]
        .map(found => found[1] ?? '')
        .filter(words => words !== 'đậm' && !screens.includes(words))
        .map(words => `${page}: ${words}`),
    )
    expect(gone).toEqual([])
  })

  test('shows every picture that is taken, and no picture that is not', () => {
    const shown = [...pages.values()].flatMap(text => [...text.matchAll(/\(pictures\/([\w-]+\.png)\)/gu)].map(found => found[1]))
    expect(new Set(shown)).toEqual(new Set(readdirSync(join(folder, 'pictures'))))
  })

  test('leads from one page to another that is there', () => {
    const led = [...pages.values()].flatMap(text => [...text.matchAll(/\(([\w-]+)\.md\)/gu)].map(found => found[1] ?? ''))
    expect(led.filter(page => !pages.has(page))).toEqual([])
  })
})

describe('help', () => {
  test('opens a heading that is there, whatever screen and role', () => {
    const lost = helpRules.filter(({ page, heading }) => !pages.get(page)?.includes(`\n## ${heading}\n`))
    expect(lost).toEqual([])
  })

  test('on a report tells the văn thư of form and the chuyên viên of writing', () => {
    expect(helpFor('/bao-cao/1', ['clerk'])).toEqual({ page: 'van-thu', heading: 'Kiểm thể thức' })
    expect(helpFor('/bao-cao/1', ['officer'])).toEqual({ page: 'chuyen-vien', heading: 'Soạn báo cáo kỳ' })
  })

  test('is there for everyone on every screen', () => {
    for (const role of roles) expect(pages.has(helpFor('/nowhere', [role]).page)).toBe(true)
  })
})
