import type { ListSort } from '@/lib/registrations/schema'

/** How a cell is written in: as text, chosen from a list, or as a calendar date. */
type Kind = 'text' | 'choice' | 'date'

export type ColumnId =
  | 'familyName'
  | 'givenName'
  | 'nativeName'
  | 'email'
  | 'role'
  | 'team'
  | 'company'
  | 'where'
  | 'homeTimeZone'
  | 'languages'
  | 'clearance'
  | 'state'
  | 'changed'

export type Column = {
  id: ColumnId
  /** null where nobody types: the state has acts of its own */
  kind: Kind | null
  sort?: ListSort
  /** cannot be put away: it names the row, or says where the person stands */
  fixed?: true
  /** there until somebody puts it away */
  usual?: true
}

export const columns: readonly Column[] = [
  { id: 'familyName', kind: 'text', sort: 'name', fixed: true },
  { id: 'givenName', kind: 'text', usual: true },
  { id: 'nativeName', kind: 'text', usual: true },
  { id: 'email', kind: 'text' },
  { id: 'role', kind: 'choice', sort: 'role', usual: true },
  { id: 'team', kind: 'choice', sort: 'team', usual: true },
  { id: 'company', kind: 'choice', sort: 'company', usual: true },
  { id: 'where', kind: 'choice', usual: true },
  { id: 'homeTimeZone', kind: 'text' },
  { id: 'languages', kind: 'text' },
  { id: 'clearance', kind: 'date' },
  { id: 'state', kind: null, sort: 'state', fixed: true },
  { id: 'changed', kind: null, sort: 'changed', usual: true },
]

/** Remembers the columns somebody has chosen; the server draws the table with them. */
export const columnsCookie = 'people_columns'

/** The columns to show, as the cookie lists them; the usual ones for whoever has chosen none. Unknown names are left out. */
export function chosenColumns(cookie: string | undefined): Column[] {
  if (cookie === undefined) return columns.filter(({ fixed, usual }) => fixed || usual)
  const wanted = new Set(cookie.split('.'))
  return columns.filter(({ id, fixed }) => fixed || wanted.has(id))
}
