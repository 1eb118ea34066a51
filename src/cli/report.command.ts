import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { draftReportFiles, issuedReportFiles } from '#server/report/report.files.ts'
import type { DataPlace } from '#server/world.ts'
import { type Told, tell, tellRefusal } from './outcome.ts'
import { findNamedUnit, todayOf, withWorld } from './terminal.ts'

/** What `report` is told. */
export type WantedReport = { readonly unit: string; readonly period: string; readonly out: string; readonly state: 'draft' | 'issued' }

/** Writes bao-cao.docx, bao-cao.pdf, bao-cao.html and warnings.json. */
export function writeReport(place: DataPlace, wanted: WantedReport): Promise<Told> {
  return withWorld(place, async world => {
    const today = todayOf(world)
    const unit = await findNamedUnit(world.database.kysely, wanted.unit, today)
    if (!unit) return tellRefusal({ ok: false, code: 'org.unknown-unit', details: {} })
    const request = { unitId: unit.unitId, periodName: wanted.period, today }
    const outcome = wanted.state === 'issued' ? await issuedReportFiles(world, request) : await draftReportFiles(world, request)
    if (!outcome.ok) return tellRefusal(outcome)
    const { files, remarks } = outcome.value
    await mkdir(wanted.out, { recursive: true })
    for (const { name, bytes } of files) await writeFile(join(wanted.out, name), bytes)
    await writeFile(join(wanted.out, 'warnings.json'), `${JSON.stringify(remarks, null, 2)}\n`)
    const names = [...files.map(file => file.name), 'warnings.json'].map(name => join(wanted.out, name))
    return tell([...names, `${remarks.length} nhận xét.`], { files: names, remarks: remarks.length })
  })
}
