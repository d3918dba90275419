import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { signedIn } from '@/app/delegation/open-delegation'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { OwnPartPage } from '@/components/own-part/own-part-page'
import { Words } from '@/components/words'
import { accountOf, can } from '@/lib/policy'
import { fillOwn } from '@/lib/registrations/own-part/actions'
import { getOwnPart } from '@/lib/registrations/own-part/queries'
import { isId } from '@/lib/text'
import { currentInstant } from '@/lib/time-now'

type Props = PageProps<'/me/registrations/[registrationId]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownPart')
  return { title: t('pageTitle') }
}

/** The own part for whoever has an account: the same form that a personal link opens. */
export default async function OwnRegistrationPage({ params }: Props) {
  const { registrationId } = await params
  const actor = await signedIn(`/me/registrations/${registrationId}`)
  const part = isId(registrationId) ? await getOwnPart(actor, registrationId) : null
  // Those who speak for the delegation see the person's page; this one is for the person alone.
  if (!part || !can(actor, 'registration.fill', part.ids)) notFound()
  const [t, locale] = await Promise.all([getTranslations('me'), getLocale()])
  return (
    <PlainFrame
      viewer={accountOf(actor)}
      accountWrites={accountWrites}
      width="narrow"
      title={part.exercise.name}
      sections={[{ href: '/me', label: t('sections.schedule') }]}
    >
      <Words namespaces={['ownPart', 'moments']}>
        <OwnPartPage
          part={part}
          action={fillOwn}
          hidden={part.ids}
          askedBy={null}
          now={currentInstant()}
          locale={locale}
        />
      </Words>
    </PlainFrame>
  )
}
