import { formatNumber } from '#domain/kit/text.ts'

/** `340 KB`, `2,5 MB`: how large a file is, as the system's own windows say it. */
export function sayBytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${formatNumber(Math.ceil(bytes / 1024))} KB` : `${formatNumber(bytes / 1024 / 1024, 1)} MB`
}
