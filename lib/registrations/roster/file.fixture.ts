import { beforeEach } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { factoryDb } from '@/prisma/factories'
import { now } from '../setting.fixture'
import { addRoster, stageRoster } from './actions'
import { part as partSize } from './schema'

let files = 0

/** Addresses of rows made from now on belong to another file. */
export function anotherFile(): void {
  files += 1
}

/** Rows of a file of this many people, each with an address of its own. */
export function rowsOf(roleId: string, count: number, given: object = {}, from = 0) {
  return Array.from({ length: count }, (_, at) => ({
    line: from + at + 2,
    email: `person${from + at}.file${files}@example.jp`,
    givenName: 'Sora',
    familyName: `Mori${from + at}`,
    nativeName: '森 空',
    companyId: '',
    roleId,
    teamId: '',
    siteId: '',
    presence: 'on_site',
    homeTimeZone: 'Asia/Tokyo',
    languages: '日本語, English',
    clearanceUntilOn: '2027-12-31',
    homeNation: 'JPN',
    ...given,
  }))
}

export type Row = ReturnType<typeof rowsOf>[number]
export type Ids = { exerciseId: string; participationId: string }

export async function send(
  actor: Actor,
  ids: Ids,
  rows: Row[],
  rosterId: string = crypto.randomUUID(),
  at = now,
) {
  let part = 0
  for (let from = 0; from < rows.length; from += partSize.rows) {
    const input = { ...ids, rosterId, part, rows: rows.slice(from, from + partSize.rows) }
    const result = await execute(stageRoster.definition, actor, input, at)
    if (!result.ok) throw new Error(result.error.reason)
    part += 1
  }
  return { ...ids, rosterId, parts: part, people: rows.length }
}

export const add = (actor: Actor, input: object) => execute(addRoster.definition, actor, input, now)
export const people = (ids: Ids) =>
  factoryDb().registration.findMany({ where: ids, orderBy: { familyName: 'asc' } })
export const parts = (ids: Ids) => factoryDb().rosterPart.count({ where: ids })

beforeEach(anotherFile)
