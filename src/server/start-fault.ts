import { existsSync, statfsSync } from 'node:fs'
import { codeOf, isDatabaseFault } from './db/fault.ts'
import type { DataPlace } from './world.ts'

/** Why Nếp cannot start, in one sentence for the person at the terminal. */
export function sayStartFault(error: unknown, { folder }: Pick<DataPlace, 'folder'>): string {
  if (isDatabaseFault(error) || error instanceof RangeError) return error.message
  const { syscall, address, port } = error as { syscall?: string; address?: string; port?: number }
  const code = codeOf(error) ?? ''
  if (syscall === 'listen') return sayListenFault(code, `${address ?? ''}:${port ?? ''}`)
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return 'chỉ hiểu tham số --empty.'
  if (code === 'ENOSPC' || code === '53100' || isFull(folder)) return `ổ đĩa chứa ${folder} đã đầy.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `không ghi được vào thư mục dữ liệu ${folder}: kiểm tra quyền của thư mục hoặc đặt NEP_DATA khác.`
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${folder} không phải thư mục: đặt NEP_DATA khác.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return 'không nối được tới máy chủ PostgreSQL trong DATABASE_URL.'
  if (code === '28P01' || code === '28000' || code === '3D000')
    return 'máy chủ PostgreSQL từ chối: sai tài khoản, mật khẩu hoặc tên cơ sở dữ liệu trong DATABASE_URL.'
  if (code === 'ERR_INVALID_URL') return 'DATABASE_URL không phải địa chỉ hợp lệ.'
  return `không khởi động được: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

/** The engine inside the process says only that it gave up. */
function isFull(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < leastRoom
}

const leastRoom = 256 * 1024

function sayListenFault(code: string, where: string): string {
  if (code === 'EADDRINUSE') return `cổng ${where} đang có chương trình khác dùng: dừng chương trình đó hoặc đặt PORT khác.`
  if (code === 'EACCES') return `không được mở cổng ${where}: đặt PORT từ 1024 trở lên.`
  return `không mở được địa chỉ ${where} (${code}): kiểm tra HOST và PORT.`
}
