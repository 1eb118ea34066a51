import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { givenAccount } from '../../../test/app.ts'
import { type AskedProvince, askedProvince, handIn } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'
import { wordsPrinted } from '../../../test/printed.ts'

const test = databaseTest.extend('here', async ({ database }) => askedProvince(worldOn(database)))

const words: BodyInput<'request.writeLetter'>['words'] = {
  subject: 'báo cáo phong trào 6 tháng đầu năm 2025',
  addressees: ['Ủy ban nhân dân các xã'],
  paragraphs: 'Đề nghị các xã gửi báo cáo đúng hạn.',
  symbol: 'UBND-KGVX',
  recipients: [],
  archive: 'VT, KGVX',
}

async function written(here: AskedProvince, kind: 'asks' | 'reminds', unitId: string = here.province) {
  const body = { id: randomUUID(), requestId: here.request, unitId, kind, words, revision: 0 } as const
  return must(send(here.world, here.officer, 'request.writeLetter', { ...body, words }))
}

/** Whoever heads the unit and signs in its name. */
async function givenChair(here: AskedProvince, unitId: string) {
  const accountId = await givenAccount(here.world, { unitId, username: 'chu.tich', role: 'leader' })
  const positionId = randomUUID()
  const valid = { from: '2025-01-01', until: null }
  const post = { id: positionId, unitId, name: 'Chủ tịch', rank: 'head' } as const
  await must(send(here.world, here.officer, 'org.addPosition', post))
  const mandate = { id: randomUUID(), positionId, unitId, capacity: 'TM', forName: 'Ủy ban nhân dân', valid, basis: 'minh họa' } as const
  await must(send(here.world, here.officer, 'org.mandate', mandate))
  const held = { id: randomUUID(), positionId, fullName: 'Vì Minh Họa', accountId, valid, basis: 'minh họa' }
  await must(send(here.world, here.officer, 'org.appoint', held))
  return { ...someone('leader', [unitId]), accountId, fullName: 'Vì Minh Họa' }
}

describe('the letter that asks', () => {
  test('says what is asked, by when and of whom; signed, it has its number and stands in the register', async ({ here }) => {
    const letter = await written(here, 'asks')
    const draft = await wordsPrinted(here.world, here.officer, 'request.printLetter', { id: letter.id })
    expect(draft).toContain('ỦY BAN NHÂN DÂN TỈNH MINH HỌA')
    expect(draft).toContain('Kính gửi: Ủy ban nhân dân các xã')
    expect(draft).toContain('Kỳ số liệu: từ ngày 15/12/2024 đến hết ngày 14/6/2025.')
    expect(draft).toContain('xã, phường: ngày 19/6/2025')
    expect(draft).toContain('1 Xã 1 19/6/2025')
    const chair = await givenChair(here, here.province)
    const onDesk = async () => (await must(ask(here.world, chair, 'today.one', { unitId: here.province }))).letters
    expect(await onDesk()).toMatchObject([{ id: letter.id, subject: words.subject, kind: 'asks' }])
    const sign = { id: letter.id, on: '2025-06-16', revision: 0 }
    const signed = await must(send(here.world, chair, 'request.signLetter', sign))
    expect(signed.issued).toMatchObject({ code: '01/UBND-KGVX', on: '2025-06-16', signerName: 'Vì Minh Họa' })
    expect(await onDesk()).toEqual([])
    const documents = await must(ask(here.world, here.officer, 'document.list', { unitId: here.province, search: '' }))
    expect(documents).toMatchObject([{ code: '01/UBND-KGVX', kind: 'officialLetter', id: signed.issued?.documentId }])
    expect(await send(here.world, chair, 'request.signLetter', { ...sign, revision: 1 })).toMatchObject({ code: 'request.letter-issued' })
  })

  test('is written by whoever asks alone, and signed by nobody without a mandate', async ({ here }) => {
    const [unitId] = here.communes
    const body = { id: randomUUID(), requestId: here.request, unitId, kind: 'asks', words, revision: 0 } as const
    expect(await send(here.world, here.officer, 'request.writeLetter', body)).toMatchObject({ code: 'request.not-asker' })
    const { id } = await written(here, 'asks')
    expect(await send(here.world, here.officer, 'request.signLetter', { id, on: '2025-06-16', revision: 0 })).toMatchObject({
      code: 'org.no-mandate-to-sign',
    })
  })
})

describe('the letter that reminds', () => {
  test('of a commune lists its villages: who has not sent, and who has; once signed it tells that day for good', async ({ here }) => {
    await handIn(here, 0, 120)
    const [unitId] = here.communes
    const letter = await written(here, 'reminds', unitId)
    const print = () => wordsPrinted(here.world, here.officer, 'request.printLetter', { id: letter.id })
    const draft = await print()
    expect(draft).toContain('ĐƠN VỊ CHƯA GỬI BÁO CÁO, TÍNH ĐẾN NGÀY 16/6/2025')
    expect(draft).toMatch(/1 Bản 2 17\/6\/2025 chưa đến hạn/u)
    expect(draft).toMatch(/1 Bản 1 16\/6\/2025 đúng hạn/u)
    expect(draft).not.toContain('Bản 3')
    expect(draft).toContain('của Ủy ban nhân dân Xã 1')
    const chair = await givenChair(here, unitId)
    await must(send(here.world, chair, 'request.signLetter', { id: letter.id, on: '2025-06-16', revision: 0 }))
    const signed = await print()
    await handIn(here, 1, 80)
    expect(await print()).toBe(signed)
  })

  test('is written on by two: who saved second is told', async ({ here }) => {
    const letter = await written(here, 'reminds')
    const again = { id: letter.id, requestId: here.request, unitId: here.province, kind: 'reminds', words } as const
    await must(send(here.world, here.officer, 'request.writeLetter', { ...again, revision: 0 }))
    expect(await send(here.world, here.officer, 'request.writeLetter', { ...again, revision: 0 })).toMatchObject({
      code: 'request.letter-stale',
    })
  })
})
