import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { WordsProvider } from './words-provider'

/**
 * Hands client components below it the words of these namespaces, on top of what they have already.
 * Server components need none of it. Name only what is used: it travels with every page.
 */
export async function Words({
  namespaces,
  children,
}: {
  namespaces: readonly string[]
  children: ReactNode
}) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()])
  const all: Record<string, unknown> = messages
  const chosen = Object.fromEntries(namespaces.map(namespace => [namespace, all[namespace] ?? {}]))
  return (
    <WordsProvider locale={locale} words={chosen}>
      {children}
    </WordsProvider>
  )
}
