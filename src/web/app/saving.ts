// When the words are sent, as states and what happens to them; whoever holds the clock asks `waitOf`.

/** Where the words are: all on the server, on the way, or here because of something. */
export type Saving = {
  readonly phase: 'rest' | 'waiting' | 'sending' | 'unreached' | 'signedOut' | 'refused'
  /** How often in a row the server did not answer. */
  readonly tries: number
  readonly savedAt: string | null
  /** Why the server said no, in its own words. */
  readonly refusal: string | null
}

export type Happening =
  | { readonly type: 'typed' }
  | { readonly type: 'nothingLeft' }
  | { readonly type: 'sent' }
  | { readonly type: 'saved'; readonly at: string; readonly isMoreLeft: boolean }
  | { readonly type: 'unreached' }
  | { readonly type: 'signedOut' }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'woken' }

export const atRest: Saving = { phase: 'rest', tries: 0, savedAt: null, refusal: null }

export function after(saving: Saving, happening: Happening): Saving {
  switch (happening.type) {
    case 'typed':
      return saving.phase === 'rest' || saving.phase === 'refused' ? { ...saving, phase: 'waiting', refusal: null } : saving
    case 'nothingLeft':
      return saving.phase === 'sending' ? saving : { ...saving, phase: 'rest', tries: 0, refusal: null }
    case 'sent':
      return { ...saving, phase: 'sending' }
    case 'saved':
      return { phase: happening.isMoreLeft ? 'waiting' : 'rest', tries: 0, savedAt: happening.at, refusal: null }
    case 'unreached':
      return { ...saving, phase: 'unreached', tries: saving.tries + 1 }
    case 'signedOut':
      return { ...saving, phase: 'signedOut' }
    case 'refused':
      return { ...saving, phase: 'refused', tries: 0, refusal: happening.message }
    case 'woken':
      return saving.phase === 'unreached' || saving.phase === 'signedOut' ? { ...saving, phase: 'waiting', tries: 0 } : saving
  }
}

/** Milliseconds until the words are sent of themselves; null: not before something happens. */
export function waitOf(saving: Saving): number | null {
  if (saving.phase === 'waiting') return 1200
  if (saving.phase === 'unreached') return Math.min(30_000, 2000 * 2 ** (saving.tries - 1))
  return null
}

export function saySaving({ phase, savedAt, refusal }: Saving): string {
  switch (phase) {
    case 'rest':
      return savedAt ? `Đã lưu ${savedAt}` : 'Đã lưu'
    case 'waiting':
    case 'sending':
      return 'Đang lưu'
    case 'unreached':
      return 'Chưa gửi được, sẽ thử lại. Lời bạn gõ còn nguyên trên máy này.'
    case 'signedOut':
      return 'Phiên làm việc đã hết: đăng nhập lại, lời bạn gõ sẽ tự gửi.'
    case 'refused':
      return `Chưa lưu được: ${refusal}`
  }
}
