import type { Mapping, RosterField } from './schema'

/** Letters that Unicode does not take apart into a letter and its mark. */
const letters: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
}

/** Words as they are compared: without case, diacritics, signs and repeated spaces; full-width letters as usual ones. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßłøđðæœıþ]/g, letter => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What a mapping lacks before a row can be read: who, by which address, in which role. */
export function missingFields(mapping: Mapping): RosterField[] {
  const has = (field: RosterField) => mapping.includes(field)
  const names: RosterField[] = has('fullName') ? [] : ['familyName', 'givenName']
  return [...names, 'email' as const, 'role' as const].filter(field => !has(field))
}

/** The fields that several columns claim. */
export function repeatedFields(mapping: Mapping): RosterField[] {
  return [...new Set(mapping.filter((field, at) => field !== null && mapping.indexOf(field) !== at))].filter(
    field => field !== null,
  )
}
