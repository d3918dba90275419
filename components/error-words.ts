import { createTranslator, useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { FieldError, PublicError } from '@/lib/errors'
import type { Locale } from '@/lib/locale'

/** An error in the person's language. */
export type WordedError = {
  message: string
  /** Absent where the fields say it all. */
  general: boolean
  fields: ReadonlyMap<string, string>
  reference: string | null
}

type Wordings = Record<string, string>

// Fetched with the first refusal: no page carries every sentence that might be said some day.
const wordings: Record<Locale, () => Promise<{ default: Wordings }>> = {
  en: () => import('@/messages/en/errors.json'),
  fr: () => import('@/messages/fr/errors.json'),
}

async function wordingsOf(locale: Locale): Promise<Wordings> {
  try {
    return (await wordings[locale]()).default
  } catch {
    // Offline, or a newer build has taken the file away: the general words of the code stand in.
    return {}
  }
}

/** The rule's own sentence, or null where there is none or it wants values that did not come. */
function sentence(words: Wordings, locale: Locale, { reason, params }: FieldError): string | null {
  if (words[reason] === undefined) return null
  const t = createTranslator({ locale, messages: words, onError: () => {}, getMessageFallback: () => '' })
  return t(reason, params) || null
}

/** Words a public error by its reason; an unknown reason falls back to what its code means. */
export function useExplain(): (error: PublicError) => Promise<WordedError> {
  const locale = useLocale()
  const t = useTranslations('ui')
  return useCallback(
    async error => {
      const words = await wordingsOf(locale)
      const own = sentence(words, locale, error)
      const fields = Object.entries(error.fields ?? {})
      const repeated = fields.some(([, field]) => field.reason === error.reason)
      const general = fields.length === 0 || !(repeated || error.reason === 'check_the_fields')
      return {
        message: own ?? t(`refusal.${error.code}`),
        general,
        fields: new Map(
          fields.map(([name, f]) => [name, sentence(words, locale, f) ?? t('refusal.invalid')]),
        ),
        reference: error.reference ?? null,
      }
    },
    [locale, t],
  )
}
