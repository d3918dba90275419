import { useLocale, useTranslations } from 'next-intl'
import type { ExerciseStatus } from '@/lib/exercises/schema'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { Panel } from '../ui/panel'
import { TextLink } from '../ui/text-link'
import { ExerciseStatusMark } from './exercise-status'

export type PublicExercise = {
  code: string
  name: string
  venue: string
  timeZone: string
  startexAt: Instant
  endexOffset: number
  status: ExerciseStatus
  summary: string
  programme: { host: string }
}

/** What anybody may open without signing in. */
export function PublicExercises({ exercises }: { exercises: readonly PublicExercise[] }) {
  const t = useTranslations('landing')
  const locale = useLocale()
  return (
    <Panel title={t('public')} note={t('publicNote')}>
      {exercises.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="grid divide-y divide-line">
        {exercises.map(
          ({ code, name, venue, timeZone, startexAt, endexOffset, status, programme, summary }) => (
            <li key={code} className="grid gap-0.5 py-3 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <TextLink
                  href={`/timelines/${code}`}
                  className="font-semibold"
                  aria-label={t('timeline', { name })}
                >
                  {name}
                </TextLink>
                <ExerciseStatusMark status={status} />
              </p>
              <p className="flex flex-wrap gap-x-4 text-muted">
                <span>{t('hosted', { host: programme.host, venue })}</span>
                <time className="text-note">
                  {formatSpan(startexAt, startexAt + endexOffset * 1000, { timeZone, locale })}
                </time>
              </p>
              {summary ? <p className="max-w-prose">{summary}</p> : null}
            </li>
          ),
        )}
      </ul>
    </Panel>
  )
}
