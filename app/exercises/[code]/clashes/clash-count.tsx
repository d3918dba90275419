import { countClashes } from '@/lib/clashes/whole/queries'
import type { Actor } from '@/lib/policy'
import type { Instant } from '@/lib/time-zones'

type Props = { actor: Actor; exerciseId: string; now: Instant }

/** How many clashes are open, for the rail: no page waits for it. */
export async function ClashCount({ actor, exerciseId, now }: Props) {
  const count = await countClashes(actor, exerciseId, now)
  return count === null ? null : <span className={count > 0 ? 'text-bad' : undefined}>{count}</span>
}
