import { sql } from './db'
import { isCode } from './text'

/** Who may frame the public timeline of an exercise, as sources of a content policy; nobody where there is none. */
export async function frameHosts(code: string): Promise<string[]> {
  if (!isCode(code)) return []
  const [row] = await sql<{ hosts: string[] }[]>`
    SELECT "embedHosts" AS "hosts" FROM "Exercise" WHERE "code" = ${code}::citext AND "status" <> 'draft'`
  return row?.hosts ?? []
}
