import { sql } from './db'

/** How long rows of a file wait to be added, in milliseconds. Sending two thousand takes some seconds. */
export const rosterPatience = 60 * 60_000

/** The browser names a roster, so only together with its delegation is the name its own. */
type Roster = { participationId: string; rosterId: string }

/** Forgets the rows of a file that were never added: they are personal data that nobody asked us to keep. */
export async function forgetRoster({ participationId, rosterId }: Roster): Promise<void> {
  await sql`DELETE FROM "RosterPart" WHERE "participationId" = ${participationId}::uuid AND "rosterId" = ${rosterId}::uuid`
}
