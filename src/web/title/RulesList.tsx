import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RulesView } from '#contract/title-law.ts'
import { contains } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { blankRules } from '#domain/title/blank-rules.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useMay, useUnits } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { sayRange } from '../org/words.ts'
import { RulesForm } from './RulesForm.tsx'
import { LoadRulesForm } from './RulesForms.tsx'

type ListParts = { rules: readonly RulesView[]; unitId: string; on: PlainDate; openId: string | undefined }

/** What the province decided where the law leaves it to the province: loaded from a file or entered here. */
export function RulesList({ rules, unitId, on, openId }: ListParts) {
  const may = useMay()
  const [doing, setDoing] = useState<'load' | 'enter' | null>(null)
  const close = (): void => setDoing(null)
  const isProvince = useUnits().list.find(unit => unit.unitId === unitId)?.kind === 'province'
  const actions = isProvince && may('title.adoptRules', unitId) && (
    <div className="row">
      <Button variant="default" onClick={() => setDoing('load')}>
        Nạp tệp…
      </Button>
      <Button variant="default" onClick={() => setDoing('enter')}>
        Nhập quy định…
      </Button>
    </div>
  )
  return (
    <section className="stack-s" aria-label="Quy định của tỉnh">
      <h2>Quy định của tỉnh</h2>
      {rules.length === 0 ? (
        <EmptyState title="Chưa có quy định nào của tỉnh" next={actions}>
          Thang điểm, ngưỡng, tên gọi mà luật để tỉnh định, và trình tự nơi văn bản của trung ương chưa đọc được. Chưa có thì danh hiệu theo
          86/2023/NĐ-CP chưa chấm điểm được.
          {!isProvince && ' Ghi ở đơn vị cấp tỉnh: chọn tỉnh ở dòng trên cùng.'}
        </EmptyState>
      ) : (
        <>
          <Rows label="Quy định của tỉnh">
            {rules.map(adopted => (
              <Row
                key={adopted.id}
                isSelected={adopted.id === openId}
                title={
                  <Link to="/danh-hieu/quy-dinh" search={before => ({ ...before, bo: undefined, voi: undefined, tinh: adopted.id })}>
                    {adopted.rules.province}: {adopted.rules.basis}
                  </Link>
                }
                second={sayRange(adopted.rules.valid)}
                aside={<State adopted={adopted} on={on} />}
              />
            ))}
          </Rows>
          {actions}
        </>
      )}
      <FormModal title="Nạp quy định của tỉnh" isOpen={doing === 'load'} onClose={close}>
        <LoadRulesForm unitId={unitId} onClose={close} />
      </FormModal>
      <FormModal title="Nhập quy định của tỉnh" isOpen={doing === 'enter'} onClose={close}>
        <RulesForm start={blankRules(on)} unitId={unitId} onClose={close} />
      </FormModal>
    </section>
  )
}

function State({ adopted: { rules, withdrawal }, on }: { adopted: RulesView; on: PlainDate }) {
  if (withdrawal) return <Chip>đã rút</Chip>
  return (
    <>
      {contains(rules.valid, on) && <Chip tone="done">đang dùng</Chip>}
      {!rules.confirmation && <Chip tone="soon">chưa xác minh</Chip>}
    </>
  )
}
