import type { RegistrationState } from '@/lib/registrations/rules'

export type OverviewLine = {
  id: string
  /** before the name: a nation's code */
  code?: string
  /** a team's colour */
  colour?: string
  name: string
  /** leads to these people */
  href: string
  value: number
  max: number
  missing?: number
  overdue?: number
  states: Partial<Record<RegistrationState, number>>
}

/** The states that a registrar compares, in the order in which people pass through them. */
export const shownStates = ['submitted', 'endorsed', 'confirmed', 'waitlisted', 'declined'] as const

const columns = ['name', 'value', 'missing', 'overdue', ...shownStates] as const
export type Column = (typeof columns)[number]
export type Rank = { by: Column; down: boolean }

/** An order as it stands in the address, `missing` or `missing-down`; null for the usual one. */
export function rankOf(text: unknown): Rank | null {
  const by = columns.find(column => text === column || text === `${column}-down`)
  return by ? { by, down: text !== by } : null
}

export const rankText = ({ by, down }: Rank) => (down ? `${by}-down` : by)

/** The order that a press on a column leads to: numbers begin with the most, names at the beginning. */
export function nextRank(now: Rank | null, by: Column): Rank {
  return { by, down: now?.by === by ? !now.down : by !== 'name' }
}

/** Lines in an order; where two are equal they stay as they stand. */
export function ranked<Line extends OverviewLine>(lines: readonly Line[], rank: Rank | null): Line[] {
  if (rank === null) return [...lines]
  const { by, down } = rank
  const order = (a: Line, b: Line) =>
    by === 'name' ? compareText(a.name, b.name) : numberIn(a, by) - numberIn(b, by)
  return [...lines].sort((a, b) => (down ? order(b, a) : order(a, b)))
}

function numberIn(line: OverviewLine, by: Exclude<Column, 'name'>): number {
  if (by === 'value') return shareOf(line)
  if (by === 'missing' || by === 'overdue') return line[by] ?? 0
  return line.states[by] ?? 0
}

/** How full a line is; nothing to fill is the least. */
const shareOf = ({ value, max }: OverviewLine) => (max > 0 ? value / max : -1)

/** Diacritics beside their letters, on every machine alike. */
function compareText(a: string, b: string): number {
  const [first, second] = [a, b].map(text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
  return (first ?? '') < (second ?? '') ? -1 : (first ?? '') > (second ?? '') ? 1 : 0
}
