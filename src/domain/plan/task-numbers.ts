/** Which row is the whole of each, from how rows are numbered: `I`, `1`, `1.1`, `a)`. */
export type Whole = number | 'top' | 'none' | 'notANumber'

type Read = { readonly kind: 'roman' | 'arabic' | 'letter'; readonly label: string }

/** A row without a number stands by itself. Numbers begin anew under each Roman one. */
export function wholesOf(numbers: readonly string[]): Whole[] {
  const wholes: Whole[] = []
  const rowOf = new Map<string, number>() // the rows that can be a whole here, by their number
  let section: number | null = null
  let lastNumbered: number | null = null
  for (const [i, text] of numbers.entries()) {
    const read = readNumber(text)
    if (text.trim() === '') wholes.push('top')
    else if (!read) wholes.push('notANumber')
    else if (read.kind === 'roman') {
      rowOf.clear()
      section = i
      wholes.push('top')
    } else if (read.kind === 'letter') wholes.push(lastNumbered ?? section ?? 'none')
    else {
      const above = read.label.includes('.') ? read.label.slice(0, read.label.lastIndexOf('.')) : null
      wholes.push(above === null ? (section ?? 'top') : (rowOf.get(above) ?? 'none'))
      rowOf.set(read.label, i)
      lastNumbered = i
    }
    if (read?.kind === 'roman') lastNumbered = null
  }
  return wholes
}

/** Whether a text numbers a row, as the first column of a table does. */
export function isRowNumber(text: string): boolean {
  return readNumber(text) !== null
}

function readNumber(text: string): Read | null {
  const label = text.trim().replace(/[.)]+$/u, '')
  if (/^[IVXL]+$/u.test(label)) return { kind: 'roman', label }
  if (/^\d{1,3}(?:\.\d{1,3})*$/u.test(label)) return { kind: 'arabic', label }
  return /^[a-zđ]$/u.test(label) ? { kind: 'letter', label } : null
}

type Placed = { readonly id: string; readonly parentTaskId: string | null; readonly position: number }

/** Tasks in the order of the plan, each part under its whole, with how deep it lies and its number there: `2.1`. */
export function numbered<Entry extends Placed>(tasks: readonly Entry[]): { task: Entry; depth: number; number: string }[] {
  const known = new Set(tasks.map(task => task.id))
  const partsOf = Map.groupBy(tasks, task => (task.parentTaskId !== null && known.has(task.parentTaskId) ? task.parentTaskId : null))
  const below = (parentTaskId: string | null, prefix: string, depth: number): { task: Entry; depth: number; number: string }[] =>
    (partsOf.get(parentTaskId) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .flatMap((task, i) => {
        const number = `${prefix}${i + 1}`
        return [{ task, depth, number }, ...below(task.id, `${number}.`, depth + 1)]
      })
  return below(null, '', 0)
}
