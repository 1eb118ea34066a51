import { command, query } from '../http/definitions.ts'
import { addAccount, disableAccount, grantRole, listAccountViews, resetPassword, setEmail, withdrawRole } from './account.actions.ts'

export const accountCommands = [
  command('account.add', addAccount),
  command('account.grant', grantRole),
  command('account.withdrawGrant', withdrawRole),
  command('account.disable', disableAccount),
  command('account.resetPassword', resetPassword),
  command('account.setEmail', setEmail),
]

export const accountQueries = [query('account.list', listAccountViews)]
