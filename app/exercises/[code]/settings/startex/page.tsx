import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { MoveForm } from '@/components/exercises/move-form'
import { MovePreview } from '@/components/exercises/move-preview'
import { ThreeTimes } from '@/components/moments/three-times'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { moveAddress } from '@/lib/moves/asking/rules'
import { accountOf, can } from '@/lib/policy'
import { listMoments } from '@/lib/startex/queries'
import { hasHappened, readMove } from '@/lib/startex/rules'
import { formatMoment } from '@/lib/time-format'

type Props = PageProps<'/exercises/[code]/settings/startex'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('exercises'), openExercise(params)])
  return { title: `${t('move.title')} · ${exercise.code}` }
}

/** Types the new STARTEX, shows what it would do to every moment, and applies it. The address is the preview. */
export default async function MoveStartexPage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  if (!can(actor, 'exercise.move', { exerciseId: exercise.id })) notFound()
  const [t, errors, query, moments] = await Promise.all([
    getTranslations('exercises'),
    getTranslations('errors'),
    searchParams,
    listMoments(actor, exercise.id),
  ])
  const base = `/exercises/${exercise.code}/settings`
  const viewer = accountOf(actor)?.timeZone ?? null
  const from = startexFrame(exercise)
  const asked = readMove(query, from, now)
  const past = moments.filter(row => hasHappened(row, from, now)).length
  const { startexAt, timeZone } = exercise
  const over = exercise.status === 'conduct' || exercise.status === 'closed'
  return (
    <Words namespaces={['exercises', 'moments']}>
      <PageHeader
        title={t('move.title')}
        lead={t('move.lead')}
        breadcrumbs={[{ label: t('settings'), href: base }, { label: t('move.title') }]}
        actions={
          <LinkButton href={moveAddress(exercise.code, 'slip_startex')} variant="quiet">
            {t('move.whole')}
          </LinkButton>
        }
      />
      <div className="grid gap-4">
        <Panel title={t('move.now')}>
          <ThreeTimes from={startexAt} home={timeZone} viewer={viewer} />
        </Panel>
        {over ? (
          <Callout tone="info" title={t('move.closed')} />
        ) : (
          <Panel>
            <MoveForm
              path={`${base}/startex`}
              startex={asked?.text ?? formatMoment({ anchor: 'fixed', at: startexAt, timeZone }, timeZone)}
              timeZone={asked?.timeZone ?? timeZone}
              keepPast={asked?.keepPast ?? true}
              past={past}
              startexAt={startexAt}
              viewer={viewer}
              error={asked?.problem ? errors(asked.problem) : null}
            />
          </Panel>
        )}
        {asked?.to && !over ? (
          <MovePreview
            exercise={exercise}
            moments={moments}
            move={{ ...asked, to: asked.to }}
            viewer={viewer}
            now={now}
            back={base}
          />
        ) : null}
      </div>
    </Words>
  )
}
