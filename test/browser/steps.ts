import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

// What every journey does again and again.

export const password = 'minh-hoa-son-la' // of every account of the demonstration

/** Signs in as an account of the demonstration: `chuyenvien`, `vanthu`, `lanhdao` … */
export async function signInAs(page: Page, username: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveCount(0)
}

/** Puts the caret behind the last word of a paragraph, as a hand does: a click right of it, in the middle of its line. */
export async function clickBehindLastWord(page: Page, paragraph: Locator): Promise<void> {
  await paragraph.scrollIntoViewIfNeeded()
  const { x, y } = await paragraph.evaluate(element => {
    const words = document.createRange()
    words.selectNodeContents(element)
    const lastLine = (): DOMRect => [...words.getClientRects()].at(-1) ?? element.getBoundingClientRect()
    const isSeen = lastLine().top > 0 && lastLine().bottom < innerHeight
    if (!isSeen) scrollBy(0, lastLine().bottom - innerHeight / 2) // of a paragraph longer than the screen, its end
    const line = lastLine()
    return { x: line.right + 1, y: (line.top + line.bottom) / 2 }
  })
  await page.mouse.click(x, y)
  await page.keyboard.press('End')
  // The browser tells a page where the caret is with the next picture it paints; no hand is quicker than that.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Nothing on the page stops a person who uses a keyboard or a screen reader; `colours` looks at contrast alone. */
export async function expectAccessible(page: Page, only?: 'colours'): Promise<void> {
  // A list or calendar that floats is on its way out; it stands outside the page while it goes.
  const floating = page.locator(':is([data-portal], [data-mantine-shared-portal-node]) [class*="-dropdown"]:not([role="dialog"])')
  await expect(floating.filter({ visible: true })).toHaveCount(0)
  const axe = new AxeBuilder({ page }).setLegacyMode() // every frame is ours, so no second page is opened to gather them
  const { violations } = await (only ? axe.withRules(['color-contrast']) : axe).analyze()
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(node => node.target.join(' ')).join(', ')}`)).toEqual([])
}

/**
 * On a laptop's screen at 200 % and on the smallest telephone: nothing goes sideways, the heading and what the page is for
 * can be brought into sight and pressed, and what stays on top leaves two thirds of the screen to the page.
 */
export async function expectFitsWhenEnlarged(page: Page): Promise<void> {
  const before = page.viewportSize()
  for (const size of [
    { width: 720, height: 450 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size)
    await expect.poll(() => page.evaluate(whatDoesNotFit), { message: `at ${size.width} × ${size.height}` }).toEqual([])
  }
  if (before) await page.setViewportSize(before)
}

/** Runs in the page. */
function whatDoesNotFit(): string[] {
  const faults: string[] = []
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px go sideways`)
  for (const part of document.querySelectorAll<HTMLElement>('main h1, main [data-variant="filled"]:is(a, button):not(:disabled)')) {
    if (!part.checkVisibility()) continue
    part.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, right, top, bottom } = part.getBoundingClientRect()
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    if (left < 0 || right > innerWidth || !part.contains(seen)) faults.push(`not reached: ${part.textContent}`)
  }
  scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' })
  const covered = Array.from({ length: 40 }, (_, i) => ((i + 0.5) * innerHeight) / 40).filter(y => {
    for (let part = document.elementFromPoint(innerWidth / 2, y); part; part = part.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(part).position)) return true
    return false
  })
  if (covered.length > 40 / 3) faults.push('what stays on top takes more than a third of the screen')
  scrollTo({ top: 0, behavior: 'instant' })
  return faults
}

/** The page never scrolls sideways, whatever the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(excess).toBeLessThanOrEqual(0)
}
