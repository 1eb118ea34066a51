/** Whom a province may honour by a title of its own; a clan is any named group kept in the book of a village or commune. */
export const ownSubjects = ['household', 'residentialArea', 'commune', 'office', 'clan'] as const
export type OwnSubject = (typeof ownSubjects)[number]

/** A title of a province's own: whom it is for, the province, and the code in its file. Two provinces never share one. */
export type OwnHonour = `own.${OwnSubject}.${string}`

const form = new RegExp(`^own\\.(?:${ownSubjects.join('|')})\\.[0-9a-f-]{36}\\..{1,20}$`, 'u')

export function isOwnHonour(text: string): text is OwnHonour {
  return form.test(text)
}

export function ownHonour(subject: OwnSubject, provinceId: string, code: string): OwnHonour {
  return `own.${subject}.${provinceId}.${code}`
}

/** What an honour says of itself; the code may hold dots. */
export function partsOfOwn(honour: OwnHonour): { readonly subject: OwnSubject; readonly provinceId: string; readonly code: string } {
  const [, subject = '', provinceId = '', ...code] = honour.split('.')
  return { subject: subject as OwnSubject, provinceId, code: code.join('.') }
}
