import { command, query } from '../http/definitions.ts'
import { countMyNotices, doIFollow, follow, listMyNotices, readNotices, unfollow } from './notice.actions.ts'
import { remind } from './remind.actions.ts'

export const noticeCommands = [
  command('notice.follow', follow),
  command('notice.unfollow', unfollow),
  command('notice.read', readNotices),
  command('plan.remind', remind),
]

export const noticeQueries = [
  query('notice.list', listMyNotices),
  query('notice.count', countMyNotices),
  query('notice.follows', doIFollow),
]
