import type { AccessionState, PartnerKind } from '../client/client'
import type { NameLanguage } from './names'

/** One of the partners of the demo's programme. */
export type DemoPartner = {
  code: string
  name: string
  kind: PartnerKind
  /** of e-mail addresses, before `.example` */
  domain: string
  /** where its people live, IANA, the capital's first */
  zones: readonly string[]
  /** whose names its people have, as likely as they are written */
  names: readonly NameLanguage[]
  /** what its people speak beside English */
  speaks: string
  /** how far it has come towards the main exercise */
  state: AccessionState
}

type Row = readonly [
  code: string,
  name: string,
  domain: string,
  zones: string,
  names: readonly NameLanguage[],
  speaks: string,
]

const nations: readonly Row[] = [
  ['ALB', 'Albania', 'al', 'Europe/Tirane', ['sq'], 'Albanian'],
  ['AUS', 'Australia', 'au', 'Australia/Sydney Australia/Adelaide Australia/Perth', ['en'], ''],
  ['AUT', 'Austria', 'at', 'Europe/Vienna', ['de'], 'German'],
  ['BEL', 'Belgium', 'be', 'Europe/Brussels', ['nl', 'fr'], 'Dutch, French'],
  ['BGR', 'Bulgaria', 'bg', 'Europe/Sofia', ['bg'], 'Bulgarian'],
  ['CAN', 'Canada', 'ca', 'America/Toronto America/Halifax America/St_Johns', ['en', 'fr'], 'French'],
  ['CHE', 'Switzerland', 'ch', 'Europe/Zurich', ['de', 'fr', 'it'], 'German, French'],
  ['CZE', 'Czechia', 'cz', 'Europe/Prague', ['cs'], 'Czech'],
  ['DEU', 'Germany', 'de', 'Europe/Berlin', ['de'], 'German'],
  ['DNK', 'Denmark', 'dk', 'Europe/Copenhagen', ['da'], 'Danish'],
  ['ESP', 'Spain', 'es', 'Europe/Madrid Atlantic/Canary', ['es'], 'Spanish'],
  ['EST', 'Estonia', 'ee', 'Europe/Tallinn', ['et'], 'Estonian'],
  ['FIN', 'Finland', 'fi', 'Europe/Helsinki', ['fi', 'fi', 'fi', 'sv'], 'Finnish, Swedish'],
  ['FRA', 'France', 'fr', 'Europe/Paris', ['fr'], 'French'],
  ['GBR', 'United Kingdom', 'uk', 'Europe/London', ['en'], ''],
  ['GEO', 'Georgia', 'ge', 'Asia/Tbilisi', ['ka'], 'Georgian'],
  ['GRC', 'Greece', 'gr', 'Europe/Athens', ['el'], 'Greek'],
  ['HRV', 'Croatia', 'hr', 'Europe/Zagreb', ['hr'], 'Croatian'],
  ['HUN', 'Hungary', 'hu', 'Europe/Budapest', ['hu'], 'Hungarian'],
  ['ISL', 'Iceland', 'is', 'Atlantic/Reykjavik', ['is'], 'Icelandic'],
  ['ITA', 'Italy', 'it', 'Europe/Rome', ['it'], 'Italian'],
  ['JOR', 'Jordan', 'jo', 'Asia/Amman', ['ar'], 'Arabic'],
  ['JPN', 'Japan', 'jp', 'Asia/Tokyo', ['ja'], 'Japanese'],
  ['KOR', 'South Korea', 'kr', 'Asia/Seoul', ['ko'], 'Korean'],
  ['LTU', 'Lithuania', 'lt', 'Europe/Vilnius', ['lt'], 'Lithuanian'],
  ['LUX', 'Luxembourg', 'lu', 'Europe/Luxembourg', ['fr', 'de'], 'French, German'],
  ['LVA', 'Latvia', 'lv', 'Europe/Riga', ['lv'], 'Latvian'],
  ['MKD', 'North Macedonia', 'mk', 'Europe/Skopje', ['mk'], 'Macedonian'],
  ['MNE', 'Montenegro', 'me', 'Europe/Podgorica', ['hr'], 'Montenegrin'],
  ['NLD', 'Netherlands', 'nl', 'Europe/Amsterdam', ['nl'], 'Dutch'],
  ['NOR', 'Norway', 'no', 'Europe/Oslo', ['no'], 'Norwegian'],
  ['POL', 'Poland', 'pl', 'Europe/Warsaw', ['pl'], 'Polish'],
  ['PRT', 'Portugal', 'pt', 'Europe/Lisbon Atlantic/Azores', ['pt'], 'Portuguese'],
  ['ROU', 'Romania', 'ro', 'Europe/Bucharest', ['ro'], 'Romanian'],
  ['SGP', 'Singapore', 'sg', 'Asia/Singapore', ['zh', 'zh', 'en'], 'Mandarin'],
  ['SVK', 'Slovakia', 'sk', 'Europe/Bratislava', ['sk'], 'Slovak'],
  ['SVN', 'Slovenia', 'si', 'Europe/Ljubljana', ['sl'], 'Slovenian'],
  ['SWE', 'Sweden', 'se', 'Europe/Stockholm', ['sv'], 'Swedish'],
  ['TUR', 'Türkiye', 'tr', 'Europe/Istanbul', ['tr'], 'Turkish'],
  ['UKR', 'Ukraine', 'ua', 'Europe/Kyiv', ['uk'], 'Ukrainian'],
  [
    'USA',
    'United States',
    'us',
    'America/New_York America/New_York America/Chicago America/Los_Angeles Pacific/Honolulu',
    ['en', 'en', 'en', 'es'],
    'Spanish',
  ],
]

const organisations: readonly Row[] = [
  ['EU', 'European Union', 'eu', 'Europe/Brussels', ['fr', 'de', 'it', 'es', 'pl', 'el'], 'French'],
  ['NATO', 'NATO agencies', 'nato', 'Europe/Brussels', ['en', 'nl', 'de', 'it', 'tr', 'no'], 'French'],
]

const fictional: readonly Row[] = [
  ['X-KESTRIA', 'Kestria', 'kestria', 'Europe/Tallinn', ['et', 'fi', 'lv'], ''],
  ['X-MAREVIA', 'Marevia', 'marevia', 'Europe/Tallinn', ['et', 'sv', 'lt'], ''],
]

/** Whoever is not confirmed for the main exercise. */
const states: Record<string, AccessionState> = {
  ALB: 'in_contact',
  CHE: 'coordinating',
  GEO: 'coordinating',
  JOR: 'observer',
  MKD: 'withdrew',
  MNE: 'coordinating',
}

function partner(kind: PartnerKind): (row: Row) => DemoPartner {
  return ([code, name, domain, zones, names, speaks]) => {
    return {
      code,
      name,
      kind,
      domain,
      zones: zones.split(' '),
      names,
      speaks,
      state: states[code] ?? 'confirmed',
    }
  }
}

/** 41 nations, two organisations and the two states that the scenario invents. */
export const demoPartners: readonly DemoPartner[] = [
  ...nations.map(partner('nation')),
  ...organisations.map(partner('organisation')),
  ...fictional.map(partner('fictional')),
]
