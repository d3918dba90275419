import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { partnerName } from '@/lib/countries/rules'
import { accountOf } from '@/lib/policy'
import { listOwnDelegations } from '@/lib/registrations/delegation/queries'
import { formatInstant } from '@/lib/time-format'
import { signedIn } from './open-delegation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('delegation')
  return { title: t('title') }
}

/** The delegations that somebody speaks for; whoever speaks for one goes straight there. */
export default async function DelegationsPage() {
  const actor = await signedIn('/delegation')
  const own = await listOwnDelegations(actor)
  const [only, second] = own
  if (only && !second) redirect(`/delegation/${only.id}`)
  const [t, locale] = await Promise.all([getTranslations('delegation'), getLocale()])
  return (
    <PlainFrame viewer={accountOf(actor)} accountWrites={accountWrites} width="narrow">
      <PageHeader title={t('chooseTitle')} {...(own.length > 0 ? { lead: t('chooseLead') } : {})} />
      {own.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <Panel>
          <ul>
            {own.map(({ id, partner, exercise }) => (
              <li key={id} className="grid gap-0.5 border-line border-b py-2 last:border-b-0">
                <TextLink href={`/delegation/${id}`} className="font-medium">
                  {partnerName(partner, locale)} · {exercise.code}
                </TextLink>
                <span className="text-muted text-note">
                  {exercise.name} ·{' '}
                  {t('startex', {
                    date: formatInstant(exercise.startexAt, {
                      timeZone: exercise.timeZone,
                      locale,
                      style: 'date',
                    }),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </PlainFrame>
  )
}
