import countries from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json'
import french from 'i18n-iso-countries/langs/fr.json'

countries.registerLocale(english)
countries.registerLocale(french)

type Partner = { kind: 'nation' | 'organisation' | 'fictional'; code: string; name: string }

/** A partner's name in the reader's language: nations by ISO 3166, others by their own name. */
export function partnerName(partner: Partner, locale: string): string {
  return partner.kind === 'nation' ? (nationName(partner.code, locale) ?? partner.name) : partner.name
}

/** The name of an ISO 3166 alpha-3 code, or null for a code that stands for no country. */
export function nationName(code: string, locale: string): string | null {
  return countries.getName(code, locale === 'fr' ? 'fr' : 'en', { select: 'alias' }) ?? null
}

/** Every ISO 3166 country as alpha-3 and name, in the reader's alphabet order. */
export function listCountries(locale: string): { code: string; name: string }[] {
  const named = Object.keys(countries.getAlpha3Codes()).map(code => ({
    code,
    name: nationName(code, locale) ?? code,
  }))
  return named.sort((a, b) => a.name.localeCompare(b.name, locale))
}
