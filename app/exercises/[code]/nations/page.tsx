import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { NationTable } from '@/components/nations/nation-table'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { partnerName } from '@/lib/countries/rules'
import { listNations } from '@/lib/nations/queries'
import { can } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/nations'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('nations')
  return { title: t('title') }
}

export default async function NationsPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  if (!can(actor, 'nation.list', { exerciseId: exercise.id })) notFound()
  const [t, locale, found] = await Promise.all([
    getTranslations('nations'),
    getLocale(),
    listNations(actor, exercise.id),
  ])
  const nations = found
    .map(nation => ({ ...nation, name: partnerName(nation, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  const base = `/exercises/${exercise.code}/nations`
  const sum = (of: 'used' | 'size') => nations.reduce((total, nation) => total + nation[of], 0)
  const actions = can(actor, 'nation.edit', { exerciseId: exercise.id }) ? (
    <>
      {can(actor, 'programme.read', exercise) ? (
        <LinkButton href={`${base}/partners`}>{t('partnersTitle')}</LinkButton>
      ) : null}
      <LinkButton href={`${base}/invite`} variant="primary">
        {t('invite')}
      </LinkButton>
    </>
  ) : undefined
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('totals', { nations: nations.length, used: sum('used'), size: sum('size') })}
        actions={actions}
      />
      <NationTable nations={nations} base={base} />
    </>
  )
}
