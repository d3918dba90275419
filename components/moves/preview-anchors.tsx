import { useLocale, useTranslations } from 'next-intl'
import type { Preview } from '@/lib/moves/queries'
import { dayNumberOf } from '@/lib/time'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ThreeTimes } from '../moments/three-times'
import { Facts } from '../ui/facts'

type Props = { preview: Pick<Preview, 'home' | 'startex' | 'endex'>; viewer: string | null }

/** STARTEX, ENDEX and the home zone, where they change: how far, and when that is for everybody. */
export function PreviewAnchors({ preview: { home, startex, endex }, viewer }: Props) {
  const t = useTranslations('moves.preview')
  const locale = useLocale()
  const say = (at: Instant, timeZone: string) => formatInstant(at, { timeZone, locale, style: 'dateTime' })
  const isNew = ({ from, to }: { from: Instant; to: Instant }) => from !== to || home.from !== home.to
  const changes = [
    { term: t('startex'), at: startex },
    { term: t('endex'), at: endex },
  ].filter(({ at }) => isNew(at))
  if (changes.length === 0) return null
  const days = dayNumberOf(startex.to, home.to, { startexAt: startex.from, timeZone: home.from })
  return (
    <div className="grid gap-3">
      {isNew(startex) ? (
        <p>{days < 0 ? t('distanceBack', { days: -days }) : t('distance', { days })}</p>
      ) : null}
      {home.from === home.to ? null : (
        <Facts items={[{ term: t('home'), value: `${home.from} → ${home.to}`, mono: true }]} />
      )}
      <div className="flex flex-wrap gap-x-10 gap-y-3">
        {changes.map(({ term, at }) => (
          <div key={term}>
            <h3 className="font-semibold">{term}</h3>
            <p className="mb-1 text-muted text-note">{t('was', { time: say(at.from, home.from) })}</p>
            <ThreeTimes from={at.to} home={home.to} viewer={viewer} />
          </div>
        ))}
      </div>
    </div>
  )
}
