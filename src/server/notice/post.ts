import type { Letter } from './digest-text.ts'

/** The post office of the house, and under which address it writes. */
export type PostSettings = { readonly smtpUrl: string; readonly from: string }

/** Null where none is set: then nobody is written to. */
export function readPost(env: NodeJS.ProcessEnv): PostSettings | null {
  const { SMTP_URL: smtpUrl, NEP_MAIL_FROM: from } = env
  if (!smtpUrl) return null
  if (!/^smtps?:\/\/./u.test(smtpUrl)) throw new RangeError('SMTP_URL phải có dạng smtp://… hoặc smtps://…')
  if (!from) throw new RangeError('Đã đặt SMTP_URL thì cũng phải đặt NEP_MAIL_FROM: thư gửi từ địa chỉ nào.')
  return { smtpUrl, from }
}

export type Post = { send(to: string, letter: Letter): Promise<void>; close(): void }

const patienceMs = 20_000

/** One line to the server for all letters of a morning; the library is loaded when there is something to send. */
export async function openPost({ smtpUrl, from }: PostSettings): Promise<Post> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(to, letter) {
      await transport.sendMail({ from, to, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
    close: () => transport.close(),
  }
}
