// Apart from the schema, so that what only draws the plan does not carry the checking of forms.

/** Whom a phase or an activity is for. */
export const audiences = ['public', 'participants', 'nations', 'staff'] as const
export type Audience = (typeof audiences)[number]

export const activityKinds = [
  'conference',
  'workshop',
  'deadline',
  'briefing',
  'rehearsal',
  'visit',
  'course',
  'social',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** The moments that open and close registration; each is an activity of the kind deadline. */
export const gates = ['registration_opens', 'registration_closes', 'edit_deadline'] as const
export type Gate = (typeof gates)[number]
