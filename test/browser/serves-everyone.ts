import type { Page } from '@playwright/test'
import { expectAccessible, expectFitsWhenEnlarged, expectNoSidewaysScroll } from './steps.ts'

/** At a desk and on the smallest telephone a keyboard and a screen reader get by; enlarged nothing is cut; the dark can be read. */
export async function servesEveryone(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await expectFitsWhenEnlarged(page)
  const desk = page.viewportSize()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'colours')
  if (desk) await page.setViewportSize(desk)
  await expectAccessible(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light' })
}
