import { folded } from '@/lib/rosters/fields/rules'
import type { DocumentInject } from '../document/schema'

const kinds: [RegExp, DocumentInject['kind']][] = [
  [/conting|eventual|notfall|reserve|situatsioonipohi|if needed/, 'contingency'],
  [/expected|attendue|erwartet|oodatav|esperad|期待/, 'expected_action'],
  [/\binfo|information|teave|informacion/, 'information'],
  [/\badmin|verwaltung|haldus|control event|organi[sz]ation|facilitation/, 'administrative'],
  [/inject|einlage|inyeccion|inyecto|syotte|sisend|sisestus|付与|standard|\bevent\b/, 'inject'],
]

/** The kind that a cell names, in several languages; null for none of ours. */
export function kindIn(cell: string): DocumentInject['kind'] | null {
  const text = folded(cell)
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** `TLP:AMBER+STRICT`, `amber strict`, `White` (as green-to-clear was called until 2022). */
export function tlpIn(cell: string): DocumentInject['tlp'] {
  const text = folded(cell.replace(/\+/g, ' ')).replace(/^tlp /, '')
  if (text === 'amber strict') return 'amber_strict'
  if (text === 'white') return 'clear'
  return text === 'red' || text === 'amber' || text === 'green' || text === 'clear' ? text : null
}

/** `0-10`, `-5 to 5`, `100` (from nothing to that). */
export function scoreIn(cell: string): { least: number; most: number } | null {
  const range = /^\s*(-?\d{1,6})\s*(?:-|–|to|\.\.|bis|à)\s*(-?\d{1,6})\s*$/i.exec(cell)
  if (range) return ordered(Number(range[1]), Number(range[2]))
  return /^\s*-?\d{1,6}\s*$/.test(cell) ? ordered(0, Number(cell)) : null
}

function ordered(a: number, b: number): { least: number; most: number } {
  return { least: Math.min(a, b), most: Math.max(a, b) }
}

const references = {
  technique: /\bTA?\d{4}(?:\.\d{3})?\b/gi,
  cve: /\bCVE-\d{4}-\d{4,7}\b/gi,
  cwe: /\bCWE-\d{1,5}\b/gi,
}

/** The ids that a cell names, whatever is said around them. */
export function referencesIn(cell: string, kind: keyof typeof references): string[] {
  return [...new Set((cell.match(references[kind]) ?? []).map(id => id.toUpperCase()))]
}
