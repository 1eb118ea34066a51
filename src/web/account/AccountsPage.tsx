import { Button } from '@mantine/core'
import { useState } from 'react'
import { type AccountView, type FirstPassword, roleWords } from '#contract/account.ts'
import { compareFullName } from '#domain/kit/text.ts'
import { useListAbout } from '../app/all-rows.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { AddAccountForm, DisableForm, EmailForm, FirstPasswordNote, GrantForm, ResetPasswordForm, WithdrawForm } from './AccountForms.tsx'
import { accountColumns } from './account-columns.ts'

type Asking =
  | { readonly what: 'add' }
  | { readonly what: 'grant' | 'disable' | 'reset' | 'email'; readonly account: AccountView }
  | { readonly what: 'withdraw'; readonly account: AccountView; readonly grantId: string }

export function AccountsPage() {
  const unitId = useUnitId()
  const may = useMay()
  const accounts = useAsk('account.list', { unitId })
  const [asking, setAsking] = useState<Asking | null>(null)
  const [shown, setShown] = useState<FirstPassword | null>(null)
  const close = (): void => setAsking(null)
  const add = may('account.add', unitId) && <Button onClick={() => setAsking({ what: 'add' })}>Lập tài khoản</Button>
  return (
    <Screen title="Tài khoản" actions={add}>
      {shown && <FirstPasswordNote shown={shown} onClose={() => setShown(null)} />}
      <Loaded of={accounts}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState title="Chưa có tài khoản nào ở đơn vị này" next={add} />
          ) : (
            <AccountRows rows={rows} onAsk={setAsking} />
          )
        }
      </Loaded>
      <FormModal title="Lập tài khoản" isOpen={asking?.what === 'add'} onClose={close}>
        <AddAccountForm unitId={unitId} onClose={close} onShown={setShown} />
      </FormModal>
      <FormModal title="Thêm vai trò" isOpen={asking?.what === 'grant'} onClose={close}>
        {asking?.what === 'grant' && <GrantForm account={asking.account} unitId={unitId} onClose={close} />}
      </FormModal>
      <FormModal title="Rút vai trò" isOpen={asking?.what === 'withdraw'} onClose={close}>
        {asking?.what === 'withdraw' && <WithdrawForm account={asking.account} grantId={asking.grantId} onClose={close} />}
      </FormModal>
      <FormModal title="Ngừng tài khoản" isOpen={asking?.what === 'disable'} onClose={close}>
        {asking?.what === 'disable' && <DisableForm account={asking.account} unitId={unitId} onClose={close} />}
      </FormModal>
      <FormModal title="Thư tóm tắt" isOpen={asking?.what === 'email'} onClose={close}>
        {asking?.what === 'email' && <EmailForm account={asking.account} unitId={unitId} onClose={close} />}
      </FormModal>
      <FormModal title="Cấp lại mật khẩu" isOpen={asking?.what === 'reset'} onClose={close}>
        {asking?.what === 'reset' && <ResetPasswordForm account={asking.account} unitId={unitId} onClose={close} onShown={setShown} />}
      </FormModal>
    </Screen>
  )
}

function AccountRows({ rows, onAsk }: { rows: readonly AccountView[]; onAsk: (asking: Asking) => void }) {
  const about = useListAbout()
  const byName = rows.toSorted((a, b) => compareFullName(a.fullName, b.fullName))
  return (
    <>
      <ListHead words={`${rows.length} tài khoản`}>
        <ListExport title="Tài khoản" about={about} columns={accountColumns} rows={async () => byName} />
      </ListHead>
      <Rows label="Tài khoản">
        {byName.map(account => (
          <AccountRow key={account.id} account={account} onAsk={onAsk} />
        ))}
      </Rows>
    </>
  )
}

function AccountRow({ account, onAsk }: { account: AccountView; onAsk: (asking: Asking) => void }) {
  const may = useMay()
  return (
    <Row
      title={
        <>
          <b>{account.fullName}</b> <span className="soft">{account.username}</span>
        </>
      }
      second={
        <span className="row">
          {account.grants.map(grant => (
            <span key={grant.id} className="row">
              <span>
                {roleWords[grant.role]} · {grant.unitName}
                {grant.withSubtree && ' và bên dưới'}
              </span>
              {may('account.withdrawGrant', grant.unitId) && !account.isDisabled && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`Rút vai trò ${roleWords[grant.role]} ở ${grant.unitName} của ${account.fullName}`}
                  onClick={() => onAsk({ what: 'withdraw', account, grantId: grant.id })}
                >
                  Rút
                </Button>
              )}
            </span>
          ))}
          {account.grants.length === 0 && 'chưa có vai trò nào'}
          {account.email && <span>thư tóm tắt tới {account.email}</span>}
        </span>
      }
      aside={
        account.isDisabled ? (
          <Chip>Đã ngừng</Chip>
        ) : (
          <>
            {account.mustChangePassword && <Chip tone="soon">Chưa đổi mật khẩu đầu</Chip>}
            <Button size="compact-sm" variant="subtle" onClick={() => onAsk({ what: 'grant', account })}>
              Thêm vai trò
            </Button>
            {account.mailFault && <Chip tone="soon">Thư chưa gửi được: {account.mailFault}</Chip>}
            <Button size="compact-sm" variant="subtle" onClick={() => onAsk({ what: 'email', account })}>
              Thư tóm tắt
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => onAsk({ what: 'reset', account })}>
              Cấp lại mật khẩu
            </Button>
            <Button size="compact-sm" variant="subtle" color="late" onClick={() => onAsk({ what: 'disable', account })}>
              Ngừng
            </Button>
          </>
        )
      }
    />
  )
}
