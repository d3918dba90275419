import { folded } from '@/lib/rosters/fields/rules'

export type Name = { givenName: string; familyName: string; nativeName: string }

/** How one name may stand beside another; `spelled_alike` across alphabets and ways to spell. */
export type NameEvidence = 'same_name' | 'swapped_name' | 'same_native_name' | 'spelled_alike' | 'near_name'

/** Names shorter than this differ by a letter too easily. */
const leastNear = 8

const cyrillic: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i' },
  ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh' },
  ...{ ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ј: 'j' },
}
const greek: Record<string, string> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm' },
  ...{
    ν: 'n',
    ξ: 'x',
    ο: 'o',
    π: 'p',
    ρ: 'r',
    σ: 's',
    ς: 's',
    τ: 't',
    υ: 'y',
    φ: 'f',
    χ: 'ch',
    ψ: 'ps',
    ω: 'o',
  },
}

/** What different spellings of one sound are taken for: longer ones first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch|tsch|sch/g, 's'],
  [/tch|tsh|cz|ts|tz/g, 'c'],
  [/sh|sz/g, 's'],
  [/ch/g, 'c'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/ou|oo|ue/g, 'u'],
  [/ae|aa/g, 'a'],
  [/oe/g, 'o'],
  [/ee|ie/g, 'i'],
]

/** One name in the forms in which it is compared. */
export type Spelling = {
  given: string
  family: string
  native: string
  /** all its words, in whatever order they were written */
  words: string
  /** the same as it sounds, in Latin letters; the native name too where its alphabet has them */
  sounds: string[]
}

export function spellingOf({ givenName, familyName, nativeName }: Name): Spelling {
  const [given, family, native] = [folded(givenName), folded(familyName), folded(nativeName)]
  const ordered = (text: string) => text.split(' ').filter(Boolean).sort().join(' ')
  const words = ordered(`${family} ${given}`)
  const spoken = [words, native].flatMap(text => soundOf(text) ?? [])
  return { given, family, native, words, sounds: [...new Set(spoken)] }
}

/** Null for what has no letters that we can spell, such as Han. */
function soundOf(text: string): string | null {
  const latin = text
    .replaceAll('ου', 'u')
    .replace(/[\u0370-\u04ff]/g, letter => cyrillic[letter] ?? greek[letter] ?? letter)
  if (latin === '' || /[^a-z0-9 ]/.test(latin)) return null
  const sounded = sounds.reduce((word, [pattern, by]) => word.replace(pattern, by), latin)
  return sounded
    .replace(/(.)\1+/g, '$1')
    .split(' ')
    .sort()
    .join(' ')
}

/** In which ways two names are alike; empty where they are not. */
export function nameEvidence(a: Spelling, b: Spelling): NameEvidence[] {
  const native = a.native !== '' && a.native === b.native ? (['same_native_name'] as const) : []
  return [...latinEvidence(a, b), ...native]
}

function latinEvidence(a: Spelling, b: Spelling): NameEvidence[] {
  if (a.given === b.given && a.family === b.family) return ['same_name']
  if (a.words === b.words) return ['swapped_name']
  if (a.sounds.some(sound => b.sounds.includes(sound))) return ['spelled_alike']
  return isNear(a.words, b.words) ? ['near_name'] : []
}

/** True where one letter more, less or other makes one of the other. */
function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < leastNear || Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}

/** What near names have in common: a name, and each that it is without one letter. */
export function nearKeys({ words }: Spelling): string[] {
  if (words.length < leastNear - 1) return []
  const without = [...words].map((_, at) => words.slice(0, at) + words.slice(at + 1))
  return [...new Set([words, ...without])]
}
