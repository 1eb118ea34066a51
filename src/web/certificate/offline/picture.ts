import { decodeQR } from 'qr/decode.js'

/** Large photos are looked at in these sizes, the longest side in points: small first, since it is soon done. */
const sizes = [800, 1600, 3000]

/** The words in the square of a picture; null where none is found. The picture leaves the machine for nowhere. */
export async function readPicture(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const longest = Math.max(bitmap.width, bitmap.height)
  const wanted = [...sizes.filter(size => size < longest), Math.min(longest, sizes.at(-1) ?? longest)]
  for (const size of wanted) {
    const found = readSquare(bitmap, size / longest)
    if (found !== null) return found
  }
  return null
}

function readSquare(bitmap: ImageBitmap, scale: number): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  pen?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const drawn = pen?.getImageData(0, 0, canvas.width, canvas.height)
  try {
    return drawn ? decodeQR({ width: drawn.width, height: drawn.height, data: drawn.data }) : null
  } catch {
    return null // no square in this size
  }
}
