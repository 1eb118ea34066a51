type Search = Readonly<Record<string, unknown>>
const textIn = (search: Search, key: string): string | undefined => {
  const value = search[key]
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
}
/** Keeps only the named parts of the address, each as text or absent. */
export const only =
  <const Keys extends readonly string[]>(...keys: Keys) =>
  (search: Search): { [Key in Keys[number]]?: string | undefined } => {
    const kept: Record<string, string> = {}
    for (const key of keys) {
      const value = textIn(search, key)
      if (value !== undefined) kept[key] = value
    }
    return kept as { [Key in Keys[number]]?: string | undefined }
  }
