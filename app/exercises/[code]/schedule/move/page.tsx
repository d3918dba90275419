import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { namedPreview } from '@/app/exercises/named-preview'
import { openExercise } from '@/app/exercises/open-exercise'
import { AskForm } from '@/components/moves/ask-form'
import { AskedMove } from '@/components/moves/asked-move'
import { LastMoves } from '@/components/moves/last-moves'
import { PreviewPanel } from '@/components/moves/preview-panel'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { Words } from '@/components/words'
import { endexAt, startexFrame } from '@/lib/exercises/rules'
import { isLocale } from '@/lib/locale'
import { moveAddress, readAsked } from '@/lib/moves/asking/rules'
import { listMoves } from '@/lib/moves/queries'
import { permissionsFor } from '@/lib/moves/rights/rules'
import { wholeKinds } from '@/lib/moves/schema'
import { accountOf, can } from '@/lib/policy'
import { listPlan } from '@/lib/schedule/queries'
import { formatMoment } from '@/lib/time-format'
import { ClockRotas } from './clock-rotas'

type Props = PageProps<'/exercises/[code]/schedule/move'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('moves'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** Whole operations on the plan. The address is the preview, so that it can be shown to others before it is applied. */
export default async function MovePage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const { id: exerciseId, code, startexAt, timeZone } = exercise
  if (!can(actor, 'schedule.edit', { exerciseId })) notFound()
  const asked = readAsked(await searchParams)
  const { operation } = asked
  const given = await getLocale()
  const at = { now, locale: isLocale(given) ? given : 'en' } as const
  const [t, errors, schedule, { phases }, moves, preview] = await Promise.all([
    getTranslations('moves'),
    getTranslations('errors'),
    getTranslations('schedule'),
    listPlan(actor, exerciseId),
    listMoves(actor, exerciseId),
    operation && namedPreview(actor, exerciseId, operation, at),
  ])
  const base = `/exercises/${code}/schedule`
  const viewer = accountOf(actor)?.timeZone ?? null
  const word = (reason: string) => (errors.has(reason) ? errors(reason) : errors('not_found'))
  const kinds = wholeKinds.filter(kind =>
    permissionsFor({ kind }).every(permission => can(actor, permission, { exerciseId })),
  )
  return (
    <Words namespaces={['moves', 'moments']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: schedule('title'), href: base }, { label: t('title') }]}
      />
      <div className="grid grid-cols-1 gap-4">
        <SegmentedLinks
          label={t('choose')}
          items={kinds.map(kind => ({
            ...{ href: moveAddress(code, kind), label: t(`kinds.${kind}`), current: kind === asked.kind },
          }))}
        />
        <Panel title={t(`kinds.${asked.kind}`)}>
          <AskForm
            path={`${base}/move`}
            asked={asked}
            problem={asked.problem ? word(asked.problem.reason) : null}
            phases={phases.map(({ id, name }) => ({ id, name }))}
            frame={startexFrame(exercise)}
            endexAt={endexAt(exercise)}
            startex={formatMoment({ anchor: 'fixed', at: startexAt, timeZone }, timeZone)}
            viewer={viewer}
          />
        </Panel>
        {operation && preview ? (
          <Panel title={t('preview.title')}>
            <div className="grid grid-cols-1 gap-4">
              <PreviewPanel
                preview={preview}
                problem={preview.problem ? word(preview.problem) : null}
                viewer={viewer}
              />
              <Suspense>
                <ClockRotas {...{ actor, exerciseId, preview, now }} />
              </Suspense>
              {preview.problem === null ? (
                <AskedMove
                  {...{ exerciseId, operation, preview }}
                  path={moveAddress(code, asked.kind)}
                  key={preview.seen}
                />
              ) : null}
            </div>
          </Panel>
        ) : null}
        <Panel title={t('last.title')} flush>
          <LastMoves exerciseId={exerciseId} moves={moves} home={timeZone} />
        </Panel>
      </div>
    </Words>
  )
}
