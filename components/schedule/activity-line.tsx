import { useTranslations } from 'next-intl'
import type { ActivityKind, Audience, Gate } from '@/lib/schedule/kinds/rules'
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
  /** Where activities are read. */
  readBase: string
  editBase: string | null
}

type Zones = { home: string; viewer: string | null; locale: TimeLocale }

/** A phone shows what and when; the other columns are said below the title there. */
export const wide = 'hidden md:table-cell'

/** One activity: how it is written, when that is at home and for the reader, how long, where, for whom. */
export function ActivityLine({ activity, home, viewer, now, locale, readBase, editBase }: Props) {
  const t = useTranslations('schedule')
  const lengthWords = useLengthWords(locale)
  const { id, title, start, startAt, endAt, audience } = activity
  const over = (endAt ?? startAt) < now
  return (
    <Row className={over ? 'text-muted' : ''}>
      <RowHeader>
        <ActivityName {...{ activity, over, home, viewer, locale, readBase }} />
      </RowHeader>
      <Cell mono className={`whitespace-nowrap ${wide}`}>
        {formatMoment(start, home)}
      </Cell>
      <Cell mono className={wide}>
        <ActivityTimes activity={activity} home={home} viewer={viewer} locale={locale} />
      </Cell>
      <Cell className={`whitespace-nowrap ${wide}`}>{lengthWords(activity)}</Cell>
      <Cell className={wide}>
        {activity.place}
        <MeetingLink link={activity.link} />
      </Cell>
      <Cell className={`whitespace-nowrap ${wide}`}>{t(`audience.${audience}`)}</Cell>
      {editBase === null ? null : (
        <Cell>
          <TextLink
            href={`${editBase}/activities/${id}`}
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

type NameProps = Zones & { activity: PlanActivity; over: boolean; readBase: string }

function ActivityName({ activity, over, home, viewer, locale, readBase }: NameProps) {
  const t = useTranslations('schedule')
  const lengthWords = useLengthWords(locale)
  const { title, kind, gate, start, adjusted, audience, team, place, link } = activity
  const kinds = [t(`kind.${kind}`), gate === null ? '' : t(`gate.${gate}`), over ? t('past') : '']
  const more = [formatMoment(start, home), lengthWords(activity), place, t(`audience.${audience}`)]
  return (
    <span className="grid gap-0.5">
      <span>
        <TextLink
          href={`${readBase}/activities/${activity.id}/programme`}
          className="inline-flex min-h-target items-center"
        >
          {title}
        </TextLink>
      </span>
      <span className="font-normal text-muted text-note">{kinds.filter(Boolean).join(' · ')}</span>
      <span className="font-mono font-normal text-ink text-note tabular md:hidden">
        <ActivityTimes activity={activity} home={home} viewer={viewer} locale={locale} />
      </span>
      <span className="font-normal text-muted text-note md:hidden">{more.filter(Boolean).join(' · ')}</span>
      <span className="font-normal text-note empty:hidden md:hidden">
        <MeetingLink link={link} />
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
  )
}

function ActivityTimes({ activity, home, viewer, locale }: { activity: PlanActivity } & Zones) {
  const { start, startAt, endAt, wholeDays } = activity
  const zone = start.anchor === 'ttime' ? home : start.timeZone
  const say = (timeZone: string) => formatSpan(startAt, endAt ?? startAt, { timeZone, locale, wholeDays })
  return (
    <>
      {say(home)}
      <span className="block text-muted empty:hidden">
        <ViewerTime from={startAt} to={endAt} wholeDays={wholeDays} timeZone={viewer} home={home} />
      </span>
      {zone === home || say(zone) === say(home) ? null : (
        <span className="block text-muted">{`${zoneCity(zone)} · ${say(zone)}`}</span>
      )}
    </>
  )
}

function MeetingLink({ link }: { link: string }) {
  const t = useTranslations('schedule')
  if (link === '') return null
  return (
    <a
      href={link}
      rel="noreferrer noopener"
      target="_blank"
      className="inline-flex min-h-target items-center text-accent underline underline-offset-2"
    >
      {t('openLink')}
    </a>
  )
}
