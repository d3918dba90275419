import fc from 'fast-check'
import { createTranslator } from 'next-intl'
import type { getTranslations } from 'next-intl/server'
import { expect, it } from 'vitest'
import { checks, mends } from '@/lib/clashes/plan/rules'
import { anyPlan, plan, sound } from '@/lib/clashes/plan.fixture'
import { checkPlan } from '@/lib/clashes/rules'
import { locales } from '@/lib/locale'
import { catalogueOf } from '@/lib/messages'
import { inPlanOrder, wordArguments } from './rules'

const telling = {
  name: ({ id }: { id: string }) => id.toUpperCase(),
  label: (id: string) => id.toUpperCase(),
  timeZone: 'Europe/Tallinn',
}

type Translate = Awaited<ReturnType<typeof getTranslations>>

/** Throws for what is not worded, and for words that ask for more than they are told. */
function translator(locale: 'en' | 'fr'): Translate {
  return createTranslator({
    locale,
    messages: catalogueOf(locale),
    namespace: 'clashes',
    onError: error => {
      throw error
    },
  })
}

it.each(locales)('every finding of any plan can be said, and how to mend it (%s)', locale => {
  const t = translator(locale)
  fc.assert(
    fc.property(anyPlan, any => {
      for (const finding of checkPlan(any)) {
        const words = wordArguments(finding, { ...telling, locale })
        for (const said of [t(`checks.${finding.check}.what`, words), t(`mend.${finding.mend}`, words)])
          expect(said).not.toMatch(/undefined|NaN|\{|\}|null/)
      }
    }),
    { numRuns: 300 },
  )
})

it('every check has its heading and every way to mend its words', () => {
  const t = translator('en')
  for (const check of checks) expect(t(`checks.${check}.title`)).not.toBe('')
  for (const mend of mends)
    for (const locale of locales) expect(JSON.stringify(catalogueOf(locale).clashes)).toContain(`"${mend}":`)
})

it('says where, when and by how much', () => {
  const t = translator('en')
  const waits = [{ after: 'a', condition: 'completed' as const, delay: 0 }]
  const tight = { ...plan, injects: [sound, { ...sound, id: 'b', serial: '1.2', waits }] }
  const [finding] = checkPlan(tight)
  expect(
    finding && t(`checks.${finding.check}.what`, wordArguments(finding, { ...telling, locale: 'en' })),
  ).toBe('It is set to T+01:00:00, 10\u00a0min before A → B allows it at T+01:10:00.')
})

it('lists findings as a person counts', () => {
  const serials = ['3.12', '3.2', '10.1', '3.2a', 'INJ-9', 'INJ-10']
  const injects = serials.map(serial => ({ ...sound, id: serial, serial, moment: null, objectives: [] }))
  const findings = checkPlan({ ...plan, objectives: [], injects })
  const order = inPlanOrder(findings, ({ id }) => id).map(({ where }) => where[0]?.id)
  expect(order.filter(id => serials.includes(id ?? ''))).toEqual([
    '3.2',
    '3.2a',
    '3.12',
    '10.1',
    'INJ-9',
    'INJ-10',
  ])
})
