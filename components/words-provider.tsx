'use client'

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

/** A nested provider of next-intl replaces the words above it; this one adds to them. */
export function WordsProvider({ words, children }: { words: Record<string, unknown>; children: ReactNode }) {
  const above = useMessages()
  const locale = useLocale()
  const messages = useMemo(() => ({ ...above, ...words }), [above, words])
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}
