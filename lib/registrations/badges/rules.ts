/** Crockford's letters and figures: none is taken for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const figures = 10
/** Says to a desk that what follows is a badge, and not a name. */
const mark = 'SX'

/**
 * The code of a badge: fifty of the random bits with which a registration's id ends (RFC 9562, version 4 and 7), so
 * that it is kept nowhere, guessed by nobody and means nothing to whoever finds a badge.
 */
export function badgeCode(registrationId: string): string {
  let bits = Number.parseInt(registrationId.replaceAll('-', '').slice(-13), 16)
  let code = ''
  for (let at = 0; at < figures; at++) {
    code = (alphabet[bits % 32] ?? '') + code
    bits = Math.floor(bits / 32)
  }
  return code
}

/** What a scanner reads: in the letters that a QR code packs closest. */
export const scannedCode = (code: string) => mark + code

/** In halves, for whoever has to type it. */
export const typedCode = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

/** The code in what was scanned or typed, or null where it can be none; letters that look like figures are taken for
 * them. Some names of ten letters are codes too. */
export function codeIn(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '')
  const code =
    plain.length === mark.length + figures && plain.startsWith(mark) ? plain.slice(mark.length) : plain
  const figured = code.replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(figured) ? figured : null
}

/** True where a scanner wrote this, or somebody who copied all of it: no name looks so. */
export function isScanned(text: string): boolean {
  const plain = text.toUpperCase().replace(/[\s-]/g, '')
  return plain.startsWith(mark) && plain.length === mark.length + figures && codeIn(text) !== null
}

/** Badges on one sheet of A4, two beside each other. */
const badgesOnSheet = 8

export function sheetsOf<Badge>(badges: readonly Badge[]): Badge[][] {
  return Array.from({ length: Math.ceil(badges.length / badgesOnSheet) }, (_, at) =>
    badges.slice(at * badgesOnSheet, (at + 1) * badgesOnSheet),
  )
}
