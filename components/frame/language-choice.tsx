'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { type Locale, localeNames, locales } from '@/lib/locale'
import { chooseLocale } from '@/lib/locale-choice'
import type { ServerWrite } from '../outcome'
import { newRequestId } from '../outcome'
import { classes } from '../ui/control'

/** Changes the language at once; a signed-in person keeps the choice with the account. */
export function LanguageChoice({ save }: { save?: ServerWrite | undefined }) {
  const t = useTranslations('frame.account')
  const current = useLocale()
  const [pending, start] = useTransition()
  const choose = (locale: Locale) =>
    start(async () => {
      await chooseLocale(locale)
      await save?.({ locale, requestId: newRequestId() })
    })
  return (
    <fieldset aria-busy={pending}>
      <legend className="sr-only">{t('language')}</legend>
      <div className="flex gap-1">
        {locales.map(locale => (
          <button
            key={locale}
            type="button"
            lang={locale}
            aria-pressed={locale === current}
            onClick={() => choose(locale)}
            className={classes(
              'min-h-control flex-1 cursor-pointer rounded-control border px-2.5',
              locale === current
                ? 'border-accent bg-accent-soft font-semibold text-accent'
                : 'border-line text-muted hover:bg-sunk hover:text-ink',
            )}
          >
            {localeNames[locale]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
