import { asianNames } from './names-asian'
import { easternNames } from './names-eastern'
import { northernNames } from './names-northern'
import { southernNames } from './names-southern'
import { westernNames } from './names-western'
import type { Random } from './random'

/**
 * What names of one language are put together from: words apart by blanks, `_` for a blank inside one, `Latin=native`
 * where the language has a script of its own, `male/female` where a family name's end follows the person.
 * Families are a head and a tail, so that hardly any is the name of somebody known.
 */
type NameStock = {
  female: string
  male: string
  heads: string
  tails: string
  /** how the own script writes it: family before given name, with or without a blank between */
  native?: 'family given' | 'familygiven'
}

const nameStocks = {
  ...northernNames,
  ...westernNames,
  ...southernNames,
  ...easternNames,
  ...asianNames,
} satisfies Record<string, NameStock>
export type NameLanguage = keyof typeof nameStocks

/** `nativeName` is empty for languages written in Latin letters. */
export type Name = { givenName: string; familyName: string; nativeName: string }

type Word = { latin: string; native: string }

export function nameIn(language: NameLanguage, random: Random): Name {
  const stock: NameStock = nameStocks[language]
  const female = random.chance(0.42)
  const given = wordOf(random.pick((female ? stock.female : stock.male).split(' ')))
  const head = wordOf(random.pick(stock.heads.split(' ')))
  const [male = '', feminine = male] = random.pick(stock.tails.split(' ')).split('/')
  const tail = wordOf(female ? feminine : male)
  const family = { latin: head.latin + tail.latin, native: head.native + tail.native }
  return {
    givenName: given.latin,
    familyName: family.latin,
    nativeName: given.native === '' ? '' : nativeOf(given.native, family.native, stock),
  }
}

function nativeOf(given: string, family: string, { native }: NameStock): string {
  if (native === undefined) return `${given} ${family}`
  return native === 'familygiven' ? `${family}${given}` : `${family} ${given}`
}

function wordOf(text: string): Word {
  const [latin = '', native = ''] = text.replaceAll('_', ' ').split('=')
  return { latin: latin === '-' ? '' : latin, native: native === '-' ? '' : native }
}
