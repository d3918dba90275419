import { dateOf, type Instant } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Company, Person } from '../client/client'
import { mailboxOf } from './addresses'
import { demoCompanies } from './companies'
import type { NameLanguage } from './names'
import { nameIn } from './names'
import type { DemoPartner } from './nations'
import { type Making, one, put } from './world'

/** Where somebody with a name of that language is at home, in delegations that are no nation. */
const homeOf: Partial<Record<NameLanguage, string>> = {
  de: 'DEU',
  el: 'GRC',
  en: 'GBR',
  es: 'ESP',
  et: 'EST',
  fi: 'FIN',
  fr: 'FRA',
  it: 'ITA',
  lt: 'LTU',
  lv: 'LVA',
  nl: 'NLD',
  no: 'NOR',
  pl: 'POL',
  sv: 'SWE',
  tr: 'TUR',
}

const offices = ['defence', 'cert', 'cyber', 'signals'] as const

/** Makes people of the programme. */
export function peopleMaker({ world, random, address }: Making, programmeId: string) {
  return (partner: DemoPartner, company: Company | null, since: Instant): Person => {
    const language = random.pick(partner.names)
    const name = nameIn(language, random)
    const office = company
      ? one(demoCompanies, row => row.name === company.name).domain
      : random.pick(offices)
    return put(world.Person, {
      id: random.id(),
      programmeId,
      accountId: null,
      erasedAt: null,
      email: address(mailboxOf(name.givenName, name.familyName), `${office}.${partner.domain}`),
      ...name,
      homeNation: partner.kind === 'nation' ? partner.code : (homeOf[language] ?? 'EST'),
      createdAt: dateOf(since),
    })
  }
}

/** English and, mostly, what is spoken at home. */
export function languagesOf(partner: DemoPartner, random: Making['random']): string[] {
  const own = partner.speaks === '' ? [] : partner.speaks.split(', ')
  return ['English', ...own.filter(() => random.chance(0.8))]
}

/** The last day for which the nation vouches: most have one, a few run out before the exercise. */
export function clearanceOf(startexAt: Instant, random: Making['random']): Date | null {
  if (random.chance(0.3)) return null
  const days = random.chance(0.01) ? -random.whole(5, 60) : random.whole(60, 1400)
  return dateOf(Math.floor(startexAt / DAY + days) * DAY)
}
