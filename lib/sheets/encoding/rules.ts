/** Encodings of text files that can be read; the person chooses where bytes alone do not tell. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1257',
  'shift_jis',
] as const
export type Encoding = (typeof encodings)[number]

export type Decoded = {
  text: string
  encoding: Encoding
  /** the bytes say so; otherwise it is the likeliest and a person should look */
  sure: boolean
}

/** Bytes as text. By their mark (BOM), else UTF-16 by its zeros, else UTF-8 where every byte fits, else Windows-1252,
 * in which Excel writes CSV in western Europe. */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  const marked = markOf(bytes)
  if (chosen && chosen !== marked) return { text: textIn(bytes, chosen), encoding: chosen, sure: true }
  if (marked) return { text: textIn(bytes, marked), encoding: marked, sure: true }
  const wide = utf16By(bytes)
  if (wide) return { text: textIn(bytes, wide), encoding: wide, sure: true }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', sure: true }
  } catch {
    return { text: textIn(bytes, 'windows-1252'), encoding: 'windows-1252', sure: false }
  }
}

function textIn(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes)
  // Node 20 reads Windows-1252 as Latin-1, which has control characters in place of these thirty-two.
  return encoding === 'windows-1252'
    ? text.replace(/[\x80-\x9f]/g, byte => western[byte.charCodeAt(0) - 0x80] ?? byte)
    : text
}

const western = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function markOf([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Text of mostly Latin letters has a zero in every other byte; no text file has zeros otherwise. */
function utf16By(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 1000)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0 || Math.max(even, odd) < sample.length / 8) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** UTF-8 with its mark, without which Excel guesses the code page of the machine. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\ufeff${text}`)
}
