import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startServer } from '../test/browser/server.ts'
import { password } from '../test/browser/steps.ts'

// What a person waits for at the screen, on the processor of this machine and on one slowed down four times, in turns.
// Build first (`npm run build`). The budget: a key painted within 100 ms and a screen open within 5 s on the slow one; the page
// drawn as it will print within 300 ms of the key on the fast one.

const rounds = 3
const keys = 30
const rates = [1, 4] as const
type Rate = (typeof rates)[number]
type Times = Map<string, Record<Rate, number[]>>

export async function benchBrowser(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  const server = await startServer(folder)
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = await chromium.launch({ executablePath, args })
  const times: Times = new Map()
  try {
    console.log(`\nThe screen, ${rounds} rounds in turns; load of the machine at the beginning ${loadavg()[0]?.toFixed(1)}`)
    await walk(browser, server.address, 1, new Map()) // the first one composes the report and warms the server
    for (let round = 0; round < rounds; round++) for (const rate of rates) await walk(browser, server.address, rate, times)
  } finally {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  for (const [what, at] of times) console.log(`  ${what.padEnd(46)} 1× ${line(at[1])}   4× ${line(at[4])}`)
  console.log(`  load of the machine at the end ${loadavg()[0]?.toFixed(1)}`)
}

/** One person's way through the program, each wait noted. */
async function walk(browser: Browser, address: string, rate: Rate, times: Times): Promise<void> {
  const context = await browser.newContext({ baseURL: address, locale: 'vi-VN', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const slower = await context.newCDPSession(page)
  await slower.send('Emulation.setCPUThrottlingRate', { rate })
  const note = (what: string, milliseconds: number): void => {
    const known = times.get(what) ?? { 1: [], 4: [] }
    known[rate].push(milliseconds)
    times.set(what, known)
  }
  const timed = async (what: string, act: () => Promise<void>, isThere: () => Promise<void>): Promise<void> => {
    const begunAt = performance.now()
    await act()
    await isThere()
    note(what, performance.now() - begunAt)
  }
  const main = page.getByRole('main')

  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill('chuyenvien')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await timed(
    'sign-in until Hôm nay can be used',
    () => page.getByRole('button', { name: 'Đăng nhập' }).click(),
    () => drawn(page, () => document.querySelector('main li') !== null),
  )
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).first().click()
  await main.getByRole('heading', { level: 1, name: 'Kế hoạch' }).waitFor()
  const plan = main.getByRole('link', { name: 'Thực hiện Phong trào' }).first()
  await plan.waitFor()
  await timed(
    'a plan opened',
    () => plan.click(),
    () => drawn(page, () => [...document.querySelectorAll('main h2')].some(heading => heading.textContent === 'Nhiệm vụ')),
  )
  await timePalette(page, note)
  await timeFilter(page, note)
  await openReport(page, timed)
  for (const [what, milliseconds] of await timeKeys(page)) note(what, milliseconds)
  await context.close()
}

async function timePalette(page: Page, note: (what: string, milliseconds: number) => void): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await palette.getByRole('combobox').waitFor()
  await page.keyboard.type('olympi')
  const begunAt = performance.now()
  await page.keyboard.type('c')
  await drawn(page, () => [...document.querySelectorAll('[role=option]')].some(option => option.textContent?.includes('Ngày chạy Olympic')))
  note('the palette, last key until the answers', performance.now() - begunAt)
  await page.keyboard.press('Escape')
}

async function timeFilter(page: Page, note: (what: string, milliseconds: number) => void): Promise<void> {
  await page.getByRole('link', { name: 'Hoạt động', exact: true }).first().click()
  await page.getByRole('main').getByRole('heading', { level: 1, name: 'Hoạt động' }).waitFor()
  const rows = page.getByRole('main').getByRole('link', { name: /Ngày chạy Olympic|Mộc Châu/u })
  await rows.nth(1).waitFor()
  await page.getByLabel('Tìm', { exact: true }).fill('moc cha')
  const begunAt = performance.now()
  await page.getByLabel('Tìm', { exact: true }).press('u')
  await drawn(page, () => ![...document.querySelectorAll('main a')].some(link => link.textContent?.includes('Ngày chạy Olympic')))
  note('a list filtered, last key until the rows', performance.now() - begunAt)
}

async function openReport(
  page: Page,
  timed: (what: string, act: () => Promise<void>, isThere: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await page.getByRole('link', { name: 'Báo cáo', exact: true }).first().click()
  await page.getByRole('main').getByRole('heading', { level: 1, name: 'Báo cáo' }).waitFor()
  const known = page.getByRole('main').getByRole('link', { name: /6 tháng đầu năm 2022/u })
  const isShown = async (): Promise<void> => {
    await drawn(page, () => document.querySelector('[aria-label="Nội dung báo cáo"] p') !== null)
  }
  await page
    .getByRole('main')
    .getByText(/\d+ báo cáo|Chưa có báo cáo/u)
    .first()
    .waitFor()
  if ((await known.count()) === 0) {
    await page.getByRole('button', { name: 'Soạn báo cáo' }).first().click()
    await page.getByRole('button', { name: 'Soạn từ việc đã ghi' }).click()
    await isShown()
  } else await timed('the report opened', () => known.first().click(), isShown)
  await page.getByRole('img', { name: /^Trang 4 của/u }).waitFor()
}

/** One key at a time: until its letter is painted, until the page that will print shows it, and of that the server's part. */
async function timeKeys(page: Page): Promise<[string, number][]> {
  await page.getByRole('textbox', { name: 'Nội dung báo cáo' }).getByRole('paragraph').nth(1).click()
  await page.evaluate(() => {
    const noted: [string, number][] = []
    Object.assign(window, { noted })
    let keyAt = 0
    let isDrawn = true
    const channel = new MessageChannel()
    const asked: number[] = []
    channel.port1.addEventListener('message', () =>
      noted.push(['a key until its letter is painted', performance.now() - (asked.shift() ?? 0)]),
    )
    channel.port1.start()
    document.addEventListener(
      'keydown',
      event => {
        keyAt = event.timeStamp
        isDrawn = false
        asked.push(event.timeStamp)
        requestAnimationFrame(() => channel.port2.postMessage(null)) // told after the picture is made
      },
      { capture: true },
    )
    const paper = document.querySelector('section[aria-label="Trang in"]')
    if (paper)
      new MutationObserver(() => {
        if (!isDrawn) noted.push(['a key until the page is drawn anew', performance.now() - keyAt])
        isDrawn = true
      }).observe(paper, { subtree: true, attributes: true, attributeFilter: ['src'] })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        if (entry.name.endsWith('/api/report.draw')) noted.push(['  of it asking the server', entry.duration])
    }).observe({ type: 'resource' })
  })
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('aeiou'[key % 5] ?? 'a')
    await page.waitForTimeout(600)
  }
  return page.evaluate(() => (window as unknown as { noted: [string, number][] }).noted)
}

/** Looks at every frame: waiting for a locator looks again after half a second only, and would be measured with it. */
async function drawn(page: Page, isDrawn: () => boolean): Promise<void> {
  await page.waitForFunction(isDrawn, undefined, { polling: 'raf' })
}

function line(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0).padStart(5)
  return `p50/p95 ${at(0.5)}/${at(0.95)} ms (${sorted.length})`
}
