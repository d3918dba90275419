import { getTranslations } from 'next-intl/server'
import { Callout } from '@/components/ui/callout'
import { TextLink } from '@/components/ui/text-link'
import { listNationClashes } from '@/lib/clashes/whole/queries'
import type { Actor } from '@/lib/policy'
import type { Instant } from '@/lib/time-zones'

type Props = { actor: Actor; owner: { exerciseId: string; participationId: string }; now: Instant }

/** That something cannot go together for a nation's people, where it does not; the page does not wait for it. */
export async function OpenClashes({ actor, owner, now }: Props) {
  const [t, found] = await Promise.all([
    getTranslations('plan-clashes.own'),
    listNationClashes(actor, owner, { now, offset: 0, limit: 0 }),
  ])
  if (!found || found.total === 0) return null
  return (
    <Callout tone="warn" className="mb-4">
      <TextLink
        href={`/delegation/${owner.participationId}/clashes`}
        className="inline-flex min-h-target items-center"
      >
        {t('open', { count: found.total })}
      </TextLink>
    </Callout>
  )
}
