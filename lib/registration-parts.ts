import type { Tx } from './db'
import type { Parts } from './edit'

type Owner = { exerciseId: string; registrationId: string }

/** Raises the registration's version, whatever else is written with it: its parts have none of their own. */
export const raised = { version: { increment: 1 } } as const

/** Writes answers and needs of a registration that this transaction has locked, under the version it has now. */
export async function writeParts(
  tx: Tx,
  { exerciseId, registrationId }: Owner,
  { answers, needs }: Parts,
  version: number,
): Promise<void> {
  for (const [questionId, value] of Object.entries(answers)) {
    const key = { registrationId, questionId }
    await tx.answer.upsert({
      where: { registrationId_questionId: key, exerciseId },
      create: { ...key, exerciseId, value, version },
      update: { value, version },
      select: { version: true },
    })
  }
  if (Object.keys(needs).length === 0) return
  await tx.registrationNeeds.upsert({
    where: { registrationId, exerciseId },
    create: { ...needs, registrationId, exerciseId, version },
    update: { ...needs, version },
    select: { version: true },
  })
}
