import type { BodyInput } from '#contract/index.ts'

// What the invented units tell ("dữ liệu minh họa"): the same on every machine, a share of households grown a little by year's end.

type Content = BodyInput<'return.save'>['content']
type Fault = (counts: Record<string, number>) => Record<string, number>

/** What comes wrong in practice, one unit each: nothing of it is put right on the way. */
export const faults: readonly Fault[] = [
  counts => ({ ...counts, 'family.registered': (counts['family.total'] ?? 0) + 40 }),
  counts => ({ ...counts, 'family.recognised': (counts['family.registered'] ?? 0) + 25 }),
  counts => ({ ...counts, 'area.recognised': (counts['area.total'] ?? 0) + 3 }),
  counts => ({ ...counts, 'family.total': (counts['family.total'] ?? 0) * 10 }),
]

export const plain: Fault = counts => counts

/** The figures of a village. */
export function villageTold(at: number): Content {
  return toContent(families(70 + ((at * 37) % 90)))
}

/** The figures of a commune, with the villages it has. */
export function communeTold(at: number, areas: number, fault: Fault = plain): Content {
  const population = areas * (420 + ((at * 13) % 80))
  return toContent(
    fault({
      ...families(areas * (80 + ((at * 29) % 60))),
      'area.total': areas,
      'area.registered': areas,
      'area.recognised': Math.floor(areas * 0.7),
      'house.areas': Math.floor(areas * 0.8),
      'population.total': population,
      'exercise.people': Math.floor(population * 0.34),
    }),
  )
}

function families(total: number): Record<string, number> {
  const registered = Math.floor(total * 0.92)
  return { 'family.total': total, 'family.registered': registered, 'family.recognised': Math.floor(registered * 0.87) }
}

function toContent(counts: Record<string, number>): Content {
  const values = Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, { quality: 'counted', count } as const]))
  return { values, printed: [], parts: {} }
}
