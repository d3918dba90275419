import { sql, type Tx } from './db'

/** Whether a verified address of this account stands in registers that do not know the account yet. */
export async function hasUnlinkedPeople(accountId: string): Promise<boolean> {
  const rows = await sql`
    SELECT FROM "Person" p JOIN "Account" a ON a."email" = p."email"
     WHERE a."id" = ${accountId}::uuid AND a."emailVerified" AND p."accountId" IS NULL LIMIT 1`
  return rows.length > 0
}

/**
 * Joins the people of this address to the account, so that an expert sees the own registrations. Only for a verified
 * address: an unproven one would let anybody read them.
 */
export async function linkPeople(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Person" p SET "accountId" = a."id" FROM "Account" a
     WHERE a."id" = ${accountId}::uuid AND a."emailVerified" AND p."email" = a."email" AND p."accountId" IS NULL
       AND NOT EXISTS (SELECT FROM "Person" o WHERE o."programmeId" = p."programmeId" AND o."accountId" = a."id")`
}

/** Joins a person who has just been named to the account that has proven the address, if there is one. */
export async function linkAccount(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Person" p SET "accountId" = a."id" FROM "Account" a
     WHERE p."id" = ${personId}::uuid AND p."accountId" IS NULL AND a."email" = p."email" AND a."emailVerified"
       AND NOT EXISTS (SELECT FROM "Person" o WHERE o."programmeId" = p."programmeId" AND o."accountId" = a."id")`
}
