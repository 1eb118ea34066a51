import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { openCommune } from './commune.ts'
import { callerAs, signInOver } from './over-http.ts'
import { expectAccessible } from './steps.ts'

// Paper comes back from the village: score sheets and ballots are typed once, and no hand leaves the keyboard.

test('score sheets and ballots of a village are typed by the keyboard alone', async ({ browser }) => {
  const server = await openCommune('xa-2024')
  try {
    const officer = await callerAs(server.address, 'vanhoa')
    const seasonId = randomUUID()
    const unitId = officer.session.actor.grants[0]?.unitId ?? ''
    await officer.send('season.open', { id: seasonId, unitId, honour: 'culturalFamily', year: 2024, openedOn: '2024-01-05' })
    const areaUnitId = (await officer.ask('season.board', { id: seasonId })).areas.at(-1)?.areaUnitId ?? ''
    const area = { seasonId, areaUnitId }
    const over = await callerAs(server.address, 'truong12')
    const { others } = await over.ask('season.area', area)
    const candidates = others.slice(0, 4).map(({ subjectId }) => ({ id: randomUUID(), subjectId }))
    await over.send('season.register', { ...area, candidates, registeredOn: '2024-02-20' })

    const context = await browser.newContext({ baseURL: server.address })
    await signInOver(context.request, 'truong12')
    const head = await context.newPage()
    await head.goto(`/binh-xet/${seasonId}/${areaUnitId}`)
    await expect(head.getByRole('heading', { name: '4 hộ' })).toBeVisible()

    await test.step('points: down each column and on to the next, the last Enter on the button', async () => {
      await tabTo(head, 'button', 'Ghi điểm')
      await head.keyboard.press('Enter')
      const { lines } = await over.ask('season.area', area)
      for (const at of lines.keys()) await head.keyboard.type(at === 0 ? '25\n25\nhai\n25\n' : '25\n25\n25\n25\n')
      await head.keyboard.press('Enter')
      await expect(head.locator('[aria-invalid="true"]'), 'no number: asked about in its cell').toBeFocused()
      await head.keyboard.type('20')
      await expectAccessible(head)
      await tabTo(head, 'button', 'Ghi điểm')
      await head.keyboard.press('Enter')
      await expect(head.getByRole('button', { name: 'Sửa điểm' })).toBeVisible()
      const scored = (await over.ask('season.area', area)).candidates.map(row => row.scored?.[lines[0] ?? ''])
      expect(scored).toEqual([25, 25, 20, 25])
    })

    await test.step('ballots: the list as a whole, and the one household the village was of two minds about', async () => {
      await tabTo(head, 'button', 'Ghi cuộc họp')
      await head.keyboard.press('Enter')
      await tabTo(head, 'textbox', 'Địa điểm')
      await head.keyboard.type('Nhà văn hóa bản')
      await tabTo(head, 'textbox', 'Số được triệu tập')
      await head.keyboard.type('75')
      await head.keyboard.press('Tab')
      await head.keyboard.type('60')
      await tabTo(head, 'textbox', 'Đồng ý')
      await head.keyboard.type('58')
      await head.keyboard.press('Tab')
      await head.keyboard.type('2')
      await tabTo(head, 'button', 'Ghi phiếu của từng hộ')
      await head.keyboard.press('Enter')
      await head.keyboard.press('ArrowDown')
      await head.keyboard.type('25')
      await head.keyboard.press('ArrowRight')
      await head.keyboard.type('30')
      await head.keyboard.press('ArrowRight')
      await head.keyboard.type('5')
      await expectAccessible(head)
      await tabTo(head, 'button', 'Ghi cuộc họp')
      await head.keyboard.press('Enter')
      await expect(head.getByText('60/75 người được triệu tập')).toBeVisible()
      await expect(head.getByText(/1 hộ có phiếu riêng/u)).toBeVisible()
      const { count } = await over.ask('season.area', area)
      expect(count.candidates.map(({ votes }) => votes?.for)).toEqual([58, 25, 58, 58])
    })
  } finally {
    await server.stop()
  }
})

/** Presses Tab until the caret stands there: what cannot be reached this way is never reached. */
async function tabTo(page: Page, role: 'button' | 'textbox', name: string): Promise<void> {
  const place = page.getByRole(role, { name, exact: true })
  for (let pressed = 0; pressed < 150; pressed++) {
    for (const each of await place.all()) if (await each.evaluate(part => part === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${name}`)
}
