import { useTranslations } from 'next-intl'
import { type Presence, presences } from '@/lib/attendance/rules'
import { Meter, Meters } from '../ui/meter'

type Places = { size: number | null; used: number }
type Props = { offer: { places: Record<Presence, Places>; nation?: Places } }

/** How many places are taken: of the nation, on site, remote. What is not offered is not shown. */
export function OfferPlaces({ offer: { places, nation } }: Props) {
  const t = useTranslations('attendance')
  const rows = [
    ...(nation ? [{ key: 'nation', label: t('yourNation'), ...nation }] : []),
    ...presences
      .filter(presence => places[presence].size !== 0)
      .map(presence => ({ key: presence, label: t(`presence.${presence}`), ...places[presence] })),
  ]
  return (
    <Meters>
      {rows.map(({ key, label, size, used }) => {
        const full = size !== null && used >= size
        return (
          <Meter
            key={key}
            label={label}
            value={used}
            max={size ?? Math.max(used, 1)}
            tone={full ? 'warn' : 'good'}
            {...(size === null ? { text: t('noLimit', { used }) } : {})}
            {...(full ? { status: { word: t('full'), tone: 'warn' as const } } : {})}
          />
        )
      })}
    </Meters>
  )
}
