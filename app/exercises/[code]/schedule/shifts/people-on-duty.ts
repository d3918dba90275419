import type { PersonOnDuty } from '@/components/shifts/people-table'
import type { Actor } from '@/lib/policy'
import type { Somebody } from '@/lib/shifts/making/rules'
import { listStanding, namePeople } from '@/lib/shifts/rotas/queries'

/** How much each of them stands, with their names; whoever breaks most rest first. Of everybody on duty where null. */
export async function peopleOnDuty(
  actor: Actor,
  exerciseId: string,
  people: readonly Somebody[] | null,
): Promise<PersonOnDuty[]> {
  const standing = await listStanding(actor, exerciseId, people)
  const names = await namePeople(actor, exerciseId, standing)
  return standing
    .map(({ registrationId: _, accountId: __, ...person }) => {
      const { name = '…', nation = null, team = null } = names.get(person.key) ?? {}
      return { ...person, name, hint: [nation, team].filter(Boolean).join(' · ') }
    })
    .sort((a, b) => b.problems.length - a.problems.length || a.name.localeCompare(b.name))
}
