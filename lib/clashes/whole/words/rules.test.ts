import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import type { getTranslations } from 'next-intl/server'
import { expect, it } from 'vitest'
import { clashKinds, clashMends } from '@/lib/clashes/whole/plan/rules'
import { anyPlan, maya, shift, sound } from '@/lib/clashes/whole/plan.fixture'
import { clashesOf } from '@/lib/clashes/whole/rules'
import { locales } from '@/lib/locale'
import { catalogueOf } from '@/lib/messages'
import { clashTimes, clashWords } from './rules'

const telling = { name: ({ id }: { id: string }) => id.toUpperCase(), timeZone: 'Europe/Tallinn' }

type Translate = Awaited<ReturnType<typeof getTranslations>>

/** Throws for what is not worded, and for words that ask for more than they are told. */
function translator(locale: 'en' | 'fr'): Translate {
  return createTranslator({
    locale,
    messages: catalogueOf(locale),
    namespace: 'plan-clashes',
    onError: error => {
      throw error
    },
  })
}

it.each(locales)('every clash of any plan can be said, and how to mend it (%s)', locale => {
  const t = translator(locale)
  fc.assert(
    fc.property(anyPlan, plan => {
      for (const clash of clashesOf(plan)) {
        const words = clashWords(clash, { ...telling, locale })
        for (const said of [t(`kind.${clash.kind}.what`, words), t(`mend.${clash.mend}`, words)])
          expect(said).not.toMatch(/undefined|NaN|\{|\}|null/)
      }
    }),
    { numRuns: 300 },
  )
})

it.each(locales)('every kind has its heading and every way to mend its words (%s)', locale => {
  const t = translator(locale)
  for (const kind of clashKinds) expect(t(`kind.${kind}.title`)).not.toBe('')
  for (const mend of clashMends)
    expect(JSON.stringify(catalogueOf(locale)['plan-clashes'])).toContain(`"${mend}":`)
})

it('tells a time at home and by the clocks of whom it is about, where they differ', () => {
  const twice = { ...sound, shifts: [shift, { ...shift, id: 'other' }] }
  const [clash] = clashesOf(twice)
  const at = { locale: 'en', timeZone: 'Europe/Tallinn' } as const
  expect(clash && clashTimes(clash, at)).toEqual({
    home: 'Sat 27 Mar 2027 09:00–19:00 EET',
    there: { city: 'Kathmandu', time: 'Sat 27 Mar 2027 12:45–22:45 UTC+5:45' },
  })
  const [here] = clashesOf({ ...twice, people: [{ ...maya, timeZone: 'Europe/Helsinki' }] })
  expect(here && clashTimes(here, at)?.there).toBeNull()
})
