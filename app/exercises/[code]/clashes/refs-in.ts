import type { ClashRef } from '@/lib/clashes/whole/plan/rules'
import type { listClashes } from '@/lib/clashes/whole/queries'
import { type Actor, can } from '@/lib/policy'
import type { TimeLocale } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'

type Found = Pick<NonNullable<Awaited<ReturnType<typeof listClashes>>>, 'called' | 'spanOf'> & {
  nations: readonly { id: string; name: string }[]
}
type Exercise = { id: string; code: string; timeZone: string }

/** What a clash is about, by name and time, with the page on which it can be changed. */
export function refsIn(
  actor: Actor,
  exercise: Exercise,
  { called, spanOf, nations }: Found,
  locale: TimeLocale,
) {
  const base = `/exercises/${exercise.code}`
  const nationOf = new Map(nations.map(({ id, name }) => [id, name]))
  const decides = can(actor, 'registration.decide', { exerciseId: exercise.id })
  const hrefOf = ({ kind, id }: ClashRef): string | null => {
    if (kind === 'shift') return `${base}/schedule/shifts/shift/${id}`
    if (kind === 'activity') return `${base}/schedule/activities/${id}`
    if (kind === 'phase') return `${base}/schedule/phases/${id}`
    if (kind === 'team') return `${base}/teams/${id}`
    if (kind === 'delegation') return `${base}/nations/${id}`
    if (kind === 'exercise') return decides ? `${base}/registrations/doubles` : null
    const { registrationId, delegationId } = called({ kind, id })
    return registrationId ? `/delegation/${delegationId}/people/${registrationId}` : null
  }
  return (ref: ClashRef) => {
    const { name, of } = called(ref)
    const span = spanOf(ref.id)
    const when =
      span && formatSpan(span.startAt, span.endAt ?? span.startAt, { timeZone: exercise.timeZone, locale })
    const said = nationOf.get(ref.id) ?? (of === '' ? name : `${name}, ${of}`)
    return { name: said, when, href: hrefOf(ref) }
  }
}
