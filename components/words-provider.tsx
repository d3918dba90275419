'use client'

import { type Locale, NextIntlClientProvider } from 'next-intl'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Packed, unpack } from './packed'

type Namespaces = Record<string, unknown>
type WordsProviderProps = { locale: Locale; words: Packed<Namespaces>; children: ReactNode }

const Above = createContext<Namespaces>({})

/** A nested provider of next-intl replaces the words above it; this one adds to them. */
export function WordsProvider({ locale, words, children }: WordsProviderProps) {
  const above = useContext(Above)
  const messages = useMemo(() => ({ ...above, ...unpack(words) }), [above, words])
  return (
    <Above.Provider value={messages}>
      <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
        {children}
      </NextIntlClientProvider>
    </Above.Provider>
  )
}
