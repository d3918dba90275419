import { dateOf, type Instant } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { AccessionState } from '../client/client'
import { type Making, put } from './world'

const way: readonly AccessionState[] = ['invited', 'in_contact', 'coordinating', 'confirmed']

/** The states on the way to `state`, that one included. */
function stepsTo(state: AccessionState): AccessionState[] {
  const along = way.indexOf(state)
  if (along >= 0) return way.slice(0, along + 1)
  if (state === 'observer') return ['invited', 'in_contact', 'observer']
  return state === 'declined' ? ['invited', 'declined'] : [...way, 'withdrew']
}

const notes: Record<AccessionState, readonly string[]> = {
  invited: ['Letter of invitation sent', 'Invited at the concept conference', 'Invited through the attaché'],
  in_contact: ['Point of contact named', 'First call held', 'Asked about seats and costs'],
  coordinating: ['Technical annex under review', 'Team pairing discussed', 'Awaiting the ministry'],
  confirmed: ['Confirmed in writing', 'Confirmed at the main planning conference', 'Signed the annex'],
  observer: ['Wishes to observe this year'],
  declined: ['No capacity this year'],
  withdrew: ['Withdrew: the experts are needed at home'],
}

type Subject = { partnerId: string; exerciseId: string | null; participationId: string | null }

/** The dated steps of one partner, from about `from` on in even stretches, the last before `to`. */
export function addAccessions(
  { world, random }: Making,
  subject: Subject,
  state: AccessionState,
  from: Instant,
  to: Instant,
): void {
  const steps = stepsTo(state)
  const stretch = (to - from) / DAY / steps.length
  steps.forEach((step, index) => {
    const day = Math.floor(from / DAY + stretch * (index + 0.8 * random.next()))
    put(world.Accession, {
      id: random.id(),
      ...subject,
      state: step,
      changedOn: dateOf(day * DAY),
      note: random.pick(notes[step]),
    })
  })
}
