import type { CompanyKind } from '../client/client'

type DemoCompany = { partner: string; name: string; kind: CompanyKind; domain: string }

const rows: readonly (readonly [partner: string, kind: CompanyKind, name: string])[] = [
  ['JPN', 'company', 'Akatsuki Network Works'],
  ['JPN', 'agency', 'Directorate for Digital Defence'],
  ['EST', 'company', 'Rannakivi Systems'],
  ['EST', 'company', 'Põhjakaar Security'],
  ['EST', 'agency', 'State Network Board'],
  ['FIN', 'company', 'Halla Forensics'],
  ['FIN', 'agency', 'National Signals Office'],
  ['SWE', 'company', 'Norrsken Industrial Control'],
  ['POL', 'agency', 'Office for Cyber Readiness'],
  ['DEU', 'company', 'Lindenhorst Netzwerke'],
  ['DEU', 'agency', 'Federal Range Institute'],
  ['FRA', 'company', 'Clairbois Cyber'],
  ['FRA', 'agency', 'Centre d’analyse numérique'],
  ['GBR', 'company', 'Wetherfield Analytics'],
  ['USA', 'company', 'Thornmere Federal'],
  ['USA', 'company', 'Hawfield Energy Security'],
  ['USA', 'agency', 'Joint Cyber Readiness Bureau'],
  ['KOR', 'company', 'Hangyeol Secure'],
  ['KOR', 'agency', 'Cyber Response Institute'],
  ['ITA', 'company', 'Selvachiara Difesa'],
  ['ESP', 'agency', 'Oficina de Ciberresiliencia'],
  ['CZE', 'company', 'Doubravice Labs'],
  ['LTU', 'agency', 'Cyber Reserve Command'],
  ['UKR', 'agency', 'Центр кіберстійкості'],
  ['GRC', 'company', 'Θαλασσινά Δίκτυα'],
]

/** 25 companies and agencies that send experts within their nation's delegation. */
export const demoCompanies: readonly DemoCompany[] = rows.map(([partner, kind, name]) => {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ')
  return { partner, kind, name, domain: plain[0] || 'members' }
})
