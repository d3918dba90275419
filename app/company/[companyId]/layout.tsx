import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { accountOf } from '@/lib/policy'
import { openCompany } from '../open-company'

type Props = { params: Promise<{ companyId: string }>; children: ReactNode }

export default async function CompanyLayout({ params, children }: Props) {
  const { actor, desk, nation, now, path } = await openCompany(params)
  const [t, delegation] = await Promise.all([getTranslations('company'), getTranslations('delegation')])
  const { exercise, company } = desk
  return (
    <PlainFrame
      viewer={accountOf(actor)}
      accountWrites={accountWrites}
      title={`${company.name} · ${nation} · ${exercise.code}`}
      now={now}
      exercise={{ ...exercise, name: `${company.name} · ${exercise.name}` }}
      sections={[
        { href: path, label: t('section'), exact: true },
        { href: `/exercises/${exercise.code}/timeline`, label: delegation('section.timeline') },
      ]}
    >
      {children}
    </PlainFrame>
  )
}
