import { type AccountView, type AuditView, roleWords } from '#contract/account.ts'
import { sayCommand } from '#contract/command-words.ts'
import { instantColumn, numberColumn, textColumn } from '../kit/list-sheet.ts'
import { changedMembers } from './trail-words.ts'

export const accountColumns = [
  textColumn<AccountView>('Họ và tên', 28, account => account.fullName),
  textColumn<AccountView>('Tên đăng nhập', 20, account => account.username),
  textColumn<AccountView>('Vai trò', 60, account =>
    account.grants.map(grant => `${roleWords[grant.role]}, ${grant.unitName}${grant.withSubtree ? ' và bên dưới' : ''}`).join('; '),
  ),
  textColumn<AccountView>('Tình trạng', 24, account =>
    account.isDisabled ? 'đã ngừng' : account.mustChangePassword ? 'chưa đổi mật khẩu đầu' : 'đang dùng',
  ),
]

export const trailColumns = [
  numberColumn<AuditView>('Số thứ tự', 10, entry => entry.seq),
  instantColumn<AuditView>('Lúc', entry => entry.at),
  textColumn<AuditView>('Người làm', 28, entry => entry.actorName),
  textColumn<AuditView>('Việc', 40, entry => sayCommand(entry.command)),
  textColumn<AuditView>('Đã đổi', 80, entry =>
    changedMembers(entry.before, entry.after)
      .map(({ name, was, now }) => `${name}: ${was === null ? '' : `${was} → `}${now ?? 'bỏ'}`)
      .join('\n'),
  ),
]
