/** The languages of the face, the first being the one we fall back to. Their order is also the order of choice. */
export const locales = ['en', 'fr'] as const
export type Locale = (typeof locales)[number]
export const localeCookie = 'locale'

/** Each in its own words, as whoever wants it can read it. */
export const localeNames: Record<Locale, string> = { en: 'English', fr: 'Français' }

export function isLocale(value: unknown): value is Locale {
  return locales.some(locale => locale === value)
}

/**
 * The language to speak: what the person chose, else the browser's best match (RFC 9110, 12.5.4), else English.
 * `accepted` is the raw Accept-Language header.
 */
export function localeFor(chosen: string | undefined, accepted: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen
  const wishes = (accepted ?? '')
    .slice(0, 200)
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.split(';').map(piece => piece.trim())
      const quality = parameters.find(parameter => parameter.startsWith('q='))
      return { language: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 }
    })
    .filter(wish => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wishes) if (isLocale(language)) return language
  return locales[0]
}
