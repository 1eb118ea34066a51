import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { type AccountView, type FirstPassword, roleWords } from '#contract/account.ts'
import { roles } from '#domain/account/access.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useUnits } from '../app/units.ts'
import { choice, type Form, text, tick, useCommand } from '../app/useCommand.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import classes from './account.module.css'

/** Shown once: the person changes it at the first sign-in. */
export function FirstPasswordNote({ shown, onClose }: { shown: FirstPassword; onClose: () => void }) {
  return (
    <Notice tone="done">
      <p>
        Mật khẩu đầu của <b>{shown.username}</b>: <code className={classes.password}>{shown.password}</code>
      </p>
      <p>Chỉ hiện một lần. Trao tận tay người dùng; lần đăng nhập đầu sẽ phải đổi.</p>
      <div className="row">
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(shown.password)}>
          Chép
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Đã trao xong
        </Button>
      </div>
    </Notice>
  )
}

type GrantValues = { readonly role: string | null; readonly unitId: string | null; readonly withSubtree: boolean }

function GrantFields<Values extends GrantValues>({ form }: { form: Form<Values> }) {
  const units = useUnits()
  return (
    <>
      <div className="pair">
        <Select label="Vai trò" {...choice(form, 'role')} data={roles.map(role => ({ value: role, label: roleWords[role] }))} />
        <Select
          label="Ở đơn vị"
          {...choice(form, 'unitId')}
          data={units.list.map(unit => ({ value: unit.unitId, label: unit.name }))}
          searchable
          allowDeselect={false}
        />
      </div>
      <Checkbox label="Và mọi đơn vị bên dưới" {...tick(form, 'withSubtree')} />
    </>
  )
}

type Shows = { onClose: () => void; onShown: (shown: FirstPassword) => void }

export function AddAccountForm({ unitId, onClose, onShown }: { unitId: string } & Shows) {
  const form = useCommand({
    name: 'account.add',
    start: {
      id: crypto.randomUUID(),
      username: '',
      fullName: '',
      unitId: unitId,
      role: null as string | null,
      withSubtree: false,
    },
    toBody: values => values,
    draft: `account.add:${unitId}`,
    onDone: async first => {
      onClose()
      onShown(first)
      await readAnew('account')
    },
  })
  return (
    <FormView form={form} submitLabel="Lập tài khoản" onCancel={onClose}>
      <TextInput label="Họ và tên" {...text(form, 'fullName')} data-autofocus />
      <TextInput label="Tên đăng nhập" description="Chữ thường không dấu, số, dấu chấm" autoCapitalize="none" {...text(form, 'username')} />
      <GrantFields form={form} />
    </FormView>
  )
}

export function GrantForm({ account, unitId, onClose }: { account: AccountView; unitId: string; onClose: () => void }) {
  const form = useCommand({
    name: 'account.grant',
    start: { id: crypto.randomUUID(), unitId: unitId, role: null as string | null, withSubtree: false },
    toBody: values => ({ ...values, accountId: account.id }),
    onDone: async () => {
      onClose()
      await readAnew('account')
    },
  })
  return (
    <FormView form={form} submitLabel="Thêm vai trò" onCancel={onClose}>
      <p>{account.fullName}</p>
      <GrantFields form={form} />
    </FormView>
  )
}

export function WithdrawForm({ account, grantId, onClose }: { account: AccountView; grantId: string; onClose: () => void }) {
  const grant = account.grants.find(({ id }) => id === grantId)
  const form = useCommand({
    name: 'account.withdrawGrant',
    start: {},
    toBody: () => ({ id: grantId, unitId: grant?.unitId }),
    onDone: async () => {
      onClose()
      await readAnew('account')
    },
  })
  return (
    <FormView form={form} submitLabel="Rút vai trò" tone="late" onCancel={onClose}>
      <p>
        {account.fullName} không còn là {grant && roleWords[grant.role]} ở {grant?.unitName}. Việc đã làm vẫn giữ tên người ấy.
      </p>
    </FormView>
  )
}

export function DisableForm({ account, unitId, onClose }: { account: AccountView; unitId: string; onClose: () => void }) {
  const form = useCommand({
    name: 'account.disable',
    start: { reason: '' },
    toBody: values => ({ ...values, accountId: account.id, unitId: account.grants[0]?.unitId ?? unitId }),
    onDone: async () => {
      onClose()
      await readAnew('account')
    },
  })
  return (
    <FormView form={form} submitLabel="Ngừng tài khoản" tone="late" onCancel={onClose}>
      <p>{account.fullName} ra khỏi hệ thống ngay và không đăng nhập được nữa. Việc đã làm vẫn giữ tên người ấy.</p>
      <TextInput label="Lý do" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}

export function ResetPasswordForm({ account, unitId, onClose, onShown }: { account: AccountView; unitId: string } & Shows) {
  const form = useCommand({
    name: 'account.resetPassword',
    start: {},
    toBody: () => ({ accountId: account.id, unitId: account.grants[0]?.unitId ?? unitId }),
    onDone: async first => {
      onClose()
      onShown(first)
      await readAnew('account')
    },
  })
  return (
    <FormView form={form} submitLabel="Cấp lại mật khẩu" onCancel={onClose}>
      <p>Mật khẩu cũ của {account.fullName} thôi dùng, các nơi đang đăng nhập đều ra. Mật khẩu mới hiện một lần để trao tận tay.</p>
    </FormView>
  )
}

export function EmailForm({ account, unitId, onClose }: { account: AccountView; unitId: string; onClose: () => void }) {
  const form = useCommand({
    name: 'account.setEmail',
    start: { email: account.email },
    toBody: ({ email }) => ({ accountId: account.id, unitId: account.grants[0]?.unitId ?? unitId, email }),
    onDone: async () => {
      onClose()
      await readAnew('account')
    },
  })
  return (
    <FormView form={form} submitLabel="Lưu" onCancel={onClose}>
      <TextInput
        label="Thư điện tử"
        description={`Thư tóm tắt việc chờ gửi lúc 7 giờ cho ${account.fullName}; để trống thì không gửi`}
        {...text(form, 'email')}
        data-autofocus
      />
    </FormView>
  )
}
