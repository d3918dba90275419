import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '@/components/ui/panel'
import { Status } from '@/components/ui/status'
import { isLocale } from '@/lib/locale'
import { isCutOverdue } from '@/lib/nations/cuts/rules'
import {
  type Deadline,
  daysUntil,
  deadlinesOf,
  type Standing,
  type Task,
  tasksOf,
} from '@/lib/registrations/delegation/rules'
import { windowStateAt } from '@/lib/schedule/rules'
import { type CalendarDate, calendarDateAt, wallAt } from '@/lib/time-calendar'
import { formatDate, formatInstant, formatIso, type TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'

type Props = { standing: Standing; now: Instant; timeZone: string; homeTimeZone: string }

/** The dates ahead and what needs doing next, counted in days of the reader's own zone. */
export function TodoPanel({ standing, now, timeZone, homeTimeZone }: Props) {
  const t = useTranslations('delegation')
  const given = useLocale()
  const locale = isLocale(given) ? given : 'en'
  const deadlines = deadlinesOf(standing.window, now)
  const tasks = tasksOf(standing)
  return (
    <Panel title={t('todo')} note={useWindowNote(standing, now, timeZone)}>
      {deadlines.length + tasks.length === 0 ? <p className="text-muted">{t('nothing')}</p> : null}
      <ul>
        {deadlines.map(({ kind, at }) => (
          <Line key={kind} head={<DeadlineDay at={at} timeZone={timeZone} locale={locale} />}>
            {t(`deadline.${kind}`)}, {t('days', { days: daysUntil(at, now, timeZone) })}
            <span className="block text-muted text-note tabular">
              {[...new Set([timeZone, homeTimeZone])].map(zone => closing(at, zone, locale)).join(' · ')}
            </span>
          </Line>
        ))}
        {tasks.map(task => (
          <TaskLine key={keyOf(task)} task={task} today={calendarDateAt(now, homeTimeZone)} locale={locale} />
        ))}
      </ul>
    </Panel>
  )
}

function useWindowNote({ window }: Standing, now: Instant, timeZone: string): string | null {
  const t = useTranslations('delegation')
  const state = windowStateAt(window, now)
  if (state === 'closed') return t('closed')
  const at = state === 'not_yet' ? window.opensAt : window.closesAt
  if (at === null) return null
  const days = daysUntil(state === 'not_yet' ? at + 1 : at, now, timeZone)
  return state === 'not_yet' ? t('opensIn', { days }) : t('closesIn', { days })
}

/** A window that ends at midnight is said by its last minute: 00:00 of the next day is read as a day more. */
function lastMinute(at: Instant, timeZone: string): Instant {
  return wallAt(at, timeZone).minute === 0 ? at - 60_000 : at
}

function closing(at: Instant, timeZone: string, locale: TimeLocale): string {
  return formatInstant(lastMinute(at, timeZone), { timeZone, locale, style: 'dayTime' })
}

function DeadlineDay({ at, timeZone, locale }: { at: Deadline['at']; timeZone: string; locale: TimeLocale }) {
  const day = formatInstant(lastMinute(at, timeZone), { timeZone, locale, style: 'dayMonth' })
  return <time dateTime={formatIso(at)}>{day}</time>
}

function keyOf(task: Task): string {
  if (task.kind === 'seats') return `${task.team} ${task.role}`
  return task.kind === 'cut' ? `cut ${task.name}` : task.kind
}

function TaskLine({ task, today, locale }: { task: Task; today: CalendarDate; locale: TimeLocale }) {
  const t = useTranslations('delegation')
  switch (task.kind) {
    case 'answers':
      return (
        <Line head={t('people', { count: task.count })}>
          <a href="?own=unanswered" className="underline underline-offset-2">
            {t('task.answers', { count: task.count })}
          </a>
        </Line>
      )
    case 'endorse':
    case 'submit':
      return (
        <Line head={t('people', { count: task.count })}>{t(`task.${task.kind}`, { count: task.count })}</Line>
      )
    case 'seats':
      return <Line head={task.team}>{t('task.seats', { missing: task.missing, role: task.role })}</Line>
    case 'free':
      return <Line head={t('placesWord')}>{t('task.free', { count: task.count })}</Line>
    case 'cut': {
      const { count, name, cut } = task
      return (
        <Line head={t('people', { count })}>
          {t('task.cut', { count, scope: name || 'none', to: cut.to, until: formatDate(cut.on, locale) })}
          {isCutOverdue(cut, today) ? <Status tone="bad">{t('task.cutOverdue')}</Status> : null}
          <span className="block text-muted text-note">{cut.reason}</span>
        </Line>
      )
    }
    case 'no_quota':
      return <Line head={t('placesWord')}>{t('task.noQuota')}</Line>
  }
}

function Line({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[6rem_1fr] gap-3 border-line border-b py-1.5 last:border-b-0">
      <span className="font-mono text-muted text-note">{head}</span>
      <span>{children}</span>
    </li>
  )
}
