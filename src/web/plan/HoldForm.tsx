import { Select, type SelectProps } from '@mantine/core'
import type { NamedShare, PlanDetail } from '#contract/plan.ts'
import { isSameShare } from '#domain/plan/goal.ts'
import type { GoalShare, Target } from '#domain/plan/plan.ts'
import { ask } from '../api.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { choice, useCommand } from '../app/useCommand.ts'
import { plainFilter } from '../kit/plain-filter.ts'
import { sayGoal } from './words.ts'

type Shares = PlanDetail['shares']

/** With which share of what comes up the tree a target is held together. */
export function HoldForm({ target, shares, onClose }: { target: Target; shares: Shares; onClose: () => void }) {
  const form = useCommand({
    name: 'plan.holdAgainst',
    start: { share: target.share && keyOf(target.share), revision: target.revision },
    toBody: ({ share, revision }) => ({ targetId: target.id, revision, share: shareIn(share) }),
    onDone: async () => {
      onClose()
      await readAnew('plan', 'figure', 'return')
    },
  })
  return (
    <FormView form={form} submitLabel="Lưu" onCancel={onClose} newestRevision={() => newestTargetRevision(target)}>
      <p>
        {target.statement} <span className="soft">({sayGoal(target)})</span>
      </p>
      <ShareSelect shares={shares} {...choice(form, 'share')} />
    </FormView>
  )
}

export function ShareSelect({ shares, ...field }: { shares: Shares } & SelectProps) {
  return (
    <Select
      label="Đối chiếu với tỷ lệ"
      description="Số của tỷ lệ này lấy từ báo cáo các đơn vị gửi lên; chọn đúng mẫu số kế hoạch đặt ra"
      placeholder="không đối chiếu"
      data={shares.map(share => ({ value: keyOf(share), label: nameOf(share) }))}
      searchable
      clearable
      filter={plainFilter}
      clearButtonProps={{ 'aria-label': 'Thôi đối chiếu' }}
      {...field}
    />
  )
}

export function sayShare(shares: Shares, share: GoalShare): string {
  const known = shares.find(each => isSameShare(each, share))
  return known ? nameOf(known) : share.code
}

function nameOf({ name, baseName }: NamedShare): string {
  return `${name} trên ${baseName}`
}

function keyOf({ code, baseCode }: GoalShare): string {
  return `${code}~${baseCode}`
}

export function shareIn(key: string | null): GoalShare | null {
  const [code, baseCode] = key?.split('~') ?? []
  return code === undefined || baseCode === undefined ? null : { code, baseCode }
}

export async function newestTargetRevision(target: Target): Promise<number | null> {
  const { targets } = await ask('plan.one', { id: target.planId })
  return targets.find(({ id }) => id === target.id)?.revision ?? null
}
