import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { DetailsForm } from '@/components/exercises/details-form'
import { EmbeddingForm } from '@/components/exercises/embedding-form'
import { LetterheadForm } from '@/components/exercises/letterhead-form'
import { StatusPanel } from '@/components/exercises/status-panel'
import { ThreeTimes } from '@/components/moments/three-times'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { env } from '@/lib/env'
import { getEmbedding } from '@/lib/exercises/embedding/queries'
import { getLetterhead } from '@/lib/exercises/letterhead/queries'
import { endexAt, startexFrame } from '@/lib/exercises/rules'
import { moveAddress } from '@/lib/moves/asking/rules'
import { accountOf, can } from '@/lib/policy'
import { formatMoment } from '@/lib/time-format'

type Props = PageProps<'/exercises/[code]/settings'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('exercises'), openExercise(params)])
  return { title: `${t('settings')} · ${exercise.code}` }
}

export default async function SettingsPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  if (!can(actor, 'exercise.edit', { exerciseId: exercise.id })) notFound()
  const [t, members, questions, personal, head, embedding] = await Promise.all([
    getTranslations('exercises'),
    getTranslations('accounts.members'),
    getTranslations('questions'),
    getTranslations('personalData'),
    getLetterhead(actor, exercise.id),
    getEmbedding(actor, exercise.id),
  ])
  const viewer = accountOf(actor)?.timeZone ?? null
  const base = `/exercises/${exercise.code}/settings`
  const timeZone = exercise.timeZone
  const endex = formatMoment({ anchor: 'fixed', at: endexAt(exercise), timeZone }, timeZone)
  const clones = can(actor, 'exercise.create', { programmeId: exercise.programmeId })
  return (
    <Words namespaces={['exercises', 'moments']}>
      <PageHeader title={t('settings')} lead={exercise.name} />
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <div className="grid gap-4">
          <Panel title={t('details')}>
            <DetailsForm exercise={exercise} frame={startexFrame(exercise)} endex={endex} viewer={viewer} />
          </Panel>
          {head ? (
            <Panel title={t('mail.title')} note={t('mail.note')}>
              <LetterheadForm exerciseId={exercise.id} head={head} />
            </Panel>
          ) : null}
          {embedding ? (
            <Panel title={t('embed.title')} note={t('embed.lead')}>
              <EmbeddingForm
                exerciseId={exercise.id}
                code={frameText(exercise.code, t('embed.frame', { name: exercise.name }))}
                embedding={embedding}
              />
            </Panel>
          ) : null}
        </div>
        <div className="grid gap-4">
          <StatusPanel exerciseId={exercise.id} status={exercise.status} />
          <Panel title={t('startex')}>
            <ThreeTimes from={exercise.startexAt} home={timeZone} viewer={viewer} />
            <div className="mt-3">
              <LinkButton href={moveAddress(exercise.code, 'slip_startex')}>{t('moveStartex')}</LinkButton>
            </div>
          </Panel>
          <Panel title={members('title')}>
            <p className="mb-3 text-muted">{members('lead')}</p>
            <LinkButton href={`${base}/members`}>{members('manage')}</LinkButton>
          </Panel>
          <Panel title={questions('title')}>
            <p className="mb-3 text-muted">{questions('panelText')}</p>
            <LinkButton href={`${base}/questions`}>{questions('manage')}</LinkButton>
          </Panel>
          <Panel title={personal('title')}>
            <p className="mb-3 text-muted">{personal('lead')}</p>
            <LinkButton href={`/exercises/${exercise.code}/registrations/personal-data`}>
              {personal('open')}
            </LinkButton>
          </Panel>
          {clones ? (
            <Panel title={t('clone.title')}>
              <p className="mb-3 text-muted">{t('clone.lead', { code: exercise.code })}</p>
              <LinkButton href={`${base}/clone`}>{t('clone.action')}</LinkButton>
            </Panel>
          ) : null}
        </div>
      </div>
    </Words>
  )
}

/** What another page takes up; a name may hold anything. */
function frameText(code: string, title: string): string {
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${env.baseUrl}/embed/${code}" title="${quoted}" width="100%" height="480" loading="lazy"></iframe>`
}
