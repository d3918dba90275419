import { graphOf } from '@/lib/logic/graph/rules'
import { emptyInject } from '../known/rules'
import type { InjectRow } from '../rules'
import { type Known, nodeOf } from './rules'

export const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const frame = { startexAt: Date.UTC(2027, 3, 13, 6), timeZone: 'Europe/Tallinn' }

/** Two storylines, each with an incident; a person, a team and a column of each kind; injects `3.1`, `3.2`… by place. */
export function knowing(...injects: InjectRow[]): Known {
  const kinds = ['text', 'number', 'choice', 'choices', 'date', 'yes_no', 'person', 'team', 'url'] as const
  const columns = new Map(
    kinds.map((kind, n) => [id(100 + n), { id: id(100 + n), kind, choices: ['MEDIA', 'LEGAL'] }]),
  )
  const bySerial = new Map(injects.map(row => [row.serial, row.id]))
  const byId = new Map(injects.map(row => [row.id, row.serial]))
  const references = new Set([`storyline ${id(1)}`, `storyline ${id(2)}`, `team ${id(3)}`, `person ${id(4)}`])
  return {
    ...{ frame, now: Date.UTC(2026, 10, 22), timeZone: frame.timeZone, scenarioZone: 'Asia/Tokyo' },
    has: (kind, of) => references.has(`${kind} ${of}`),
    storylineOf: incident => ({ [id(11)]: id(1), [id(12)]: id(2) })[incident],
    column: of => columns.get(of),
    serialOf: of => byId.get(of),
    gateOf: () => undefined,
    injectOf: serial => bySerial.get(serial),
    gateNumbered: () => undefined,
    graph: graphOf(injects.map(row => nodeOf(row, frame))),
  }
}

export const columnOfKind = (kind: string): `column:${string}` => {
  const kinds = ['text', 'number', 'choice', 'choices', 'date', 'yes_no', 'person', 'team', 'url']
  return `column:${id(100 + kinds.indexOf(kind))}`
}

export const injectNumbered = (n: number, given: Partial<InjectRow> = {}): InjectRow => ({
  ...emptyInject(id(1000 + n), `3.${n}`, { storylineId: id(1), incidentId: null }),
  ...given,
})
