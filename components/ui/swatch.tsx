import type { CSSProperties } from 'react'
import { classes } from './control'

const named = ['white', 'green', 'red', 'blue', 'yellow', 'purple', 'orange', 'grey'] as const
const darkInk = new Set(['white', 'green', 'yellow', 'orange', 'grey'])
const hex = /^#[0-9a-f]{6}$/i

/** Relative luminance of sRGB, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map(c =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The variables of a colour: one of ours by name, or #rrggbb. Anything else is grey. */
export function swatchStyle(colour: string): CSSProperties {
  const ours = named.find(name => name === colour.toLowerCase())
  const dark = ours ? darkInk.has(ours) : hex.test(colour) && luminance(colour) > 0.179
  const ground = ours ? `var(--team-${ours})` : hex.test(colour) ? colour : 'var(--team-grey)'
  return { backgroundColor: ground, color: dark ? 'var(--swatch-dark-ink)' : 'var(--swatch-light-ink)' }
}

export type SwatchProps = {
  /** A name of the tokens (white, green, red, blue, yellow, purple, orange, grey) or #rrggbb. */
  colour: string
  /** Shown inside the square where no name stands beside it. */
  letter?: string
  /** Said to screen readers. Leave out where the name stands beside it. */
  label?: string
  className?: string
}

/** A team's colour, small, never without its letter or name. */
export function Swatch({ colour, letter, label, className }: SwatchProps) {
  return (
    <span
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      style={swatchStyle(colour)}
      className={classes(
        'true-colour inline-grid shrink-0 place-items-center rounded-small border border-edge font-mono font-semibold',
        letter ? 'h-5 min-w-5 px-1 text-small leading-none' : 'size-2.5',
        className,
      )}
    >
      {letter}
    </span>
  )
}
