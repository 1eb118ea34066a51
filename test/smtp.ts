import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

// A mail server as the protocol describes it (RFC 5321), enough to take letters or to turn them away.

export type TakenLetter = { readonly to: string; readonly head: string; readonly body: string }
export type MailServer = {
  readonly url: string
  readonly taken: readonly TakenLetter[]
  turnAway(isTurning: boolean): void
  stop(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const taken: TakenLetter[] = []
  const sockets = new Set<Socket>()
  let isTurning = false
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    void converse(socket, { taken, isTurning: () => isTurning })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the mail server does not listen')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    turnAway: turning => {
      isTurning = turning
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

async function converse(socket: Socket, house: { taken: TakenLetter[]; isTurning: () => boolean }): Promise<void> {
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  say('220 minh-hoa')
  let to = ''
  let data: string[] | null = null
  for await (const line of createInterface({ input: socket })) {
    if (data !== null && line !== '.')
      data.push(line.replace(/^\./u, '')) // a dot at the head of a line travels doubled
    else if (data !== null) {
      const at = data.indexOf('')
      house.taken.push({ to, head: data.slice(0, at).join('\n'), body: data.slice(at + 1).join('\n') })
      data = null
      say('250 taken')
    } else if (/^(EHLO|HELO)/iu.test(line)) say('250 minh-hoa')
    else if (/^RCPT TO:/iu.test(line)) {
      to = /<(.+)>/u.exec(line)?.[1] ?? ''
      say(house.isTurning() ? '550 nobody here by that name' : '250 ok')
    } else if (/^DATA/iu.test(line)) {
      data = []
      say('354 go on')
    } else if (/^QUIT/iu.test(line)) say('221 bye')
    else say('250 ok')
  }
}

/** The words of a letter, whatever way each part travelled. */
export function wordsOf({ head, body }: Pick<TakenLetter, 'head' | 'body'>): { text: string; html: string; subject: string } {
  const boundary = /boundary="([^"]+)"/u.exec(head)?.[1] ?? ''
  const parts = body.split(`--${boundary}`).map(part => {
    const at = part.search(/\r?\n\r?\n/u)
    return { head: part.slice(0, at), body: part.slice(at).trim() }
  })
  const decoded = (type: string): string => {
    const part = parts.find(candidate => candidate.head.includes(type))
    if (!part) return ''
    if (/base64/iu.test(part.head)) return Buffer.from(part.body, 'base64').toString('utf8')
    return /quoted-printable/iu.test(part.head) ? fromQuoted(part.body) : part.body
  }
  return { text: decoded('text/plain'), html: decoded('text/html'), subject: subjectOf(head) }
}

function fromQuoted(text: string): string {
  const joined = text.replace(/=\r?\n/gu, '')
  return Buffer.from(
    joined.replace(/=([\dA-F]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')
}

/** RFC 2047: words of a head in base64 or as quoted. */
function subjectOf(head: string): string {
  const line = /^Subject: (.*(?:\n\s.*)*)/imu.exec(head)?.[1] ?? ''
  return line
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/giu, (_, way: string, words: string) =>
      way.toUpperCase() === 'B' ? Buffer.from(words, 'base64').toString('utf8') : fromQuoted(words.replaceAll('_', ' ')),
    )
}
