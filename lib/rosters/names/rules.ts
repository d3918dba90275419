export type ReadName = { familyName: string; givenName: string }

const capitals = /^[\p{Lu}\p{M}'’.-]+$/u
const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々]+$/u

/**
 * A whole name taken apart where it says how: `Kask, Liis`, `KASK Liis`, `Liis KASK`, `森 愛子` (East Asian scripts put
 * the family first). Null where it does not: which word of `Ana Maria Lopes` is the family's is not for us to guess.
 */
export function nameIn(text: string): ReadName | null {
  const comma = text.split(/[,，、]/)
  if (comma.length === 2) return named(comma[0], comma[1])
  if (comma.length > 2) return null
  const words = text.trim().split(/\s+/)
  if (words.length === 2 && words.every(word => unspaced.test(word))) return named(words[0], words[1])
  const isFamily = words.map(word => word.length > 1 && capitals.test(word))
  const first = isFamily.indexOf(true)
  const last = isFamily.lastIndexOf(true)
  const together = first !== -1 && isFamily.slice(first, last + 1).every(Boolean)
  if (!together || (first > 0 && last < words.length - 1)) return null
  const family = words.slice(first, last + 1)
  return named(family.join(' '), [...words.slice(0, first), ...words.slice(last + 1)].join(' '))
}

function named(family: string | undefined, given: string | undefined): ReadName | null {
  const [familyName, givenName] = [family?.trim() ?? '', given?.trim() ?? '']
  return familyName === '' || givenName === '' ? null : { familyName, givenName }
}
