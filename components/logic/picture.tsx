import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/control'
import type { Picture as Drawn, Place } from '@/lib/logic/lists/rules'
import { formatOffset } from '@/lib/time-format'

const [width, height, gapX, gapY] = [132, 44, 56, 14] as const
const left = ({ column }: Place) => column * (width + gapX) + 1
const middle = ({ row }: Place) => row * (height + gapY) + height / 2 + 1

/** A node between what it waits for and what waits for it. What it shows stands as lists beside it. */
export function Picture({ drawn, base, name }: { drawn: Drawn; base: string; name: string }) {
  const t = useTranslations('logic.node')
  const w = drawn.columns * (width + gapX) - gapX + 2
  const h = drawn.rows * (height + gapY) - gapY + 2
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
    <section className="overflow-x-auto" tabIndex={0} aria-label={t('picture')}>
      <svg width={w} height={h} viewBox={`0 0 ${w} ${h}`} className="block max-w-none">
        <title>{t('pictureText', { name })}</title>
        {drawn.steps.map(([from, to]) => (
          <Step key={`${from.line.id} ${to.line.id}`} from={from} to={to} />
        ))}
        {drawn.places.map(place => (
          <Box key={place.line.id} place={place} base={base} own={place.line.name === name} />
        ))}
      </svg>
      {drawn.hidden > 0 ? (
        <p className="pt-2 text-muted text-note">{t('hidden', { count: drawn.hidden })}</p>
      ) : null}
    </section>
  )
}

function Step({ from, to }: { from: Place; to: Place }) {
  const [x1, y1, x2, y2] = [left(from) + width, middle(from), left(to), middle(to)]
  const bend = Math.max(gapX / 2, Math.abs(x2 - x1) / 2)
  return (
    <g className="text-edge">
      <path
        d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 6} ${y2}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path d={`M${x2 - 8} ${y2 - 4}l7 4-7 4z`} fill="currentColor" />
    </g>
  )
}

function Box({ place, base, own }: { place: Place; base: string; own: boolean }) {
  const t = useTranslations('logic')
  const { line } = place
  const [x, y] = [left(place), middle(place) - height / 2]
  const time = line.at === null ? t('time.unknown') : formatOffset(line.at)
  const radius = line.kind === 'inject' ? 6 : height / 2
  return (
    <a href={`${base}/logic?node=${line.id}`} aria-current={own ? 'true' : undefined} className="group">
      <rect
        {...{ x, y, width, height }}
        rx={radius}
        className={classes(
          'stroke-edge group-hover:stroke-accent',
          own ? 'fill-accent-soft stroke-accent' : line.trouble ? 'fill-bad-soft' : 'fill-sheet',
        )}
        strokeWidth={own ? 2 : 1}
      />
      <text x={x + width / 2} y={y + 19} textAnchor="middle" className="fill-ink font-mono text-note">
        {line.name.length > 15 ? `${line.name.slice(0, 14)}…` : line.name}
      </text>
      <text
        x={x + width / 2}
        y={y + 34}
        textAnchor="middle"
        className="fill-muted font-mono text-small tabular"
      >
        {line.trouble ? `✕ ${time}` : time}
      </text>
    </a>
  )
}
