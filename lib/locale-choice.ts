'use server'

import { cookies } from 'next/headers'
import { isLocale, localeCookie } from './locale'

const yearInSeconds = 365 * 24 * 3600

/** Keeps a person's choice of language in this browser, signed in or not. Anything else than a language is ignored. */
export async function chooseLocale(locale: unknown): Promise<void> {
  if (!isLocale(locale)) return
  const jar = await cookies()
  jar.set(localeCookie, locale, { path: '/', maxAge: yearInSeconds, httpOnly: true, sameSite: 'lax' })
}
