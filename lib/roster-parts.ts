import { sql } from './db'

/** How long rows of a file wait to be added, in milliseconds. Sending two thousand takes some seconds. */
export const rosterPatience = 60 * 60_000

/** Forgets the rows of a file that were never added: they are personal data that nobody asked us to keep. */
export async function forgetRoster({ rosterId }: { rosterId: string }): Promise<void> {
  await sql`DELETE FROM "RosterPart" WHERE "rosterId" = ${rosterId}::uuid`
}
