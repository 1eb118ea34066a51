import type { BodyInput } from '#contract/index.ts'
import type { PlanForYearView } from '#contract/plan.ts'
import type { Target, Task } from '#domain/plan/plan.ts'
import { keepChosen, type StaleField } from '#domain/plan/plan-for-year.ts'
import { moveWords, type StaleWords, staleWords } from '#domain/plan/stale-words.ts'

/** A task or target as it is looked over: under the id it will have, chosen or left out. */
export type CopiedTask = Omit<Task, 'planId' | 'revision' | 'leadUnitId'> & {
  readonly leadUnitId: string | null
  readonly isChosen: boolean
  /** The task of the plan copied from. */
  readonly sourceId: string
}
export type CopiedTarget = Omit<Target, 'planId' | 'revision' | 'outcome'> & { readonly isChosen: boolean }

/** What a person did about the words of another year in one field. */
type Looked = {
  /** Which of them, in their order, were moved or left on purpose. */
  readonly settled: readonly number[]
  /** Written anew by hand: a coming year is then what the writer means. */
  readonly isTyped: boolean
}

export type CopyValues = {
  readonly id: string
  readonly title: string
  readonly documentId: string | null
  readonly targets: readonly CopiedTarget[]
  readonly tasks: readonly CopiedTask[]
  readonly looked: Readonly<Record<string, Looked>>
}

/** Everything chosen, under new ids; a unit that is gone then is left out and must be chosen anew. */
export function startCopy({ title, targets, tasks, goneUnits }: PlanForYearView): CopyValues {
  const newIds = new Map([...targets, ...tasks].map(({ id }) => [id, crypto.randomUUID() as string]))
  const newId = (id: string | null): string | null => (id === null ? null : (newIds.get(id) ?? null))
  const isGone = (unitId: string, task: Task): boolean => goneUnits.some(gone => gone.unitId === unitId && gone.on === task.startsOn)
  return {
    id: crypto.randomUUID(),
    title,
    documentId: null,
    looked: {},
    targets: targets.map(({ planId: _plan, revision: _revision, outcome: _outcome, ...target }) => ({
      ...target,
      id: newId(target.id) ?? '',
      isChosen: true,
    })),
    tasks: tasks.map(task => {
      const { planId: _plan, revision: _revision, ...rest } = task
      return {
        ...rest,
        id: newId(task.id) ?? '',
        sourceId: task.id,
        parentTaskId: newId(task.parentTaskId),
        targetId: newId(task.targetId),
        leadUnitId: isGone(task.leadUnitId, task) ? null : task.leadUnitId,
        supportingUnitIds: task.supportingUnitIds.filter(unitId => !isGone(unitId, task)),
        isChosen: true,
      }
    }),
  }
}

export function toCopyBody(
  { id, title, documentId, targets, tasks }: CopyValues,
  from: { readonly planId: string; readonly year: number },
) {
  const chosenTargets = targets.filter(target => target.isChosen)
  const chosen = {
    taskIds: new Set(tasks.filter(task => task.isChosen).map(task => task.id)),
    targetIds: new Set(chosenTargets.map(target => target.id)),
  }
  return {
    id,
    fromPlanId: from.planId,
    year: from.year,
    title,
    documentId,
    targets: chosenTargets.map(({ isChosen: _, ...target }) => target),
    tasks: keepChosen(tasks, chosen).map(({ isChosen: _, sourceId: _source, ...task }) => task),
  } satisfies Omit<BodyInput<'plan.copy'>, 'tasks'> & { readonly tasks: readonly unknown[] }
}

/** A place in the words that still waits for somebody to look. */
export type OpenWords = StaleWords & { readonly index: number }

export function keyOf(recordId: string, field: StaleField): string {
  return `${recordId}.${field}`
}

export function openWords(text: string, year: number, looked: Looked | undefined): OpenWords[] {
  return staleWords(text, year)
    .map((words, index) => ({ ...words, index }))
    .filter(({ index, kind }) => !looked?.settled.includes(index) && !(looked?.isTyped && kind === 'comingYear'))
}

/** The field with one of its places moved to the other year. */
export function withMoved(text: string, words: OpenWords, years: number): string {
  return `${text.slice(0, words.start)}${moveWords(words, years) ?? words.text}${text.slice(words.end)}`
}

/** The field with every place moved that can be; a place moved is settled. */
export function withAllMoved(
  text: string,
  year: number,
  move: { readonly years: number; readonly looked: Looked | undefined },
): { text: string; settled: number[] } {
  const movable = openWords(text, year, move.looked).filter(words => moveWords(words, move.years) !== null)
  return {
    text: movable.reduceRight((moved, words) => withMoved(moved, words, move.years), text),
    settled: [...(move.looked?.settled ?? []), ...movable.map(({ index }) => index)],
  }
}

const targetFields = ['statement', 'baseName'] as const
const taskFields = ['name', 'instruction', 'expectedProduct'] as const

/** Every field that can hold such words, with what it says now. Of what is left out, nothing needs to be looked at. */
export function fieldsOf({ id, title, targets, tasks }: CopyValues): { recordId: string; field: StaleField; text: string }[] {
  return [
    { recordId: id, field: 'title', text: title },
    ...targets
      .filter(target => target.isChosen)
      .flatMap(target => targetFields.map(field => ({ recordId: target.id, field, text: target[field] }))),
    ...tasks.filter(task => task.isChosen).flatMap(task => taskFields.map(field => ({ recordId: task.id, field, text: task[field] }))),
  ]
}

/** The values with one field changed, wherever it is. */
export function withField(
  values: CopyValues,
  { recordId, field }: { readonly recordId: string; readonly field: StaleField },
  text: string,
): CopyValues {
  if (field === 'title') return { ...values, title: text }
  const change = <Kept extends { readonly id: string }>(records: readonly Kept[]): Kept[] =>
    records.map(record => (record.id === recordId ? { ...record, [field]: text } : record))
  return { ...values, targets: change(values.targets), tasks: change(values.tasks) }
}

/** Every year and day in the words moved at once; documents and periods stay for a person to look at. */
export function moveAll(values: CopyValues, year: number, years: number): CopyValues {
  return fieldsOf(values).reduce((moved, place) => {
    const key = keyOf(place.recordId, place.field)
    const looked = moved.looked[key]
    const { text, settled } = withAllMoved(place.text, year, { years, looked })
    const next = { settled, isTyped: looked?.isTyped ?? false }
    return { ...withField(moved, place, text), looked: { ...moved.looked, [key]: next } }
  }, values)
}
