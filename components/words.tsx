import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Packed, pack } from './packed'
import { WordsProvider } from './words-provider'

type Chosen = Record<string, unknown>

/** The same few choices of words go out with every page: each is packed once for its catalogue. */
const packed = new WeakMap<object, Map<string, Packed<Chosen>>>()

function packedWords(catalogue: Chosen, namespaces: readonly string[]): Packed<Chosen> {
  const known = packed.get(catalogue) ?? new Map<string, Packed<Chosen>>()
  packed.set(catalogue, known)
  const key = namespaces.join(' ')
  const words =
    known.get(key) ?? pack(Object.fromEntries(namespaces.map(name => [name, catalogue[name] ?? {}])))
  known.set(key, words)
  return words
}

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
  return (
    <WordsProvider locale={locale} words={packedWords(messages, namespaces)}>
      {children}
    </WordsProvider>
  )
}
