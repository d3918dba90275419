import { useTranslations } from 'next-intl'
import { type Cover, type CoverState, coverTimes } from '@/lib/shifts/coverage/rules'

const heights: Record<CoverState, number> = { gap: 0, empty: 3, short: 9, full: 16 }
const colours: Record<CoverState, string> = {
  gap: 'fill-transparent',
  empty: 'fill-bad',
  short: 'fill-warn',
  full: 'fill-good',
}
const width = 1000
const tall = 16

/** How far a watch is manned over its span: the higher, the more of its people; said in words below for every eye. */
export function CoverageStrip({ cover, name }: { cover: readonly Cover[]; name: string }) {
  const t = useTranslations('shifts')
  const first = cover[0]
  const last = cover.at(-1)
  if (!first || !last) return null
  const whole = last.to - first.from
  const times = coverTimes(cover)
  const hours = (state: CoverState) => Math.round((times[state] / 3_600_000) * 10) / 10
  const states = (['full', 'short', 'empty', 'gap'] as const).filter(state => times[state] > 0)
  const said = states.map(state => t(`cover.${state}`, { hours: hours(state) })).join(' · ')
  return (
    <div className="grid min-w-28 gap-1 md:min-w-40">
      <svg
        viewBox={`0 0 ${width} ${tall}`}
        preserveAspectRatio="none"
        className="true-colour h-4 w-full rounded-small bg-sunk"
        role="img"
        aria-label={t('coverOf', { name, said })}
      >
        {cover.map(({ from, to, state }) => (
          <rect
            key={from}
            className={colours[state]}
            x={((from - first.from) / whole) * width}
            width={Math.max(((to - from) / whole) * width, 1)}
            y={tall - heights[state]}
            height={heights[state]}
          />
        ))}
      </svg>
      <span aria-hidden="true" className="text-muted text-note">
        {said}
      </span>
    </div>
  )
}
