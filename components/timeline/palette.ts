import { type Palette, paletteFrom } from '@/lib/timeline/picture/rules'

/** The families of letters, as a canvas wants them named. */
export type Faces = { sans: string; mono: string }

export function facesOf(within: Element): Faces {
  const style = getComputedStyle(within)
  return { sans: style.getPropertyValue('--sans'), mono: style.getPropertyValue('--mono') }
}

/** What stands for a token where the person's own colours are forced upon the page. */
const FORCED: Palette = {
  paper: 'Canvas',
  sheet: 'Canvas',
  sunk: 'Canvas',
  ink: 'CanvasText',
  muted: 'CanvasText',
  // The browser's grey may be louder than what stands upon it.
  line: 'color-mix(in srgb, CanvasText 25%, Canvas)',
  edge: 'CanvasText',
  accent: 'Highlight',
  'accent-soft': 'Canvas',
  good: 'CanvasText',
  warn: 'CanvasText',
  bad: 'CanvasText',
  'team-purple': 'CanvasText',
  'swatch-light-ink': 'Canvas',
}

/** The tokens as the browser reads them now: a canvas knows neither variables nor `light-dark()`. */
export function paletteOf(within: Element): Palette {
  const forced = matchMedia('(forced-colors: active)').matches
  const probe = document.createElement('span')
  // The browser would make every colour one of the person's own.
  probe.style.setProperty('forced-color-adjust', 'none')
  within.append(probe)
  const palette = paletteFrom(ink => {
    probe.style.color = forced ? FORCED[ink] : `var(--${ink})`
    return getComputedStyle(probe).color
  })
  probe.remove()
  return palette
}

/** Calls back whenever colours may have become others. */
export function onPaletteChange(change: () => void, signal: AbortSignal): void {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', change, { signal })
}
