import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { accountWrites } from '@/components/accounts/account-writes'
import { LanguageChoice } from '@/components/frame/language-choice'
import { PlainFrame } from '@/components/frame/plain-frame'
import { OpenedNote } from '@/components/own-part/opened-note'
import { OwnPartPage } from '@/components/own-part/own-part-page'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { accountOf } from '@/lib/policy'
import { fillByLink } from '@/lib/registrations/links/actions'
import { getLinkHolder } from '@/lib/registrations/links/queries'
import { getOwnPart } from '@/lib/registrations/own-part/queries'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'

type Props = PageProps<'/register/[token]'>

/** The address is the key: no search engine keeps it, and no page that is linked to learns it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ownPart')
  return { title: t('pageTitle'), robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

const open = cache(async (token: string) => {
  const now = currentInstant()
  const link = await getLinkHolder(token, now)
  if (link.problem !== null) return { problem: link.problem }
  const part = await getOwnPart(link.holder, link.ids.registrationId)
  return part ? { ...link, part, now } : { problem: 'own_link_unknown' as const }
})

/** An expert's own part by the personal link: no account, no password, the same address until the deadline. */
export default async function RegisterPage({ params }: Props) {
  const { token } = await params
  const [t, locale, actor, opened] = await Promise.all([
    getTranslations('ownPart'),
    getLocale(),
    currentActor(),
    open(token),
  ])
  const viewer = accountOf(actor)
  const frame = viewer ? { viewer, accountWrites } : { viewer }
  if (opened.problem !== null) {
    return (
      <PlainFrame {...frame} width="narrow">
        <PageHeader title={t('pageTitle')} />
        <Callout tone="warn" title={t('shutTitle')}>
          {t(`shut.${opened.problem}`)}
        </Callout>
      </PlainFrame>
    )
  }
  return (
    <PlainFrame {...frame} width="narrow">
      <Words namespaces={['ownPart', 'moments']}>
        <OwnPartPage
          part={opened.part}
          action={fillByLink}
          hidden={{ token }}
          askedBy={opened.askedBy}
          top={<LanguageChoice save={viewer ? accountWrites.chooseLocale : undefined} />}
          {...{ now: opened.now, locale }}
        />
        {opened.opened ? null : <OpenedNote token={token} />}
      </Words>
    </PlainFrame>
  )
}
