import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { PlainFrame } from '@/components/frame/plain-frame'
import { LetterTable } from '@/components/outbox/letter-table'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { Words } from '@/components/words'
import { env } from '@/lib/env'
import { listLetters } from '@/lib/outbox/queries'
import { type LetterStateName, letterStates } from '@/lib/outbox/rules'
import { currentActor } from '@/lib/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outbox')
  return { title: t('title') }
}

export default async function OutboxPage({ searchParams }: PageProps<'/outbox'>) {
  const [t, actor, query] = await Promise.all([getTranslations('outbox'), currentActor(), searchParams])
  if (actor.kind !== 'account') redirect('/sign-in?next=/outbox')
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(query.page)) || 1))
  const state = letterStates.find(name => name === query.state) ?? null
  const found = await listLetters(actor, page, state)
  if (found === null) notFound()
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-4">
        {env.smtpUrl === null ? (
          <Callout tone="warn" title={t('noServer')}>
            {t('noServerText')}
          </Callout>
        ) : null}
        <SegmentedLinks
          label={t('filter')}
          items={[null, ...letterStates].map(name => ({
            href: addressOf(name, 1),
            label: t(`filters.${name ?? 'all'}`),
            current: name === state,
          }))}
        />
        {found.letters.length === 0 ? (
          <EmptyState title={t(state === null ? 'none' : 'noneInState')}>
            {t(state === null ? 'noneText' : 'noneInStateText')}
          </EmptyState>
        ) : (
          <Panel flush>
            <Words namespaces={['outbox']}>
              <LetterTable
                letters={found.letters}
                timeZone={actor.timeZone ?? 'UTC'}
                posts={env.smtpUrl !== null}
              />
            </Words>
          </Panel>
        )}
        <Pagination page={page} pages={found.pages} hrefFor={to => addressOf(state, to)} label={t('pages')} />
      </div>
    </PlainFrame>
  )
}

function addressOf(state: LetterStateName | null, page: number): string {
  const query = new URLSearchParams({
    ...(state === null ? {} : { state }),
    ...(page === 1 ? {} : { page: String(page) }),
  })
  return query.size === 0 ? '/outbox' : `/outbox?${query}`
}
