import type { Tx } from './db'
import { linkAccount } from './people-links'

export type Named = {
  email: string
  givenName: string
  familyName: string
  nativeName: string
  homeNation: string
}

/** The person of that address in the exercise's programme, made where there is none. An existing one stays as it is,
 * whoever asks: its names are not this delegation's to read or to change. */
export async function personOf(tx: Tx, exerciseId: string, named: Named): Promise<string> {
  const { programmeId } = await tx.exercise.findUniqueOrThrow({
    where: { id: exerciseId },
    select: { programmeId: true },
  })
  const { email, givenName, familyName, nativeName, homeNation } = named
  await tx.person.createMany({
    data: [{ programmeId, email, givenName, familyName, nativeName, homeNation }],
    skipDuplicates: true,
  })
  const { id } = await tx.person.findUniqueOrThrow({
    where: { programmeId_email: { programmeId, email } },
    select: { id: true },
  })
  await linkAccount(tx, id)
  return id
}
