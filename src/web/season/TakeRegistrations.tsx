import { Button } from '@mantine/core'
import type { SeasonView } from '#contract/season.ts'
import { readAnew } from '../app/queries.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBanner } from '../kit/RefusalBanner.tsx'

/** Offices that registered with their unit, taken over in one act. */
export function TakeRegistrations({ season }: { season: SeasonView }) {
  const form = useCommand({
    name: 'season.takeRegistrations',
    start: {},
    toBody: () => ({ seasonId: season.id }),
    onDone: () => readAnew('season'),
  })
  return (
    <div className="stack-s">
      <div>
        <Button variant="default" loading={form.isSending} onClick={() => void form.submit()}>
          Lấy từ sổ đăng ký
        </Button>
      </div>
      <RefusalBanner refusal={form.refusal} />
    </div>
  )
}
