// What a person typed outlives a refusal, a reload and a lost session; it ends with the browser tab or when it was saved.

const keyOf = (name: string): string => `nep:${name}`

export function readDraft(name: string): unknown {
  try {
    const text = sessionStorage.getItem(keyOf(name))
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

export function keepDraft(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(value))
  } catch {
    // A full or forbidden store costs only the safety copy; the form itself still holds the text.
  }
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(keyOf(name))
  } catch {
    // As above.
  }
}
