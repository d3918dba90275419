import { type Actor, can } from '@/lib/policy'

/** Which parts of an activity somebody sees: its programme; whoever plans along how many come; planners its details. */
export function activityParts(actor: Actor, exerciseId: string) {
  const about = { exerciseId }
  return [
    'programme' as const,
    ...(can(actor, 'exercise.plan', about) ? (['attendance'] as const) : []),
    ...(can(actor, 'schedule.edit', about) ? (['details'] as const) : []),
  ]
}
