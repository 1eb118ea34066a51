import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { HouseholdListImport } from '#contract/household-list.ts'
import { asideOf } from '#domain/household/list-import.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { asideAddress } from '../api.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useCommand } from '../app/useCommand.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { ListColumnsForm } from './ListColumnsForm.tsx'
import { Counts, Examples } from './ListCounts.tsx'

/** One list from its columns to the register: what is to be done next stands on top. */
export function OpenList({ list }: { list: HouseholdListImport }) {
  const { state, isAtWork, fault } = list
  return (
    <>
      <Head list={list} />
      {fault && <Notice tone="late">{fault}</Notice>}
      {isAtWork && <AtWork list={list} />}
      {!isAtWork && state === 'tried' && <Tried list={list} />}
      {!isAtWork && state === 'taking' && <BrokeOff list={list} />}
      {!isAtWork && state === 'taken' && <Taken list={list} />}
      {!isAtWork && (state === 'received' || state === 'trying') && <ListColumnsForm list={list} />}
      {!isAtWork && state === 'tried' && (
        <details>
          <summary>Đọc lại với cột khác, ngày khác</summary>
          <ListColumnsForm list={list} />
        </details>
      )}
    </>
  )
}

function Head({ list }: { list: HouseholdListImport }) {
  const [isDropping, setDropping] = useState(false)
  return (
    <>
      <div className="row">
        <span>
          {list.fileName} <span className="soft">· {[list.receivedBy, list.sender && `từ ${list.sender}`].filter(Boolean).join(', ')}</span>
        </span>
        {!list.isAtWork && (
          <Button variant="subtle" onClick={() => setDropping(true)}>
            Bỏ danh sách…
          </Button>
        )}
      </div>
      <FormModal title={`Bỏ danh sách ${list.fileName}`} isOpen={isDropping} onClose={() => setDropping(false)}>
        <DropForm list={list} onClose={() => setDropping(false)} />
      </FormModal>
    </>
  )
}

function DropForm({ list, onClose }: { list: HouseholdListImport; onClose: () => void }) {
  const navigate = useNavigate()
  const form = useCommand({
    name: 'household.dropList',
    start: {},
    toBody: () => ({ id: list.id }),
    onDone: async () => {
      await navigate({ to: '/so-ho/nhap', search: before => ({ ...before, danh_sach: undefined }) })
      await readAnew('household')
    },
  })
  return (
    <FormView form={form} submitLabel="Bỏ danh sách" tone="late" onCancel={onClose}>
      <p>Tệp và các dòng cần xem được xóa. Hộ đã vào sổ vẫn ở trong sổ.</p>
    </FormView>
  )
}

function AtWork({ list: { state, counts, rows } }: { list: HouseholdListImport }) {
  const words = state === 'trying' ? 'Đang xem trước' : 'Đang nạp vào sổ'
  return (
    <Sheet title={`${words}…`}>
      <progress value={rows ? counts.read : undefined} max={rows ?? undefined} aria-label={words} style={{ inlineSize: '100%' }} />
      <p role="status">
        {formatNumber(counts.read)} {rows ? `trên ${formatNumber(rows)} ` : ''}dòng. Có thể rời trang này; quay lại vẫn thấy việc chạy đến
        đâu.
      </p>
    </Sheet>
  )
}

function Tried({ list }: { list: HouseholdListImport }) {
  const { counts } = list
  const takes = counts.added + counts.differs > 0
  return (
    <Sheet title="Nếu nạp bây giờ">
      <Counts list={list} />
      <Examples list={list} />
      {takes ? <TakeForms list={list} /> : <p>Sổ đã đúng như danh sách: không có gì để nạp.</p>}
    </Sheet>
  )
}

function TakeForms({ list }: { list: HouseholdListImport }) {
  const addOnly = useTake(list, 'addOnly')
  const withChanges = useTake(list, 'withChanges')
  const { added, differs } = list.counts
  return (
    <>
      {added > 0 && (
        <FormView form={addOnly} submitLabel={`Nạp ${formatNumber(added)} hộ mới`}>
          {null}
        </FormView>
      )}
      {differs > 0 && (
        <FormView
          form={withChanges}
          submitLabel={`Nạp ${added > 0 ? `${formatNumber(added)} hộ mới và ` : ''}${formatNumber(differs)} thay đổi`}
        >
          {null}
        </FormView>
      )}
    </>
  )
}

function useTake(list: Pick<HouseholdListImport, 'id'>, mode: 'addOnly' | 'withChanges') {
  return useCommand({
    name: 'household.takeList',
    start: { mode },
    toBody: values => ({ ...values, id: list.id }),
    onDone: () => readAnew('household'),
  })
}

function BrokeOff({ list }: { list: HouseholdListImport }) {
  const form = useTake(list, list.mode === 'withChanges' ? 'withChanges' : 'addOnly')
  return (
    <Sheet title="Dừng giữa chừng">
      <Counts list={list} />
      <FormView form={form} submitLabel="Nạp tiếp">
        <p>Những dòng đã nạp còn nguyên trong sổ; nạp tiếp từ chỗ dừng, không ghi trùng.</p>
      </FormView>
    </Sheet>
  )
}

function Taken({ list }: { list: HouseholdListImport }) {
  const aside = asideOf(list.counts)
  return (
    <Sheet title="Đã nạp">
      <Counts list={list} />
      {aside > 0 && (
        <p>
          Tải các dòng cần xem, sửa ngay trong tệp ấy (mỗi dòng có lý do), rồi gửi lại như một danh sách mới. Dòng nào không sửa thì xóa đi.
        </p>
      )}
      <div className="row">
        {aside > 0 && (
          <Button component="a" href={asideAddress(list.id)} download>
            Tải {formatNumber(aside)} dòng cần xem
          </Button>
        )}
        <ButtonLink variant="default" to="/so-ho" search={before => ({ ...before, danh_sach: undefined })}>
          Xem sổ hộ
        </ButtonLink>
        <ButtonLink variant="subtle" to="/so-ho/nhap" search={before => ({ ...before, danh_sach: undefined })}>
          Gửi danh sách khác
        </ButtonLink>
      </div>
    </Sheet>
  )
}
