import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'

const parts = ['teams', 'roles', 'sites', 'kinds'] as const

type Props = { base: string; current: (typeof parts)[number]; actions?: ReactNode }

/** Teams, roles, sites and kinds are one place with four doors. */
export async function TeamsHeader({ base, current, actions }: Props) {
  const t = await getTranslations('teams')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={actions} />
      <Tabs
        label={t('tabs')}
        items={parts.map(part => ({
          href: part === 'teams' ? base : `${base}/${part}`,
          label: t(part),
          current: part === current,
        }))}
      />
    </>
  )
}
