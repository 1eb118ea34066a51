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
    wordsOf(at),
  )
}

/** The figures of an agency: its own recognition, and what it did. */
export function agencyTold(at: number): Content {
  const isFirst = at % 5 === 0
  return toContent({
    'office.total': 1,
    'office.registered': 1,
    'office.registered.first': isFirst ? 1 : 0,
    'office.registered.again': isFirst ? 0 : 1,
    'office.recognised': at % 7 === 0 ? 0 : 1,
    'activity.dissemination.events': 2 + (at % 4),
    'activity.sport.events': 1 + (at % 3),
  })
}

/** Every third commune writes; what several say alike is said with other numbers. */
function wordsOf(at: number): Content['parts'] {
  if (at % 3 !== 0) return {}
  const seen = 4 + (at % 5)
  return {
    goodExamples:
      at % 2 === 0 ? `Mô hình “Thắp sáng đường quê” ở ${seen} bản do Nhân dân góp công, mỗi hộ trồng một chậu hoa trước cổng nhà.` : '',
    difficulties: `Còn ${seen} nhà văn hóa bản xuống cấp, chưa có kinh phí sửa chữa.`,
    proposals: at % 6 === 0 ? 'Đề nghị tỉnh hỗ trợ kinh phí sửa chữa nhà văn hóa bản.' : '',
    ahead: at % 6 === 3 ? 'Rà soát, bổ sung hương ước, quy ước của các bản sau sắp xếp đơn vị hành chính.' : '',
  }
}

function families(total: number): Record<string, number> {
  const registered = Math.floor(total * 0.92)
  return { 'family.total': total, 'family.registered': registered, 'family.recognised': Math.floor(registered * 0.87) }
}

function toContent(counts: Record<string, number>, parts: Content['parts'] = {}): Content {
  const values = Object.fromEntries(Object.entries(counts).map(([code, count]) => [code, { quality: 'counted', count } as const]))
  return { values, printed: [], parts }
}
