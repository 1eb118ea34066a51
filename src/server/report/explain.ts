import type { ExplainedOrigin, Explanation } from '#contract/report.ts'
import { participantsText, totalMoney } from '#domain/activity/activity.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { cutoffOn } from '#domain/calendar/reporting-period.ts'
import { fullCitation } from '#domain/document/registry.ts'
import { formatNumber } from '#domain/kit/text.ts'
import type { ReportFacts } from '#domain/report/facts.ts'
import { originOfTaken } from '#domain/report/from-below.ts'
import { ownOrigins } from '#domain/report/from-return.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import { type Figure, type FigureValue, type Origin, paragraphsOf } from '#domain/report/report.ts'
import { roundWords } from '#domain/title/registration.ts'
import { listLastEntries } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listReadableEvidence } from '../evidence/evidence.actions.ts'
import type { ReportCase } from './report.case.ts'

/** The records behind a number or a paragraph; for a number, its parts added up again. */
export async function explain(
  ctx: Context,
  reportCase: ReportCase,
  asked: { readonly figureId?: string | undefined; readonly paragraphId?: string | undefined },
): Promise<Explanation> {
  const { report, facts } = reportCase
  const figure = report.content.figures.find(candidate => candidate.id === asked.figureId) ?? null
  const paragraph = paragraphsOf(report.content).find(candidate => candidate.id === asked.paragraphId)
  const origins = figure?.origins ?? paragraph?.origins ?? []
  const entries = await listLastEntries(
    ctx.tx,
    origins.map(origin => origin.id),
  )
  const evidence = await listEvidenceOf(ctx, origins)
  const sources = origins.map((origin): ExplainedOrigin => {
    const entry = entries.get(origin.id)
    return {
      ...origin,
      ...wordsOf(origin, facts, figure),
      enteredBy: entry?.actorName ?? null,
      enteredAt: entry?.at ?? null,
      evidence: evidence.get(origin.id) ?? [],
    }
  })
  return { figure, total: figure && valueText(figure.value), sources, sum: null }
}

async function listEvidenceOf(ctx: Context, origins: readonly Origin[]): Promise<Map<string, ExplainedOrigin['evidence']>> {
  const owners = origins.flatMap(({ kind, id }) => (kind === 'activity' || kind === 'progress' ? [{ kind, id }] : []))
  const byOwner = Map.groupBy(await listReadableEvidence(ctx, owners), evidence => evidence.owner.id)
  return new Map(
    [...byOwner].map(([id, files]) => [id, files.map(file => ({ id: file.id, fileName: file.fileName, mediaType: file.mediaType }))]),
  )
}

export function valueText(value: FigureValue): string {
  switch (value.type) {
    case 'counted':
      return `${formatNumber(value.count)} ${value.unit}`
    case 'estimated':
      return `${value.qualifier} ${formatNumber(value.count)} ${value.unit} (ước)`
    case 'quoted':
      return value.written
    case 'goal':
      return `${formatNumber(value.percent, 2)} % ${value.baseName}`
    case 'ratio':
      return ratioText(value)
    case 'missing':
      return 'chưa có số liệu'
  }
}

/** A record in words, with what it adds to the number. A record struck out since says so. */
function wordsOf(origin: Origin, facts: ReportFacts, figure: Figure | null): { words: string; contribution: string | null } {
  const gone = { words: 'Bản ghi này đã được bỏ hoặc thay sau khi soạn', contribution: null }
  switch (origin.kind) {
    case 'form':
      return { words: `Mẫu báo cáo: ${facts.form.title}`, contribution: null }
    case 'duty':
      return { words: `Chế độ báo cáo gửi ${facts.duty.receiverName}`, contribution: null }
    case 'document': {
      const document = facts.documents.find(candidate => candidate.id === origin.id)
      return document ? { words: fullCitation(document), contribution: null } : gone
    }
    case 'unitVersion': {
      const version = [facts.unit, ...facts.children].find(candidate => candidate.id === origin.id)
      if (!version) return gone
      const words = `${version.name} (cây đơn vị ngày ${formatDay(cutoffOn(facts.period))})`
      return figure?.value.type === 'ratio'
        ? { words: `${words}: chưa đăng ký`, contribution: '0/1' }
        : { words, contribution: figure ? '1' : null }
    }
    case 'headcount': {
      const headcount = facts.headcounts.find(candidate => candidate.id === origin.id)
      return headcount
        ? {
            words: `Số người đã khai, từ ngày ${headcount.valid.from ? formatDay(headcount.valid.from) : 'đầu'}`,
            contribution: formatNumber(headcount.count),
          }
        : gone
    }
    case 'task': {
      const task = facts.tasks.find(candidate => candidate.id === origin.id)
      return task ? { words: `Nhiệm vụ: ${task.name} (hạn ${formatDay(task.dueOn)})`, contribution: null } : gone
    }
    case 'progress': {
      const progress = facts.progress.find(candidate => candidate.id === origin.id)
      return progress ? { words: `Kết quả ${progress.reportedBy} báo ngày ${formatDay(progress.reportedOn)}`, contribution: null } : gone
    }
    case 'target': {
      const target = facts.targets.find(candidate => candidate.id === origin.id)
      if (!target) return gone
      const { outcome } = target
      return {
        words: `Chỉ tiêu: ${target.statement}`,
        contribution: outcome ? `${outcome.numerator}/${outcome.denominator} ${target.baseName}` : null,
      }
    }
    case 'registration': {
      const byHand = facts.registrations.find(candidate => candidate.id === origin.id)
      const registration = byHand ?? facts.candidates.find(candidate => candidate.id === origin.id)
      if (!registration) return gone
      const { unitId, year, registeredOn } = registration
      const name = facts.children.find(child => child.unitId === unitId)?.name ?? 'Đơn vị'
      return {
        words: `${name} ${byHand ? roundWords[byHand.round] : 'đăng ký trong đợt xét'} danh hiệu năm ${year}, ngày ${formatDay(registeredOn)}`,
        contribution: figure && (figure.value.type === 'ratio' ? '1/1' : '1'),
      }
    }
    case 'return': {
      const own = facts.consolidated ? ownOrigins(facts.consolidated) : []
      const all = [...facts.taken.flatMap(taken => [...taken.from, ...taken.alike]), ...own]
      const from = all.find(one => originOfTaken(one).id === origin.id)
      return from ? { words: `${from.unitName}, bản ${from.version}: “${from.text}”`, contribution: null } : gone
    }
    case 'sum':
      return { words: 'Báo cáo số liệu các đơn vị đã gửi trong kỳ', contribution: null }
    case 'activity': {
      const activity = facts.activities.find(candidate => candidate.id === origin.id)
      if (!activity) return gone
      const money = totalMoney(activity.money)
      const contribution = figure?.id.endsWith('.money')
        ? money && `${formatNumber(money)} đồng`
        : activity.participants && `${participantsText(activity.participants)} người`
      return { words: `Hoạt động: ${activity.name} (${formatDay(activity.startsOn)})`, contribution: contribution || null }
    }
  }
}
