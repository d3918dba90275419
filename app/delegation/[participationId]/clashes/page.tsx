import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ClashPanels } from '@/components/clashes/clash-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { pageNumber } from '@/lib/changes/rules'
import type { ClashRef } from '@/lib/clashes/whole/plan/rules'
import { listNationClashes } from '@/lib/clashes/whole/queries'
import type { TimeLocale } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import { openDelegation } from '../../open-delegation'

type Props = PageProps<'/delegation/[participationId]/clashes'>

const onPage = 50

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { name, delegation }] = await Promise.all([
    getTranslations('plan-clashes.own'),
    openDelegation(params),
  ])
  return { title: `${t('title')} · ${name} · ${delegation.exercise.code}` }
}

/** What cannot go together for a nation's own people and deadlines, and what its contacts can do about it. */
export default async function DelegationClashesPage({ params, searchParams }: Props) {
  const { actor, delegation, owner, name, now, timeZone } = await openDelegation(params)
  const page = pageNumber((await searchParams).page)
  const [t, pages, locale, found] = await Promise.all([
    getTranslations('plan-clashes.own'),
    getTranslations('plan-clashes'),
    getLocale(),
    listNationClashes(actor, owner, { now, offset: (page - 1) * onPage, limit: onPage }),
  ])
  if (!found) notFound()
  const base = `/delegation/${delegation.id}`
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: name, href: base }, { label: t('title') }]}
      />
      {found.total === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <div className="grid gap-4">
          <ClashPanels
            clashes={found.clashes}
            about={ownRefs({ ...found, name, delegation: owner.participationId, timeZone, locale })}
            timeZone={timeZone}
            mend="nationMend"
          />
          <Pagination
            page={page}
            pages={Math.ceil(found.total / onPage)}
            hrefFor={to => `${base}/clashes?page=${to}`}
            label={pages('pages')}
          />
        </div>
      )}
    </>
  )
}

type Given = Pick<NonNullable<Awaited<ReturnType<typeof listNationClashes>>>, 'called' | 'spanOf'> & {
  name: string
  delegation: string
  timeZone: string
  locale: TimeLocale
}

/** What a clash is about, with the delegation's own page where that is changed. */
function ownRefs({ called, spanOf, name, delegation, timeZone, locale }: Given) {
  const base = `/delegation/${delegation}`
  const hrefOf = ({ kind, id }: ClashRef): string | null => {
    if (kind === 'activity') return `${base}/conferences`
    if (kind === 'shift') return `${base}/timeline?item=shift:${id}`
    if (kind === 'delegation') return `${base}/contacts`
    if (kind !== 'person') return null
    const { registrationId, delegationId } = called({ kind, id })
    return registrationId && delegationId === delegation ? `${base}/people/${registrationId}` : null
  }
  return (ref: ClashRef) => {
    const span = spanOf(ref.id)
    const when = span && formatSpan(span.startAt, span.endAt ?? span.startAt, { timeZone, locale })
    return { name: ref.id === delegation ? name : called(ref).name, when, href: hrefOf(ref) }
  }
}
