import { type Actor, can } from '@/lib/policy'

/** Which parts of an activity somebody sees: planners its details, and whoever plans along how many come. */
export function activityParts(actor: Actor, exerciseId: string) {
  const about = { exerciseId }
  return [
    ...(can(actor, 'schedule.edit', about) ? (['details'] as const) : []),
    ...(can(actor, 'exercise.plan', about) ? (['attendance'] as const) : []),
  ]
}
