import { useTranslations } from 'next-intl'
import type { ActivityKind, Audience, Gate } from '@/lib/schedule/schema'
import type { Moment } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { TimeLocale } from '@/lib/time-names'
import { formatSpan } from '@/lib/time-spans'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { ViewerTime } from '../moments/viewer-time'
import { Status } from '../ui/status'
import { Swatch } from '../ui/swatch'
import { Cell, Row, RowHeader } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { useLengthWords } from './schedule-words'

export type PlanActivity = {
  id: string
  phaseId: string | null
  title: string
  kind: ActivityKind
  gate: Gate | null
  audience: Audience
  start: Moment
  startAt: Instant
  endAt: Instant | null
  wholeDays: boolean
  adjusted: 'skipped' | 'repeated' | null
  durationSeconds: number | null
  days: number | null
  place: string
  link: string
  team: { name: string; kind: { letter: string; colour: string } } | null
}

type Props = {
  activity: PlanActivity
  home: string
  viewer: string | null
  now: Instant
  locale: TimeLocale
  editBase: string | null
  away: boolean
}

/** One activity: how it is written, when that is at home and for the reader, how long, where, for whom. */
export function ActivityLine({ activity, home, viewer, now, locale, editBase, away }: Props) {
  const t = useTranslations('schedule')
  const lengthWords = useLengthWords(locale)
  const { title, kind, gate, start, startAt, endAt, wholeDays, adjusted, audience, team } = activity
  const over = (endAt ?? startAt) < now
  const zone = start.anchor === 'ttime' ? home : start.timeZone
  const say = (timeZone: string) =>
    formatSpan(startAt, endAt ?? startAt, { timeZone, locale, wholeDays: wholeDays && timeZone === zone })
  return (
    <Row className={over ? 'text-muted' : ''}>
      <RowHeader>
        <span className="grid gap-0.5">
          <span>{title}</span>
          <span className="font-normal text-muted text-note">
            {gate === null ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} · ${t(`gate.${gate}`)}`}
            {over ? ` · ${t('past')}` : null}
          </span>
          {team ? (
            <span className="inline-flex items-center gap-1.5 font-normal text-note">
              <Swatch colour={team.kind.colour} letter={team.kind.letter} />
              {team.name}
            </span>
          ) : null}
          {adjusted ? (
            <Status tone="warn" className="font-normal text-note">
              {t(`adjusted.${adjusted}`)}
            </Status>
          ) : null}
        </span>
      </RowHeader>
      <Cell mono className="whitespace-nowrap">
        {formatMoment(start, home)}
      </Cell>
      <Cell mono>
        {say(home)}
        {zone === home ? null : (
          <span className="block text-muted">{`${zoneCity(zone)} · ${say(zone)}`}</span>
        )}
      </Cell>
      {away ? (
        <Cell mono>
          <ViewerTime from={startAt} to={endAt} timeZone={viewer} home={home} />
        </Cell>
      ) : null}
      <Cell className="whitespace-nowrap">{lengthWords(activity)}</Cell>
      <Cell>
        {activity.place}
        {activity.link ? (
          <a
            href={activity.link}
            rel="noreferrer noopener"
            target="_blank"
            className="block text-accent underline underline-offset-2"
          >
            {t('openLink')}
          </a>
        ) : null}
      </Cell>
      <Cell className="whitespace-nowrap">{t(`audience.${audience}`)}</Cell>
      {editBase === null ? null : (
        <Cell>
          <TextLink
            href={`${editBase}/activities/${activity.id}`}
            className="inline-flex min-h-target items-center"
            aria-label={t('editRow', { name: title })}
          >
            {t('edit')}
          </TextLink>
        </Cell>
      )}
    </Row>
  )
}
