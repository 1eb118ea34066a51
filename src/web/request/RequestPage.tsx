import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { RequestView } from '#contract/request.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { levelNouns } from '#domain/request/request.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { keepAnswer, readAnew, useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { Board } from './Board.tsx'
import { Letters } from './Letters.tsx'
import { AmendRequestForm } from './RequestForm.tsx'
import { kindWords } from './request-words.ts'
import { TakeAway } from './TakeAway.tsx'

const route = getRouteApi('/frame/bao-cao/dot/$requestId')

/** One asking of many: looked at before it goes out, and followed from then on. */
export function RequestPage() {
  const { requestId } = route.useParams()
  const request = useAsk('request.one', { id: requestId })
  return (
    <Screen title={request.data?.title ?? 'Đợt báo cáo'} unitName={request.data?.unitName ?? '…'}>
      <Loaded of={request} rows={12}>
        {view => (view.sentOn === null ? <Draft request={view} /> : <Sent request={view} />)}
      </Loaded>
    </Screen>
  )
}

/** Of all who owe for who asked; of those who hand in to it, for every other unit. */
function Sent({ request }: { request: RequestView }) {
  const { cua } = route.useSearch()
  const ownUnitId = useUnitId()
  const maySeeAll = useMay()('request.board', request.unitId)
  return (
    <div className="stack">
      <Board requestId={request.id} unitId={cua ?? (maySeeAll ? request.unitId : ownUnitId)} />
      {maySeeAll && <TakeAway requestId={request.id} unitId={request.unitId} />}
    </div>
  )
}

/** What would go out, to how many; nobody was asked yet. */
function Draft({ request }: { request: RequestView }) {
  const may = useMay()
  const [isAmending, setAmending] = useState(false)
  const count = Object.values(request.owing).reduce((sum, of) => sum + of, 0)
  const form = useCommand({
    name: 'request.send',
    start: { revision: request.revision },
    toBody: values => ({ ...values, id: request.id }),
    onDone: async answer => {
      keepAnswer('request.one', { id: request.id }, answer)
      await readAnew('request', 'today', 'notice')
    },
  })
  const mayAmend = may('request.amend', request.unitId)
  return (
    <div className="stack">
      <Notice>Chưa gửi đi: chưa đơn vị nào nhận được yêu cầu này.</Notice>
      <Sheet
        title="Yêu cầu"
        actions={
          mayAmend && (
            <Button variant="default" onClick={() => setAmending(true)}>
              Sửa…
            </Button>
          )
        }
      >
        <RequestFacts request={request} />
        {may('request.send', request.unitId) && (
          <FormView key={request.revision} form={form} submitLabel={count > 0 ? `Gửi yêu cầu tới ${count} đơn vị` : 'Gửi yêu cầu'}>
            <p className="soft">Gửi rồi thì kỳ, biểu mẫu và hạn gửi không đổi nữa; mỗi đơn vị được báo trong chương trình.</p>
          </FormView>
        )}
      </Sheet>
      <Letters requestId={request.id} title={request.title} unitId={request.unitId} kinds={['asks']} />
      <FormModal title="Sửa đợt báo cáo" isOpen={isAmending} onClose={() => setAmending(false)}>
        <AmendRequestForm request={request} onClose={() => setAmending(false)} />
      </FormModal>
    </div>
  )
}

function RequestFacts({ request }: { request: RequestView }) {
  const { kind, covers, cutoff, formName, basis, asked, owing, restDays, unitName, placeName } = request
  return (
    <Facts>
      {placeName && (
        <Fact label="Ai yêu cầu">
          {unitName}, thay mặt {placeName}: báo cáo gửi về {unitName}
        </Fact>
      )}
      <Fact label="Loại báo cáo">{capitalise(kindWords[kind])}</Fact>
      <Fact label="Số liệu">
        từ ngày {formatDay(covers.from)} đến hết ngày {formatDay(cutoff)}
      </Fact>
      <Fact label="Biểu mẫu">{formName}</Fact>
      <Fact label="Căn cứ">{basis || <span className="soft">không ghi</span>}</Fact>
      {asked.map(({ level, dueOn, unitIds }) => {
        const rest = restDays.find(day => day.dueOn === dueOn)
        return (
          <Fact key={level} label={capitalise(levelNouns[level])}>
            <span className="row">
              {owing[level] === undefined ? 'không có đơn vị nào' : `${formatNumber(owing[level])} đơn vị${unitIds ? ' được chọn' : ''}`},
              hạn gửi {formatDay(dueOn)}
              {rest && <Chip tone="soon">ngày nghỉ: {rest.name}</Chip>}
            </span>
          </Fact>
        )
      })}
    </Facts>
  )
}
