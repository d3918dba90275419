import type { Actor } from '@/lib/policy'
import { listPlan, listTeamChoices } from '@/lib/schedule/queries'

/** What an activity may belong to, for its form. */
export async function activityChoices(actor: Actor, exerciseId: string) {
  const [{ phases }, teams] = await Promise.all([
    listPlan(actor, exerciseId),
    listTeamChoices(actor, exerciseId),
  ])
  return { phases: phases.map(({ id, name }) => ({ id, name })), teams }
}
