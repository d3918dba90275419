import { useTranslations } from 'next-intl'
import { endexAt, startexFrame } from '@/lib/exercises/rules'
import {
  type AskedMove,
  brokenBy,
  type MoveEffect,
  moveReport,
  type PlannedMoment,
} from '@/lib/startex/rules'
import { dayNumberOf, type StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { ThreeTimes } from '../moments/three-times'
import { Panel } from '../ui/panel'
import { ApplyMove } from './apply-move'
import { MoveReport } from './move-report'
import { MoveWarnings } from './move-warnings'

type Props = {
  exercise: { id: string; version: number; startexAt: Instant; endexOffset: number; timeZone: string }
  moments: readonly PlannedMoment[]
  move: AskedMove & { to: StartexFrame }
  viewer: string | null
  now: Instant
  back: string
}

const effects: readonly MoveEffect[] = ['moves', 'follows', 'stays', 'happened']

/** What the move would do, said before it is done. */
export function MovePreview({ exercise, moments, move, viewer, now, back }: Props) {
  const t = useTranslations('exercises.move')
  const from = startexFrame(exercise)
  const { to, keepPast, text, choice } = move
  const report = moveReport(moments, from, to, { now, keepPast })
  const count = (effect: MoveEffect) => report.filter(row => row.effect === effect).length
  const days = dayNumberOf(to.startexAt, to.timeZone, from)
  // Thousands of shifts say the same as their rota, unless the move brings one into a changed hour.
  const listed = report.filter(row => row.what !== 'shift' || row.adjusted !== null)
  const shown = effects.filter(effect => count(effect) > 0)
  return (
    <>
      <MoveWarnings report={report} broken={brokenBy(report)} past={to.startexAt < now} now={now} />
      <Panel title={days < 0 ? t('distanceBack', { days: -days }) : t('distance', { days })}>
        <div className="flex flex-wrap gap-x-10 gap-y-3">
          <div>
            <h3 className="mb-1 font-semibold">{t('startexLine')}</h3>
            <ThreeTimes from={to.startexAt} home={to.timeZone} viewer={viewer} />
          </div>
          <div>
            <h3 className="mb-1 font-semibold">{t('endexLine')}</h3>
            <ThreeTimes
              from={endexAt({ ...exercise, startexAt: to.startexAt })}
              home={to.timeZone}
              viewer={viewer}
            />
          </div>
        </div>
        <p className="mt-3">
          {t('counts', {
            moves: count('moves'),
            follows: count('follows'),
            stays: count('stays'),
            happened: count('happened'),
          })}
        </p>
        <ul className="mt-1 mb-4 list-disc pl-5 text-muted">
          {shown.map(effect => (
            <li key={effect}>{t(`effectNotes.${effect}`)}</li>
          ))}
        </ul>
        <ApplyMove
          move={{
            exerciseId: exercise.id,
            version: exercise.version,
            startex: text,
            startexChoice: choice,
            timeZone: to.timeZone,
            keepPast,
          }}
          back={back}
        />
      </Panel>
      <Panel title={t('all')} note={report.length} flush>
        <MoveReport rows={listed} home={from.timeZone} newHome={to.timeZone} />
        {listed.length < report.length ? (
          <p className="p-4 text-muted">{t('shiftsUnlisted', { count: report.length - listed.length })}</p>
        ) : null}
      </Panel>
    </>
  )
}
