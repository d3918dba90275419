import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { accountOf } from '@/lib/policy'
import { openDelegation } from '../open-delegation'

type Props = { params: Promise<{ participationId: string }>; children: ReactNode }

/** A delegation's pages stand outside the exercise's own frame: a nation has no business in its sections. */
export default async function DelegationLayout({ params, children }: Props) {
  const { actor, delegation, name, now } = await openDelegation(params)
  const t = await getTranslations('delegation')
  const { exercise } = delegation
  const base = `/delegation/${delegation.id}`
  return (
    <PlainFrame
      viewer={accountOf(actor)}
      accountWrites={accountWrites}
      title={`${name} · ${exercise.code}`}
      now={now}
      exercise={{ ...exercise, name: `${name} · ${exercise.name}` }}
      sections={[
        { href: base, label: t('section.people'), exact: true },
        { href: `${base}/conferences`, label: t('section.conferences') },
        { href: `${base}/clashes`, label: t('section.clashes') },
        { href: `${base}/companies`, label: t('section.companies') },
        { href: `${base}/contacts`, label: t('section.contacts') },
        { href: `${base}/timeline`, label: t('section.timeline') },
      ]}
    >
      {children}
    </PlainFrame>
  )
}
