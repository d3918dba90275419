/**
 * A link that makes its bearer the administrator of a database that has none yet, else null. Each call ends the link
 * before it. Needs DATABASE_URL and AUTH_SECRET in the environment.
 */
export async function firstAdministratorLink(): Promise<string | null> {
  // Only now: these connect to the database as they are loaded.
  const [{ execute }, { offerFirstAdministrator }, { currentInstant }] = await Promise.all([
    import('@/lib/action'),
    import('@/lib/invitations/actions'),
    import('@/lib/time'),
  ])
  const start = { kind: 'job', name: 'npm start' } as const
  const offer = await execute(offerFirstAdministrator.definition, start, {}, currentInstant())
  if (!offer.ok)
    throw new Error(`No link for a first administrator: ${offer.error.reason} ${offer.error.reference ?? ''}`)
  return offer.data?.once.link ?? null
}
