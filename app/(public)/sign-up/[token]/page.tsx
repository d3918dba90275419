import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { LinkedSignUp } from '@/components/attendance/linked-sign-up'
import { PlainFrame } from '@/components/frame/plain-frame'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { getLinkedSignUp } from '@/lib/attendance/links/queries'
import { partnerName } from '@/lib/countries/rules'
import { accountOf } from '@/lib/policy'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'

type Props = PageProps<'/sign-up/[token]'>

/** The address is the key: no search engine keeps it, and no page that is linked to learns it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attendance.link')
  return { title: t('pageTitle'), robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

/** A partner without a contact signs its people up here, by the letter's link. */
export default async function LinkedSignUpPage({ params }: Props) {
  const { token } = await params
  const now = currentInstant()
  const [t, locale, actor, opened] = await Promise.all([
    getTranslations('attendance.link'),
    getLocale(),
    currentActor(),
    getLinkedSignUp(token, now),
  ])
  const viewer = accountOf(actor)
  const frame = viewer ? { viewer, accountWrites } : { viewer }
  if (!opened) {
    return (
      <PlainFrame {...frame} width="narrow">
        <PageHeader title={t('pageTitle')} />
        <Callout tone="warn" title={t('overTitle')}>
          {t('overText')}
        </Callout>
      </PlainFrame>
    )
  }
  return (
    <PlainFrame {...frame} width="narrow">
      <Words namespaces={['attendance']}>
        <PageHeader
          title={opened.activity.title}
          lead={t('lead', { nation: partnerName(opened.partner, locale), exercise: opened.exercise.name })}
        />
        <LinkedSignUp token={token} opened={opened} now={now} />
      </Words>
    </PlainFrame>
  )
}
