import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { zoneCity } from '@/lib/time-zones'

export type ZoneChoice = 'own' | 'home' | 'zulu'
type Props = { chosen: ZoneChoice; own: string; home: string; hrefFor: (zone: ZoneChoice) => string }

/** In which zone the days are told; as wide as a thumb likes it. */
export function ZoneSwitch({ chosen, own, home, hrefFor }: Props) {
  const t = useTranslations('me')
  const all: { zone: ZoneChoice; label: string }[] = [
    { zone: 'own', label: zoneCity(own) },
    { zone: 'home', label: zoneCity(home) },
    { zone: 'zulu', label: t('zulu') },
  ]
  return (
    <nav aria-label={t('zone')} className="flex overflow-hidden rounded-control border border-edge bg-sheet">
      {all
        .filter(({ zone }) => zone !== 'home' || home !== own)
        .map(({ zone, label }) => (
          <Link
            key={zone}
            href={hrefFor(zone)}
            prefetch={false}
            scroll={false}
            aria-current={zone === chosen ? 'true' : undefined}
            className="grid min-h-control flex-1 place-items-center border-line border-r px-2 text-muted last:border-r-0 hover:bg-sunk focus-visible:-outline-offset-2 aria-[current=true]:bg-ink aria-[current=true]:font-semibold aria-[current=true]:text-paper"
          >
            {label}
          </Link>
        ))}
    </nav>
  )
}
