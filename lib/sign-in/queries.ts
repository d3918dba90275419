import { type DemoPerson, demoPeople } from '../accounts/demo-people'
import { sql } from '../db'
import { isDemoOpenTo } from '../demo-door'

/** The demo's people whom this caller may sign in as with one click; none where the door is shut. */
export async function listDemoPeople(headers: Headers): Promise<DemoPerson[]> {
  if (!(await isDemoOpenTo(headers))) return []
  const rows = await sql<{ email: string }[]>`
    SELECT "email" FROM "Account" WHERE "email" = ANY(${demoPeople.map(person => person.email)}::citext[])`
  const seeded = new Set(rows.map(row => row.email))
  return demoPeople.filter(person => seeded.has(person.email))
}
