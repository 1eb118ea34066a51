import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { giveVillagePoints, openCommune } from './commune.ts'
import { callerAs, signInOver } from './over-http.ts'
import { fileAt, textOf } from './printed.ts'
import { expectAccessible, expectNoSidewaysScroll } from './steps.ts'

// A village meets before the eyes of all, hangs out its list, hears an objection from somebody without an account and answers
// it; the file then tells all of it.

test('a meeting is followed on the wall, and a citizen objects to the posted list and reads the answer', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = await openCommune('xa-2026')
  try {
    const officer = await callerAs(server.address, 'vanhoa')
    const unitId = officer.session.actor.grants[0]?.unitId ?? ''
    const seasonId = randomUUID()
    await officer.send('season.open', { id: seasonId, unitId, honour: 'culturalFamily', year: 2026, openedOn: '2026-02-05' })
    const areaUnitId = (await officer.ask('season.board', { id: seasonId })).areas.at(-1)?.areaUnitId ?? ''
    const area = { seasonId, areaUnitId }
    const over = await callerAs(server.address, 'truong12')
    const { others } = await over.ask('season.area', area)
    const candidates = others.map(({ subjectId }) => ({ id: randomUUID(), subjectId }))
    await over.send('season.register', { ...area, candidates, registeredOn: '2026-02-20' })
    const { lines } = await over.ask('season.area', area)
    await giveVillagePoints(over, area, { lines, candidateIds: candidates.map(({ id }) => id) })

    const context = await browser.newContext({ baseURL: server.address })
    await signInOver(context.request, 'truong12')
    const wall = await context.newPage()
    await wall.setViewportSize({ width: 1920, height: 1080 })
    await wall.goto(`/binh-xet/${seasonId}/${areaUnitId}/chieu`)
    await expect(wall.getByText('Bản Mây').first()).toBeVisible()
    await over.send('season.gather', {
      id: randomUUID(),
      ...area,
      heldOn: '2026-11-08',
      place: 'Nhà văn hóa bản',
      startClock: '19:30',
      endClock: '21:00',
      form: 'whole',
      way: 'secret',
      convened: 75,
      present: 61,
      absent: [],
      list: { for: 57, against: 3, other: 1 },
      exceptions: [],
      proceedings: '',
    })
    await expect(wall.getByText(/\b61\b/u).first()).toBeVisible() // without anybody touching the wall
    await expectAccessible(wall)
    await over.send('season.concludeMeeting', { id: randomUUID(), ...area, on: '2026-11-08', leftOut: [] })
    await over.send('season.post', { id: randomUUID(), ...area, on: '2026-11-09', lastOn: '2026-11-19', place: 'Bảng tin nhà văn hóa' })

    const head = await context.newPage()
    await head.goto(`/binh-xet/${seasonId}/${areaUnitId}`)
    const address = await head.getByRole('link', { name: 'Xem trang' }).getAttribute('href')
    const citizen = await (await browser.newContext({ baseURL: server.address, viewport: { width: 390, height: 844 } })).newPage()
    await citizen.goto(new URL(address ?? '').pathname)
    await expect(citizen.getByRole('list', { name: /hộ được đề nghị/u }).getByRole('listitem')).not.toHaveCount(0)
    await expect(citizen.getByText(/nghèo|điểm|phiếu/u)).toHaveCount(0)
    await expectAccessible(citizen)
    await expectNoSidewaysScroll(citizen)
    await citizen.getByRole('combobox', { name: 'Về hộ' }).click()
    await citizen.getByRole('option').first().click()
    const objected = (await citizen.getByRole('combobox', { name: 'Về hộ' }).inputValue()).replace(/^\d+\. /u, '').split(' · ')[0] ?? ''
    await citizen.getByLabel('Nội dung').fill('Hộ này chưa góp công làm đường bản. <b>Đề nghị xem lại</b>')
    await citizen.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await expect(citizen.getByText(/đã nhận ngày 10\/11\/2026, chưa được trả lời/u)).toBeVisible()

    await head.reload()
    const main = head.getByRole('main')
    await expect(main.getByText('<b>Đề nghị xem lại</b>')).toBeVisible()
    await expect(main.getByRole('listitem').filter({ hasText: objected }).getByText('chờ trả lời ý kiến')).toBeVisible()
    await main.getByRole('button', { name: 'Trả lời' }).click()
    const form = head.getByRole('dialog')
    await form.getByLabel('Giữ hộ trong danh sách').check()
    await form.getByLabel('Lý do').fill('Hộ đã góp công ngày 2/11/2026, có sổ công của bản')
    await form.getByRole('button', { name: 'Trả lời' }).click()
    await expect(form).toHaveCount(0)
    await citizen.reload()
    await expect(citizen.getByText('có sổ công của bản')).toBeVisible()

    const posted = await textOf(await fileAt(head, main.getByRole('link', { name: 'Danh sách niêm yết', exact: true })))
    expect(posted).toContain(objected)
    expect(posted).not.toMatch(/hộ nghèo|cận nghèo/u)
    await head.goto(`/so-ho`)
    await main.getByLabel('Tìm', { exact: true }).fill(objected)
    await main.getByRole('link', { name: objected }).first().click()
    await main.getByRole('link', { name: /qua các năm/iu }).click()
    await expect(main.getByText('2026').first()).toBeVisible()
    await expectAccessible(head)
  } finally {
    await server.stop()
  }
})
