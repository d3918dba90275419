import connect from 'postgres'
import { seed } from '@/prisma/seed'
import type { Database } from './database'
import { progress, stillWorking } from './progress'

/** Fills an empty database of our own with the demo. An operator's is left as it is. */
export async function seedWhenEmpty(database: Database): Promise<void> {
  if (database.cluster === null || !(await isEmpty(database.url))) return
  progress('Filling the database with the demo')
  const done = stillWorking('filling the database')
  await seed(database.url, { today: new Date().toISOString().slice(0, 10) })
  done()
}

/** Whether nobody has used this database yet: no account, no programme. */
async function isEmpty(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ empty: boolean }[]>`
      select not exists (select from "Account") and not exists (select from "Programme") as empty`
    return row?.empty === true
  } finally {
    await sql.end()
  }
}
