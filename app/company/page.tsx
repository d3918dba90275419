import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { signedIn } from '@/app/delegation/open-delegation'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { partnerName } from '@/lib/countries/rules'
import { accountOf } from '@/lib/policy'
import { listOwnCompanies } from '@/lib/registrations/delegation/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('company')
  return { title: t('chooseTitle') }
}

/** The companies that somebody speaks for; whoever speaks for one goes straight there. */
export default async function CompaniesPage() {
  const actor = await signedIn('/company')
  const own = await listOwnCompanies(actor)
  const [only, second] = own
  if (only && !second) redirect(`/company/${only.id}`)
  const [t, locale] = await Promise.all([getTranslations('company'), getLocale()])
  return (
    <PlainFrame viewer={accountOf(actor)} accountWrites={accountWrites} width="narrow">
      <PageHeader title={t('chooseTitle')} />
      {own.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <Panel>
          <ul>
            {own.map(({ id, name, participation: { partner, exercise } }) => (
              <li key={id} className="grid gap-0.5 border-line border-b py-2 last:border-b-0">
                <TextLink href={`/company/${id}`} className="font-medium">
                  {name} · {exercise.code}
                </TextLink>
                <span className="text-muted text-note">
                  {partnerName(partner, locale)} · {exercise.name}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </PlainFrame>
  )
}
