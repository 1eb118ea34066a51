import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { checkDocx } from '#documents/check/check-docx.ts'
import type { DocumentStage, Remark } from '#domain/document/remark.ts'
import { accountCommands } from '#server/account/account.routes.ts'
import { runCommand } from '#server/http/run.ts'
import { importUnits } from '#server/org/org.import.ts'
import type { DataPlace } from '#server/world.ts'
import { type Told, tell, tellFailedCheck, tellRefusal } from './outcome.ts'
import { commandLine, findNamedUnit, todayOf, withWorld } from './terminal.ts'

/** What `user add` is told. */
export type NewUser = {
  readonly username: string
  readonly fullName: string
  readonly role: string
  readonly unit: string
  readonly subtree?: true
}

export function addUser(place: DataPlace, user: NewUser): Promise<Told> {
  return withWorld(place, async world => {
    const unit = await findNamedUnit(world.database.kysely, user.unit, todayOf(world))
    if (!unit) return tellRefusal({ ok: false, code: 'org.unknown-unit', details: {} })
    const [add] = accountCommands.filter(definition => definition.name === 'account.add')
    if (!add) throw new Error('account.add is not offered')
    const { username, fullName, role, subtree } = user
    const body = { id: randomUUID(), username, fullName, role, unitId: unit.unitId, withSubtree: subtree ?? false }
    const outcome = await runCommand(world, commandLine(unit.unitPath), add, body)
    if (!outcome.ok) return tellRefusal(outcome)
    const { password } = outcome.value as { password: string }
    return tell([`Đã lập tài khoản ${username}. Mật khẩu dùng lần đầu (chỉ hiện một lần): ${password}`], outcome.value)
  })
}

export function importUnitList(place: DataPlace, file: string): Promise<Told> {
  return withWorld(place, async world => {
    const outcome = await importUnits(world, commandLine([]), await readFile(file, 'utf8'))
    if (outcome.ok) {
      const { units, versions, successions, added } = outcome.value
      return tell([`${units} đơn vị, ${versions} phiên bản, ${successions} lần kế tục; mới: ${added}.`], outcome.value)
    }
    const rows = 'rows' in outcome ? outcome.rows : []
    const told = tellRefusal(outcome)
    return {
      ...told,
      lines: ['Không nhận tệp này, chưa lưu gì:', ...rows.map(({ line, reason }) => `  dòng ${line}: ${reason}`)],
      json: { code: outcome.code, rows },
    }
  })
}

const levelWords: Record<Remark['level'], string> = { L: 'sai quy định', C: 'cảnh báo', G: 'gợi ý' }

export async function checkFile(file: string, stage: DocumentStage): Promise<Told> {
  const outcome = checkDocx(await readFile(file), stage)
  if (!outcome.ok) return tellRefusal(outcome)
  const { remarks } = outcome.value
  const failed = remarks.filter(remark => remark.level === 'L').length
  const lines = [
    ...remarks.map(wordsOf),
    remarks.length === 0 ? 'Không có nhận xét.' : `${remarks.length} nhận xét, ${failed} chỗ sai quy định.`,
  ]
  return failed > 0 ? tellFailedCheck(lines, { stage, remarks }) : tell(lines, { stage, remarks })
}

function wordsOf({ code, level, place, message, rule }: Remark): string {
  return `${code}  ${level} (${levelWords[level]})  ${place.words}: ${message} [${rule}]`
}
