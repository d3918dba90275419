import type { Actor } from '@/lib/policy'
import { listRoles } from '@/lib/roles/queries'
import { listPlan, listTeamChoices } from '@/lib/schedule/queries'
import { formatMoment } from '@/lib/time-format'

/** What a rota may be of: teams, roles, and phases with their spans as they are typed. */
export async function rotaChoices(actor: Actor, exerciseId: string, home: string) {
  const [teams, roles, { phases }] = await Promise.all([
    listTeamChoices(actor, exerciseId),
    listRoles(actor, exerciseId),
    listPlan(actor, exerciseId),
  ])
  return {
    teams,
    roles: roles.map(({ id, name }) => ({ id, name })),
    phases: phases.map(({ id, name, start, end }) => ({
      ...{ id, name },
      start: formatMoment(start, home),
      end: formatMoment(end, home),
    })),
  }
}
