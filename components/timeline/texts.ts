import { formatDuration } from '@/lib/time-format'
import type { TimeLocale } from '@/lib/time-names'
import { formatSpan } from '@/lib/time-spans'
import { zoneCity } from '@/lib/time-zones'
import type { TimelineActivity, TimelineSource, TimelineTeam } from '@/lib/timeline/rules'
import { DAY } from '@/lib/timeline/wall/rules'
import type { Translate } from './board-words'
import type { ItemText } from './item-text'
import { isWholeDays, type Span, timesOf } from './times'

export type TextContext = { t: Translate; locale: TimeLocale; home: string; viewer: string }

/** `3 days` for whole days, `2 h 30 min` else; '' for a moment. */
export function lengthOf({ startAt, endAt, wholeDays }: Span, { t, locale }: TextContext): string {
  const length = (endAt ?? startAt) - startAt
  if (length <= 0) return ''
  // Days of 23 and 25 hours are days too.
  return wholeDays ? t('days', { count: Math.round(length / DAY) }) : formatDuration(length / 1000, locale)
}

function activityText(activity: TimelineActivity, context: TextContext): ItemText {
  const { t, locale, home } = context
  const { timeZone, startAt, endAt, wholeDays } = activity
  const there: ItemText['facts'] =
    timeZone && timeZone !== home
      ? [
          [
            t('there', { city: zoneCity(timeZone) }),
            formatSpan(startAt, endAt ?? startAt, { timeZone, locale, wholeDays }),
          ],
        ]
      : []
  const facts: ItemText['facts'] = [
    ...there,
    [t('anchor'), activity.anchorText ?? ''],
    [t('length'), lengthOf(activity, context)],
  ]
  return {
    title: activity.title,
    note: [t(`kind.${activity.kind}`), activity.place, t(`audience.${activity.audience}`)]
      .filter(Boolean)
      .join(' · '),
    times: timesOf(activity, context),
    facts: facts.filter(([, value]) => value !== ''),
    ...(activity.href ? { href: activity.href } : {}),
  }
}

/** `EST · USA`, or how many where names would fill the column. */
function nationsShort({ nations }: TimelineTeam, { t }: TextContext): string {
  return nations.length > 3 ? t('nationsCount', { count: nations.length }) : nations.join(' · ')
}

function seatsText({ seatsFilled, seatsMost }: TimelineTeam, { t }: TextContext): string {
  return seatsMost > 0 ? t('seatsOf', { filled: seatsFilled, most: seatsMost }) : t('seatsNone')
}

function teamTexts(team: TimelineTeam, context: TextContext): [string, ItemText][] {
  const { t } = context
  const seats = seatsText(team, context)
  const nations = team.nations.join(', ')
  const shared = {
    note: [t('kind.team'), team.name].join(' · '),
    ...(team.href ? { href: team.href } : {}),
  }
  const facts: ItemText['facts'] = [
    [t('seats'), seats],
    ...(nations === '' ? [] : [[t('nations'), nations] as const]),
  ]
  const registration = { startAt: team.registrationFrom, endAt: team.registrationTo }
  const play = { startAt: team.playFrom, endAt: team.playTo }
  return [
    [
      `team:${team.id}`,
      {
        ...shared,
        title: t('registrationOf', { team: team.label }),
        times: timesOf(registration, context),
        facts,
        short: nationsShort(team, context),
      },
    ],
    [
      `play:${team.id}`,
      {
        ...shared,
        title: t('playOf', { team: team.label }),
        times: timesOf(play, context),
        facts,
        short: seats,
      },
    ],
  ]
}

/** What is said of each item, worded by the server: by item id, as in the lanes. */
export function itemTexts(source: TimelineSource, context: TextContext): Record<string, ItemText> {
  const { t } = context
  const phases = source.phases.map(phase => {
    const span = { ...phase, wholeDays: isWholeDays(phase, context) }
    const facts: ItemText['facts'] = [[t('length'), lengthOf(span, context)]]
    const link = phase.href ? { href: phase.href } : {}
    const text: ItemText = {
      title: phase.name,
      note: t('kind.phase'),
      times: timesOf(span, context),
      facts,
      ...link,
    }
    return [`phase:${phase.id}`, text] as const
  })
  const activities = source.activities.map(
    activity => [`activity:${activity.id}`, activityText(activity, context)] as const,
  )
  return Object.fromEntries([
    ...phases,
    ...activities,
    ...source.teams.flatMap(team => teamTexts(team, context)),
  ])
}
