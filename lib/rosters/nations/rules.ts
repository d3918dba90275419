import countries from 'i18n-iso-countries'
import german from 'i18n-iso-countries/langs/de.json'
import english from 'i18n-iso-countries/langs/en.json'
import spanish from 'i18n-iso-countries/langs/es.json'
import estonian from 'i18n-iso-countries/langs/et.json'
import finnish from 'i18n-iso-countries/langs/fi.json'
import french from 'i18n-iso-countries/langs/fr.json'
import italian from 'i18n-iso-countries/langs/it.json'
import japanese from 'i18n-iso-countries/langs/ja.json'
import polish from 'i18n-iso-countries/langs/pl.json'
import { folded } from '../fields/rules'

type Names = { countries: Record<string, string | string[]> }
const languages: readonly Names[] = [
  ...[english, french, german, estonian, finnish, spanish, italian, polish, japanese],
]

let byName: ReadonlyMap<string, string> | null = null

/** Names that two languages give to two countries belong to the language that comes first. */
function namesOfAll(): Map<string, string> {
  const all = new Map<string, string>()
  const add = (name: string, code: string) => {
    if (!all.has(folded(name))) all.set(folded(name), code)
  }
  const codes = Object.entries(countries.getAlpha2Codes())
  for (const [two, three] of codes) for (const code of [two, three]) add(code, three)
  for (const { countries: names } of languages) {
    for (const [two, three] of codes) for (const name of [names[two] ?? []].flat()) add(name, three)
  }
  return all
}

/** The ISO 3166 alpha-3 code of a country by either code or by its name in a language of ours or a neighbour's, or null. */
export function nationNamed(text: string): string | null {
  byName ??= namesOfAll()
  return byName.get(folded(text)) ?? null
}
