import {
  type AttackDomain,
  type Matrix,
  releaseVersion,
  type Tactic,
  type Technique,
  techniqueCode,
} from '../rules'

/** What a file says: which matrix of which release, null where it does not say; or why it says nothing. */
export type ReadAttack =
  | ({ ok: true; domain: AttackDomain | null; version: string | null } & Matrix)
  | {
      ok: false
      problem: 'attack_not_stix' | 'attack_no_techniques' | 'attack_no_columns' | 'attack_file_long'
    }

type Thing = Record<string, unknown>
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const chains: Record<string, AttackDomain> = {
  'mitre-attack': 'enterprise',
  'mitre-mobile-attack': 'mobile',
  'mitre-ics-attack': 'ics',
}

/** MITRE's own bundle (`enterprise-attack.json` and its sisters, STIX 2.0 or 2.1); descriptions are left behind. */
export function readStix(json: string): ReadAttack {
  const objects = objectsIn(json)
  if (objects === null) return { ok: false, problem: 'attack_not_stix' }
  const patterns = objects.filter(({ type, id }) => type === 'attack-pattern' && typeof id === 'string')
  const domain = domainOf(patterns)
  const codes = new Map(patterns.map(pattern => [text(pattern.id), codeOf(pattern)]))
  const replacement = new Map(
    objects
      .filter(({ relationship_type }) => relationship_type === 'revoked-by')
      .map(({ source_ref, target_ref }) => [text(source_ref), codes.get(text(target_ref)) ?? null]),
  )
  const techniques = new Map<string, Technique>()
  for (const pattern of patterns) {
    const technique = techniqueOf(pattern, domain, replacement.get(text(pattern.id)) ?? null)
    if (!technique) continue
    // A code that was given anew stands there twice; what holds is what is not withdrawn.
    const known = techniques.get(technique.code)
    if (!known || known.withdrawn) techniques.set(technique.code, technique)
  }
  if (techniques.size === 0) return { ok: false, problem: 'attack_no_techniques' }
  const version = text(objects.find(({ type }) => type === 'x-mitre-collection')?.x_mitre_version)
  return {
    ok: true,
    domain,
    version: releaseVersion.test(version) ? version : null,
    tactics: tacticsOf(objects),
    techniques: [...techniques.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

function objectsIn(json: string): Thing[] | null {
  try {
    const bundle: unknown = JSON.parse(json)
    return isThing(bundle) && bundle.type === 'bundle' ? list(bundle.objects).filter(isThing) : null
  } catch {
    return null
  }
}

const phasesOf = (pattern: Thing) => list(pattern.kill_chain_phases).filter(isThing)

/** The matrix that most of its techniques belong to. */
function domainOf(patterns: readonly Thing[]): AttackDomain | null {
  const counts = new Map<AttackDomain, number>()
  for (const { kill_chain_name } of patterns.flatMap(phasesOf)) {
    const domain = chains[text(kill_chain_name)]
    if (domain) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function codeOf(thing: Thing): string {
  const references = list(thing.external_references).filter(isThing)
  const own = references.find(({ source_name }) => /^mitre-(?:mobile-|ics-)?attack$/.test(text(source_name)))
  return text(own?.external_id)
}

const isWithdrawn = (thing: Thing) => thing.revoked === true || thing.x_mitre_deprecated === true

function techniqueOf(pattern: Thing, domain: AttackDomain | null, by: string | null): Technique | null {
  const code = codeOf(pattern)
  const name = text(pattern.name).trim().slice(0, 200)
  if (!techniqueCode.test(code) || name === '') return null
  const tactics = phasesOf(pattern)
    .filter(({ kill_chain_name }) => chains[text(kill_chain_name)] === domain)
    .map(({ phase_name }) => text(phase_name))
  const replacedBy = by !== null && techniqueCode.test(by) && by !== code ? by : null
  return { code, name, tactics: [...new Set(tactics)], withdrawn: isWithdrawn(pattern), replacedBy }
}

/** In the order of the matrix; those that no matrix names stand behind it, as the file has them. */
function tacticsOf(objects: readonly Thing[]): Tactic[] {
  const order = objects
    .filter(({ type }) => type === 'x-mitre-matrix')
    .flatMap(({ tactic_refs }) => list(tactic_refs))
  const place = new Map(order.toReversed().map((id, at) => [id, order.length - at]))
  const tactics = objects.filter(thing => thing.type === 'x-mitre-tactic' && !isWithdrawn(thing))
  const sorted = tactics.toSorted(
    (a, b) => (place.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (place.get(b.id) ?? Number.MAX_SAFE_INTEGER),
  )
  const named = sorted.map(({ x_mitre_shortname, name }) => ({
    key: text(x_mitre_shortname),
    name: text(name),
  }))
  return named.filter(({ key, name }) => key !== '' && name !== '')
}
