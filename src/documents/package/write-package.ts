import { zipSync } from 'fflate'

/** Files in one archive, in the order given: the same files give the same bytes. */
export function writePackage(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 6, mtime: '1980-01-01T00:00:00' })
}
