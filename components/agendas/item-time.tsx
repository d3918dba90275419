import { useLocale } from 'next-intl'
import { formatDtg, formatIso } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { ViewerTime } from '../moments/viewer-time'

type Props = {
  startAt: Instant
  endAt: Instant | null
  /** where it is meant: the airport's own time */
  meant: string
  home: string
  viewer: string | null
}

/** When it is, where it is held; at home and for the reader, where that differs; and in Zulu. */
export function ItemTime({ startAt, endAt, meant, home, viewer }: Props) {
  const locale = useLocale()
  const say = (timeZone: string) => formatSpan(startAt, endAt ?? startAt, { timeZone, locale })
  return (
    <span className="grid font-mono text-note tabular">
      <time dateTime={formatIso(startAt)}>{say(meant)}</time>
      {meant === home ? null : <span className="text-muted">{`${zoneCity(home)} · ${say(home)}`}</span>}
      <span className="text-muted empty:hidden">
        <ViewerTime from={startAt} to={endAt} timeZone={viewer} home={viewer === meant ? meant : home} />
      </span>
      <span className="text-muted">{formatDtg(startAt)}</span>
    </span>
  )
}
