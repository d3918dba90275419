import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { type Locale, localeCookie, localeFor } from './locale'
import { catalogueOf } from './messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
  }
}

/** next-intl's configuration of a request: the person's choice, then the browser's, then English. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = localeFor(jar.get(localeCookie)?.value, head.get('accept-language'))
  // Times are worded by lib/time-format.ts alone; next-intl only wants some zone to agree on with the browser.
  return { locale, messages: catalogueOf(locale), timeZone: 'UTC' }
})
