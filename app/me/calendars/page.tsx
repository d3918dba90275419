import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { signedIn } from '@/app/delegation/open-delegation'
import { accountWrites } from '@/components/accounts/account-writes'
import { FeedList } from '@/components/calendars/feed-list'
import { type Choice, FollowForm } from '@/components/calendars/follow-form'
import { PlainFrame } from '@/components/frame/plain-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { type FeedRow, listFeeds, listFollowable } from '@/lib/calendars/queries'
import type { FeedSubject } from '@/lib/calendars/rules'
import { partnerName } from '@/lib/countries/rules'
import { listExercises } from '@/lib/exercises/queries'
import { accountOf } from '@/lib/policy'
import { formatInstant } from '@/lib/time-format'

type Props = PageProps<'/me/calendars'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendars')
  return { title: t('title') }
}

/** The plan in one's own calendar program: which links there are, and a new one. */
export default async function CalendarsPage({ searchParams }: Props) {
  const actor = await signedIn('/me/calendars')
  const [t, locale, feeds, exercises, { exercise: asked }] = await Promise.all([
    getTranslations('calendars'),
    getLocale(),
    listFeeds(actor),
    listExercises(actor),
    searchParams,
  ])
  const viewer = accountOf(actor)
  const exercise = exercises.find(({ code }) => code === asked) ?? exercises[0] ?? null
  const followable = exercise && (await listFollowable(actor, exercise.id))
  const language = locale === 'fr' ? 'fr' : 'en'
  const timeZone = viewer?.timeZone ?? 'UTC'
  const day = (at: number) => formatInstant(at, { timeZone, locale: language, style: 'dateTime' })
  const about = (subject: Partial<FeedSubject>): FeedSubject => ({
    ...{ kind: 'person', exerciseId: null, teamId: null, participationId: null },
    ...subject,
  })
  const choices: Choice[] = [{ id: 'person', label: t('person'), subject: about({}) }]
  if (exercise && followable) {
    const { code, id: exerciseId } = exercise
    const here = (id: string, label: string, subject: Partial<FeedSubject>) =>
      choices.push({ id: `${exerciseId} ${id}`, label, subject: about({ exerciseId, ...subject }) })
    here('exercise', t('whole', { code }), { kind: 'exercise' })
    if (followable.controller) here('controller', t('controller', { code }), { kind: 'controller' })
    for (const { id, partner } of followable.nations) {
      const name = partnerName(partner, locale)
      here(id, t('nation', { code, name }), { kind: 'nation', participationId: id })
    }
    for (const { id, name } of followable.teams)
      here(id, t('team', { code, name }), { kind: 'team', teamId: id })
  }
  const what = ({ kind, exercise: of, team, partner }: FeedRow) => {
    const code = of?.code ?? ''
    if (kind === 'nation' && partner) return t('nation', { code, name: partnerName(partner, locale) })
    if (kind === 'team') return t('team', { code, name: team?.name ?? '' })
    return kind === 'person' ? t('person') : t(kind === 'controller' ? 'controller' : 'whole', { code })
  }
  return (
    <PlainFrame viewer={viewer} accountWrites={accountWrites} width="narrow">
      <Words namespaces={['calendars']}>
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          breadcrumbs={[{ label: t('mySchedule'), href: '/me' }, { label: t('title') }]}
        />
        <div className="grid gap-4">
          <Panel title={t('add')}>
            <FollowForm {...{ exercises, choices }} exercise={exercise?.code ?? null} />
          </Panel>
          <Panel title={t('yours')}>
            {feeds.length === 0 ? (
              <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
            ) : (
              <FeedList
                feeds={feeds.map(feed => ({
                  ...{ id: feed.id, name: feed.name, what: what(feed) },
                  made: t('made', { date: day(feed.createdAt) }),
                  read: feed.readAt === null ? t('neverRead') : t('read', { date: day(feed.readAt) }),
                }))}
              />
            )}
          </Panel>
        </div>
      </Words>
    </PlainFrame>
  )
}
