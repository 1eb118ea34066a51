import { exportAddress } from '../api.ts'
import { Sheet } from '../kit/Rows.tsx'

const kinds = [
  { as: 'csv', word: 'Số liệu, CSV' },
  { as: 'json', word: 'Số liệu kèm từ điển, JSON' },
  { as: 'dictionary', word: 'Từ điển chỉ tiêu, CSV' },
] as const

/** The figures as they stand, for another program: of one unit, or of all for whoever asked. */
export function TakeAway({ requestId, unitId }: { requestId: string; unitId: string }) {
  return (
    <Sheet title="Mang số liệu đi">
      <p className="soft">Chỉ những số đang được tính. Ô không có số là chưa có số liệu, không phải 0.</p>
      <div className="row">
        {kinds.map(({ as, word }) => (
          <a key={as} href={exportAddress({ requestId, unitId }, as)} download>
            {word}
          </a>
        ))}
      </div>
    </Sheet>
  )
}
