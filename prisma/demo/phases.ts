import type { Moment } from '@/lib/time'
import type { Audience } from '../client/client'
import { at, t } from './moments'

export type DemoPhase = { name: string; audience: Audience; start: Moment; end: Moment }

/** Seconds from STARTEX to ENDEX: Tuesday 09:00 to Friday 16:00. */
export const endexOffset = 3 * 86_400 + 7 * 3600

/** A phase that ends on a whole day ends with it. */
export const demoPhases: readonly DemoPhase[] = [
  { name: 'Specification', audience: 'staff', start: at(-364, null), end: at(-274, null) },
  { name: 'Concept and objectives', audience: 'nations', start: at(-273, null), end: at(-169, null) },
  { name: 'Registration', audience: 'public', start: at(-196, '09:00'), end: at(-29, '17:00') },
  { name: 'Planning', audience: 'nations', start: at(-168, null), end: at(-57, null) },
  { name: 'Scripting', audience: 'staff', start: at(-126, null), end: at(-36, null) },
  { name: 'Rehearsal', audience: 'participants', start: at(-35, null), end: at(-6, null) },
  { name: 'Familiarisation', audience: 'participants', start: at(-5, '09:00'), end: at(-1, null) },
  { name: 'Play', audience: 'public', start: t(0), end: t(79) },
  { name: 'Evaluation', audience: 'nations', start: at(4, null), end: at(94, null) },
]
