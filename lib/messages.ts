import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locale } from './locale'

/** The words of one namespace: ICU messages, nested by subject. */
export type Words = { [key: string]: string | Words }
export type Catalogue = Record<string, Words>

const folder = path.join(process.cwd(), 'messages')

function isWords(value: unknown): value is Words {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(entry => typeof entry === 'string' || isWords(entry))
  )
}

/** Reads `messages/<locale>/*.json`, a namespace a file. Throws when a file holds anything but words. */
export function readCatalogue(locale: Locale): Catalogue {
  const files = readdirSync(path.join(folder, locale)).filter(file => file.endsWith('.json'))
  const namespaces = files.map(file => {
    const words: unknown = JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8'))
    if (!isWords(words)) throw new Error(`messages/${locale}/${file} holds something else than words`)
    return [path.basename(file, '.json'), words] as const
  })
  return Object.fromEntries(namespaces)
}

const kept = new Map<Locale, Catalogue>()

/** The whole catalogue of a language: read once in production, on each request while developing. */
export function catalogueOf(locale: Locale): Catalogue {
  const known = kept.get(locale)
  if (known && process.env.NODE_ENV === 'production') return known
  const catalogue = readCatalogue(locale)
  kept.set(locale, catalogue)
  return catalogue
}
