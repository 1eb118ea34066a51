import { expect, type Page } from '@playwright/test'
import { linksIn } from '../golden/pdf-links.ts'

// Every number of an issued report: clicked on its page, found again in its PDF, opened, and added again from what stands behind it.

/** A number on the page: where a click leads; in a table also the unit of its row, and its column. */
type Clicked = {
  readonly text: string
  readonly figureId: string
  readonly address: string
  readonly unitName: string | null
  readonly column: string | null
}

/** What the panel at the right says of a number. */
type Opened = {
  readonly facts: Readonly<Record<string, string>>
  readonly parts: readonly (readonly [unitName: string, words: string])[]
  readonly text: string
}

export async function expectEveryNumberOpens(page: Page, reportId: string): Promise<void> {
  const file = async (name: string) => (await page.request.get('/api/report.download', { params: { id: reportId, name } })).body()
  const issued = await file('bao-cao.html')
  const shown = await page.goto(`/api/report.preview?id=${reportId}&format=html`)
  expect(issued.equals((await shown?.body()) ?? Buffer.of())).toBe(true)
  await page.goto('about:blank')
  await page.setContent(issued.toString()) // the house serves it behind a fence where nothing could note a click
  const clicked = await page.evaluate(clickAll)
  const leads = clicked.map(({ text, address }) => ({ text: text.replace(/\s/gu, ''), address }))
  expect(await linksIn(await file('bao-cao.pdf'))).toEqual(leads)

  await page.goto(`/bao-cao/${reportId}`)
  await expect(page.getByRole('tab', { name: /^Nội dung/u })).toBeVisible()
  const byColumn = Map.groupBy(clicked, ({ column }) => column)
  for (const number of byColumn.get(null) ?? []) expectAddedAgain(number, await opened(page, number))
  byColumn.delete(null)
  for (const numbers of byColumn.values()) {
    const cells = numbers.filter(({ unitName }) => unitName !== 'Cộng')
    const total = numbers.find(({ unitName }) => unitName === 'Cộng')
    const panel = await opened(page, total ?? unadded(cells))
    if (total) expectAddedAgain(total, panel)
    const rows = cells.map(({ unitName, text }) => `${unitName}: ${text}`.toLocaleLowerCase('vi'))
    expect(rows.toSorted()).toEqual(panel.parts.map(part => part.join(': ').toLocaleLowerCase('vi')).toSorted())
  }
}

/** What is not added up, since people may be counted twice, has no number of its own: it opens to the numbers of the units. */
function unadded([cell]: readonly Clicked[]): Pick<Clicked, 'address'> {
  return { address: cell?.address.replace(/%2F[^%]*$/u, '') ?? '' }
}

/** Runs in the page: clicks each number, and tells where the browser would have gone. */
function clickAll(): Clicked[] {
  let address = ''
  document.addEventListener('click', event => {
    event.preventDefault()
    address = (event.target instanceof Element && event.target.closest('a')?.href) || ''
  })
  return [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(number => {
    address = ''
    number.click()
    const cell = number.closest('td')
    const cells = cell?.closest('tr')?.cells
    const column = cell && `${cell.closest('table')?.id} ${cell.cellIndex}`
    const { textContent: text, dataset } = number
    return { text, figureId: dataset['figure'] ?? '', address, unitName: cells?.[1]?.textContent ?? null, column }
  })
}

/** Goes to the address of a number as the browser's Back does, without loading the house again. */
async function opened(page: Page, { address }: Pick<Clicked, 'address'>): Promise<Opened> {
  await page.evaluate(to => {
    document.querySelector('aside[aria-label="Vì sao có số này"]')?.setAttribute('data-before', '')
    history.pushState(null, '', to)
  }, address)
  const panel = page.locator('aside[aria-label="Vì sao có số này"]:not([data-before])')
  await expect(panel).toContainText('Chốt số liệu')
  return panel.evaluate(element => ({
    facts: Object.fromEntries(
      [...element.querySelectorAll('dt')].map(label => [label.textContent, label.nextElementSibling?.textContent ?? '']),
    ),
    parts: [...element.querySelectorAll('[data-rows] > li')].map(
      row => [row.querySelector('[data-row-title]')?.textContent ?? '', row.lastElementChild?.textContent ?? ''] as const,
    ),
    text: element.textContent,
  }))
}

function expectAddedAgain({ text, figureId }: Clicked, { facts, parts, text: all }: Opened): void {
  const { 'Số này là': definition = '', 'Giá trị': words = '', 'Chốt số liệu': day, Theo: version } = facts
  expect([figureId, words.startsWith(text), definition !== '']).toEqual([figureId, true, true])
  expect([day, version]).toEqual([expect.stringMatching(/^ngày \d/u), expect.stringContaining('lần tổng hợp thứ')])
  if (figureId.startsWith('version:')) return
  expect(all).toContain(`Cộng lại các dòng trên: ${words}, đúng bằng số trong báo cáo.`)
  const told = parts.map(([, part]) => countsIn(part))
  const added = (told[0] ?? []).map((_, i) => told.reduce((sum, counts) => sum + (counts[i] ?? 0), 0))
  if (!figureId.startsWith('share:')) return expect([figureId, ...added]).toEqual([figureId, ...countsIn(text)])
  const counts = Object.keys(facts).flatMap(label => (/^(?:Tử|Mẫu) số: /u.test(label) ? countsIn(label) : []))
  expect([figureId, ...added]).toEqual([figureId, ...counts])
  const [numerator = 0, base = 0] = added
  expect(text).toContain(`${(Math.round((numerator * 1000) / base) / 10).toFixed(1).replace('.', ',')}%`)
}

/** `1.114/1.434` */
function countsIn(words: string): number[] {
  return (words.match(/\d[\d.]*/gu) ?? []).map(digits => Number(digits.replaceAll('.', '')))
}
