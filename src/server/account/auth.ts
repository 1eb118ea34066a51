import { randomUUID } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { hashPassword } from 'better-auth/crypto'
import { username } from 'better-auth/plugins/username'
import type { KyselyPlugin } from 'kysely'
import { passwordLength } from '#domain/account/sign-in.ts'
import { asDate } from '../context.ts'
import type { Db } from '../db/connect.ts'

export { hashPassword }

/** `Set-Cookie` lines for the browser. */
export type Cookies = readonly string[]
export type Session = { readonly accountId: string; readonly cookies: Cookies }

/** Signing in and staying so: passwords checked, sessions kept in the database, the cookie signed. Null stands for no. */
export type Auth = {
  signIn(name: string, password: string): Promise<Session | null>
  /** Whose cookie this is; the session is prolonged while it is used. */
  find(cookie: string): Promise<Session | null>
  signOut(cookie: string): Promise<Cookies>
  /** Ends all other sessions and renews this one. */
  changePassword(cookie: string, passwords: { readonly current: string; readonly next: string }): Promise<Cookies | null>
}

export type AuthSettings = {
  /** Signs the cookie. */
  readonly secret: string
  /** A session nobody uses ends after this long. */
  readonly idleHours: number
}

const prolongEverySeconds = 60

export function openAuth(db: Db, settings: AuthSettings): Auth {
  const { api } = betterAuth(optionsOf(db, settings))
  return {
    async signIn(name, password) {
      const { response, headers } = await orNull(
        api.signInUsername({ body: { username: name, password }, returnHeaders: true, headers: new Headers() }),
      )
      return response && { accountId: response.user.id, cookies: headers.getSetCookie() }
    },
    async find(cookie) {
      const { response, headers } = await orNull(api.getSession({ headers: new Headers({ cookie }), returnHeaders: true }))
      return response && { accountId: response.user.id, cookies: headers.getSetCookie() }
    },
    async signOut(cookie) {
      const { headers } = await orNull(api.signOut({ headers: new Headers({ cookie }), returnHeaders: true }))
      return headers.getSetCookie()
    },
    async changePassword(cookie, { current, next }) {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
      const { response, headers } = await orNull(api.changePassword({ body, headers: new Headers({ cookie }), returnHeaders: true }))
      return response && headers.getSetCookie()
    },
  }
}

function optionsOf(db: Db, { secret, idleHours }: AuthSettings) {
  return {
    // No transactions of its own: each of its writes stands alone, and ours enclose none of them.
    database: { db: db.withPlugin(instantsAsDates), type: 'postgres', transaction: false },
    secret,
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // its own counts requests of its own routes, which are not mounted; ours counts tries
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: { modelName: 'userAccount', fields: { name: 'fullName' } },
    account: { modelName: 'credential' },
    session: { expiresIn: idleHours * 3600, updateAge: prolongEverySeconds },
    plugins: [username({ displayUsername: false, maxUsernameLength: 32 })],
    advanced: {
      cookiePrefix: 'nep',
      useSecureCookies: false, // `Secure` is added when the request came over https
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID(), validateSchema: false }, // our migrations keep only the columns in use
    },
  } satisfies BetterAuthOptions
}

type Answered<Value> = { readonly response: Value | null; readonly headers: Headers }

/** The library throws its refusals; anything else it throws is a fault and stays one. */
async function orNull<Value>(answer: Promise<{ response: Value; headers: Headers }>): Promise<Answered<Value>> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error && error.name === 'APIError' && 'statusCode' in error && Number(error.statusCode) < 500) {
      return { response: null, headers: new Headers() }
    }
    throw error
  }
}

const instantColumns = ['createdAt', 'updatedAt', 'expiresAt'] as const

/** Our driver reads instants as text; the library compares them as dates. */
const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
}

function withDates(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const dates = instantColumns.flatMap(column => (typeof row[column] === 'string' ? [[column, asDate(row[column])] as const] : []))
  return { ...row, ...Object.fromEntries(dates) }
}
