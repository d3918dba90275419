import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { type Locale, localeCookie, localeFor } from './locale'
import { catalogueOf } from './messages'
import { currentActor } from './session'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
  }
}

/** next-intl's configuration of a request: the choice made here, the account's, the browser's, then English. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = localeFor(jar.get(localeCookie)?.value ?? (await ownLocale()), head.get('accept-language'))
  // Times are worded by lib/time-format.ts alone; next-intl only wants some zone to agree on with the browser.
  return { locale, messages: catalogueOf(locale), timeZone: 'UTC' }
})

/** What the account says; the page that is drawn asks for the same actor, so this costs nothing more. */
async function ownLocale(): Promise<string | undefined> {
  // Without a database the page of the fault must still find its words.
  const actor = await currentActor().catch(() => null)
  return actor?.kind === 'account' ? (actor.locale ?? undefined) : undefined
}
