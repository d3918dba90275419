import type { StatusTone } from '@/components/ui/status'
import type { Column, ColumnId } from './columns'

/** What a delegation has written about a person, as its form sends it. */
export type LineValues = {
  familyName: string
  givenName: string
  nativeName: string
  email: string
  roleId: string
  teamId: string | null
  companyId: string | null
  siteId: string | null
  presence: 'on_site' | 'remote'
  homeTimeZone: string
  /** by commas */
  languages: string
  clearanceUntilOn: string | null
}

/** A person's row: what is written, and the rest in words. */
export type GridLine = {
  id: string
  version: number
  values: LineValues
  /** role and team are the organisers' word */
  seated: boolean
  /** waits together with others */
  group: boolean
  state: string
  stateText: string
  tone: StatusTone
  late: string | null
  /** how far the person is with the own part */
  own: string | null
  /** ISO 8601 */
  at: string
  changed: string
}

export type GridChoices = {
  roles: readonly { id: string; name: string }[]
  teams: readonly { id: string; name: string; colour: string }[]
  companies: readonly { id: string; name: string }[]
  sites: readonly { id: string; name: string; remote: boolean }[]
}

/** A site or none, with where the person works: one choice, since the one decides what the other may be. */
const placeKey = ({ presence, siteId }: Pick<LineValues, 'presence' | 'siteId'>) =>
  `${presence}:${siteId ?? ''}`

/** What stands in a cell for the purpose of writing in it: the text, or the chosen key. */
export function keyOf({ values }: GridLine, column: ColumnId): string {
  switch (column) {
    case 'role':
      return values.roleId
    case 'team':
      return values.teamId ?? ''
    case 'company':
      return values.companyId ?? ''
    case 'where':
      return placeKey(values)
    case 'clearance':
      return values.clearanceUntilOn ?? ''
    case 'state':
    case 'changed':
      return ''
    default:
      return values[column]
  }
}

/** What the form would send once the cell has this text or key. */
export function withKey(values: LineValues, column: ColumnId, key: string): LineValues {
  switch (column) {
    case 'role':
      return { ...values, roleId: key }
    case 'team':
      return { ...values, teamId: key || null }
    case 'company':
      return { ...values, companyId: key || null }
    case 'clearance':
      return { ...values, clearanceUntilOn: key || null }
    case 'where': {
      const [presence, siteId] = key.split(':')
      return { ...values, presence: presence === 'remote' ? 'remote' : 'on_site', siteId: siteId || null }
    }
    case 'state':
    case 'changed':
      return values
    default:
      return { ...values, [column]: key }
  }
}

/** Whether somebody who may edit the person may write in this cell. */
export function isWritable({ seated }: GridLine, { id, kind }: Column): boolean {
  return kind !== null && !(seated && (id === 'role' || id === 'team'))
}

/** The names under which an action refuses what a cell holds. */
export const fieldsOf: Record<ColumnId, readonly string[]> = {
  familyName: ['familyName'],
  givenName: ['givenName'],
  nativeName: ['nativeName'],
  email: ['email'],
  role: ['roleId'],
  team: ['teamId'],
  company: ['companyId'],
  where: ['siteId', 'presence'],
  homeTimeZone: ['homeTimeZone'],
  languages: ['languages'],
  clearance: ['clearanceUntilOn'],
  state: [],
  changed: [],
}
