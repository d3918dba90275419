import type { Prisma } from '@/prisma/client/client'
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

/** The same for everybody of a programme whose address `emails` gives: a query of one column, `email`. The caller has
 * turned nested loops off where the people are new: without statistics a join by guess took eighteen seconds for two
 * thousand. */
export async function linkAccounts(tx: Tx, programmeId: string, emails: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    WITH proven AS MATERIALIZED (
      SELECT a."id", a."email" FROM (${emails}) e JOIN "Account" a ON a."email" = e."email" WHERE a."emailVerified")
    UPDATE "Person" p SET "accountId" = a."id" FROM proven a
     WHERE p."programmeId" = ${programmeId}::uuid AND p."email" = a."email" AND p."accountId" IS NULL
       AND NOT EXISTS (SELECT FROM "Person" o WHERE o."programmeId" = p."programmeId" AND o."accountId" = a."id")`
}
