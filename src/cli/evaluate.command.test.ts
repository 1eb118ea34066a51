import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluateFile } from './evaluate.command.ts'

const sheet = 'src/domain/title/cases/sheets/upland-2019.json'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-evaluate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const table = `Mã,Năm xét,Ngày đăng ký,Không xét,Điểm 1a
H01,2022,15/1/2022,gambling fined 1/5/2022,10
H02,2022,,không,
H03,hai nghìn,,,
`

describe('a list of households by the law of a day', () => {
  test('comes back as a table: verdict, reasons with their clause, and what is still missing', async () => {
    const told = await evaluateFile(await given('ho.csv', table), {
      out: join(folder, 'ra.csv'),
      honour: 'culturalFamily',
      on: '2022-12-01',
      sheet,
    })
    expect(told.exitCode).toBe(1)
    expect(told.lines[0]).toContain('Theo GDVH.ND122 (122/2018/NĐ-CP): 0 đạt, 2 không đạt, 0 chưa rõ')
    expect(told.lines).toContain('  Dòng 4: year: Năm xét: chưa nhập số')
    const [head, first = '', second = ''] = (await readFile(join(folder, 'ra.csv'), 'utf8')).split('\r\n')
    expect(head).toBe('\ufeffMã,Kết quả,Tổng điểm,Lý do,Lưu ý,Còn thiếu')
    expect(first).toMatch(/^H01,không đạt,.*thuộc trường hợp không xét tặng \(Điều \d+/u)
    expect(second).toContain('không đăng ký (')
  })

  test('sent by a program, one object to a line, comes back so', async () => {
    const lines = [{ id: 'H01', year: 2022, registeredOn: '2022-01-15', grounds: [] }].map(line => JSON.stringify(line)).join('\n')
    const told = await evaluateFile(await given('ho.jsonl', `${lines}\n\n`), {
      out: join(folder, 'ra.jsonl'),
      honour: '',
      book: 'GDVH.ND122',
    })
    expect(told).toMatchObject({ exitCode: 0, json: { book: 'GDVH.ND122', pass: 0, fail: 0, open: 1, bad: [] } })
    expect(JSON.parse(await readFile(join(folder, 'ra.jsonl'), 'utf8'))).toMatchObject({ id: 'H01', outcome: 'open', reasons: [] })
  })

  test('is not begun without a day or a rule book that is known, nor from a table of something else', async () => {
    const out = join(folder, 'khong.csv')
    const file = await given('ho2.csv', table)
    for (const wanted of [
      { honour: 'culturalFamily' },
      { honour: 'khac', on: '2022-12-01' },
      { honour: '', book: 'KHONG' },
      { honour: 'culturalFamily', on: '1999-01-01' },
    ])
      expect(await evaluateFile(file, { out, ...wanted })).toMatchObject({ exitCode: 2 })
    const other = await given('khac.csv', 'Họ tên,Tuổi\nA,1\n')
    expect(await evaluateFile(other, { out, honour: '', book: 'GDVH.ND122' })).toMatchObject({ exitCode: 2 })
  })
})

async function given(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}
