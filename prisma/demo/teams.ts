/** `Team leader:1-2`: of that role at least 1 and at most 2. */
type SeatPlan = readonly (readonly [role: string, least: number, most: number])[]

/** `EST:95`: how many experts a partner brings to a team. */
type Crew = readonly (readonly [partner: string, experts: number])[]

export type DemoTeam = {
  kind: 'White' | 'Red' | 'Green' | 'Yellow' | 'Blue'
  name: string
  number: number | null
  parent: string | null
  site: DemoSite['name'] | null
  seats: SeatPlan
  crew: Crew
}

export type DemoSite = { name: string; place: string; timeZone: string; capacity: number | null }

export const hall = 'Harbour Hall'
export const arsenal = 'Old Arsenal'
export const riga = 'Daugava House'
export const capitals = {
  europe: 'National capitals, Europe',
  americas: 'National capitals, Americas',
  pacific: 'National capitals, Asia-Pacific',
} as const

/** A site without capacity is remote. */
export const demoSites: readonly DemoSite[] = [
  { name: hall, place: 'Tallinn, Estonia', timeZone: 'Europe/Tallinn', capacity: 560 },
  { name: arsenal, place: 'Tallinn, Estonia', timeZone: 'Europe/Tallinn', capacity: 180 },
  { name: riga, place: 'Riga, Latvia', timeZone: 'Europe/Riga', capacity: 120 },
  { name: capitals.europe, place: '', timeZone: 'Europe/Brussels', capacity: null },
  { name: capitals.americas, place: '', timeZone: 'America/New_York', capacity: null },
  { name: capitals.pacific, place: '', timeZone: 'Asia/Tokyo', capacity: null },
]

function seats(text: string): SeatPlan {
  return text.split(', ').map(part => {
    const [, role = '', least, most] = /^(.+):(\d+)-(\d+)$/.exec(part) ?? []
    return [role, Number(least), Number(most)] as const
  })
}

function crew(text: string): Crew {
  return text.split(' ').map(part => {
    const [partner = '', experts = '0'] = part.split(':')
    return [partner, Number(experts)] as const
  })
}

/** Every blue team has the same seats, so that none has more hands than another. */
const blueSeats = seats(
  'Team leader:1-2, Deputy team leader:2-4, Windows defender:10-26, Linux defender:10-24, Network defender:8-22, Web and application defender:8-18, Special systems engineer:6-16, Monitoring analyst:8-20, Incident responder:6-14, Threat intelligence analyst:4-10, Digital forensics expert:4-10, Legal adviser:2-8, Strategic communications officer:2-8, Strategic track player:3-8, Situation reporter:2-6, Liaison officer:1-4',
)

const blueCrews: readonly string[] = [
  'EST:95 FRA:105',
  'FIN:92 POL:108',
  'LVA:84 NATO:62 CHE:50',
  'LTU:88 NLD:110',
  'SWE:150 ISL:44',
  'DEU:142 SGP:58',
  'GBR:136 JPN:62',
  'CZE:104 SVK:92',
  'ITA:132 SVN:62',
  'ESP:112 PRT:86',
  'USA:118 JPN:30 AUS:48',
  'CAN:96 KOR:102',
  'NOR:98 DNK:100',
  'ROU:104 BGR:92',
  'GRC:86 HRV:66 MKD:24 MNE:22',
  'HUN:78 AUT:72 USA:44',
  'TUR:70 UKR:58 BEL:34 GEO:20 LUX:16',
]

function blueTeam(line: string, index: number): DemoTeam {
  const number = index + 1
  const name = `Blue Team ${String(number).padStart(2, '0')}`
  return { kind: 'Blue', name, number, parent: null, site: null, seats: blueSeats, crew: crew(line) }
}

const root = (kind: DemoTeam['kind'], name: string, site: string): DemoTeam => {
  return { kind, name, number: null, parent: null, site, seats: [], crew: [] }
}

const part = (of: DemoTeam, number: number, name: string, seated: string, people: string): DemoTeam => {
  return { ...of, name, number, parent: of.name, seats: seats(seated), crew: crew(people) }
}

const white = root('White', 'White Team', hall)
const red = root('Red', 'Red Team', hall)
const green = root('Green', 'Green Team', arsenal)
const yellow = root('Yellow', 'Yellow Team', hall)

/** 3,352 experts in 17 blue teams and 648 who run the exercise: 4,000. */
export const demoTeams: readonly DemoTeam[] = [
  white,
  part(
    white,
    1,
    'Exercise Control',
    'Exercise controller:40-70, Evaluator:15-30, Hall support:10-24',
    'EST:62 NATO:12 FIN:10 DEU:8 USA:8 GBR:6 JPN:4 JOR:6',
  ),
  {
    ...part(
      white,
      2,
      'Strategic Track',
      'Strategy moderator:20-60, Policy adviser:6-20, Liaison officer:4-12',
      'EU:24 NATO:20 LVA:20 FRA:12 DEU:8 JPN:2 UKR:8 NOR:4',
    ),
    site: riga,
  },
  part(
    white,
    3,
    'Legal and Policy Cell',
    'Policy adviser:10-30, Legal adviser:4-12',
    'EST:8 NLD:10 EU:6 GBR:4 USA:6 ITA:4',
  ),
  part(
    white,
    4,
    'Media Simulation',
    'Media role player:20-50, Strategic communications officer:4-16',
    'X-KESTRIA:16 X-MAREVIA:14 EST:16 EU:6 LTU:6',
  ),
  red,
  part(
    red,
    1,
    'Red Network',
    'Penetration tester:30-70, Researcher:2-8',
    'EST:20 FIN:12 SWE:10 NLD:10 USA:10 CZE:8',
  ),
  part(red, 2, 'Red Web', 'Penetration tester:24-50', 'EST:14 LTU:12 FRA:10 GBR:8 UKR:6'),
  part(
    red,
    3,
    'Red Special Systems',
    'Penetration tester:12-30, Researcher:2-8',
    'EST:10 POL:12 DEU:8 SWE:8 ESP:4',
  ),
  green,
  part(
    green,
    1,
    'Range Operations',
    'Range engineer:30-70, Hall support:2-8',
    'EST:26 FIN:8 CZE:8 LVA:10 POL:12 ITA:6',
  ),
  part(green, 2, 'Range Support', 'Range engineer:16-36', 'EST:14 LTU:8 ESP:8 NOR:6 TUR:6'),
  yellow,
  part(
    yellow,
    1,
    'Situational Awareness',
    'Researcher:12-30, Threat intelligence analyst:6-24',
    'NATO:12 FIN:8 DEU:6 USA:10 GBR:10 JPN:2 TUR:4 X-KESTRIA:6 X-MAREVIA:6',
  ),
  ...blueCrews.map(blueTeam),
]
