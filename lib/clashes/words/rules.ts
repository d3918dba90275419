import { type Check, checks, type Finding, type Subject } from '@/lib/clashes/plan/rules'
import { bySerial } from '@/lib/injects/order/rules'
import { printPath } from '@/lib/logic/notation/rules'
import { formatDuration, formatInstant, formatMinute, formatOffset, type TimeLocale } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'

/** `name` says what a subject is called, `label` the same for a node of a path; instants are shown in `timeZone`. */
export type Telling = {
  name: (subject: Subject) => string
  label: (node: string) => string
  locale: TimeLocale
  timeZone: string
}

/** A finding's evidence as the words of `clashes.json` ask for it. `others`: who else has to do with it, sixteen at most. */
export function wordArguments(finding: Finding, { name, label, locale, timeZone }: Telling) {
  const words: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(finding.evidence))
    words[key] = worded(key, value, locale, timeZone)
  const { prefix, first, last, timeZone: zone } = finding.evidence
  if (typeof prefix === 'string') {
    words.first = `${prefix.toUpperCase()}${first}`
    words.last = `${prefix.toUpperCase()}${last}`
  }
  if (typeof zone === 'string') words.city = zoneCity(zone)
  const others = finding.where.slice(1)
  words.others = others.slice(0, 16).map(name).join(', ') + (others.length > 16 ? ', …' : '')
  if (finding.path) words.path = printPath(finding.path, label)
  return words
}

function worded(key: string, value: string | number, locale: TimeLocale, timeZone: string): string | number {
  if (typeof value === 'string') return value
  if (key.endsWith('At')) return formatInstant(value, { timeZone, locale, style: 'dayTime' })
  if (key.endsWith('Offset')) return formatOffset(value)
  if (key.endsWith('Minute')) return formatMinute(value)
  return key.endsWith('Seconds') ? formatDuration(value, locale) : value
}

/** In the order of the plan: by what each is about, as a person counts, then by key. */
export function inPlanOrder(findings: readonly Finding[], name: (subject: Subject) => string): Finding[] {
  const named = findings.map(finding => ({ finding, name: finding.where[0] ? name(finding.where[0]) : '' }))
  return named
    .sort((a, b) => bySerial(a.name, b.name) || (a.finding.key < b.finding.key ? -1 : 1))
    .map(({ finding }) => finding)
}

/** By the check that found them, in the order of the checks; those that found nothing are left out. */
export function groupsOf(findings: readonly Finding[]): Map<Check, Finding[]> {
  const groups = new Map<Check, Finding[]>()
  for (const check of checks) {
    const all = findings.filter(finding => finding.check === check)
    if (all.length > 0) groups.set(check, all)
  }
  return groups
}
