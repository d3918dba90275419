import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8').replace(/\/\*.*?\*\//gs, '')
const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** The colour of a token, #rrggbb. Reads the first declaration: the screen's, not the printer's. */
function colour(token: string, theme: Theme): string {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1] ?? ''
  const pair = /light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/i.exec(value)
  const found = pair ? pair[theme === 'light' ? 1 : 2] : /^#[0-9a-f]{6}$/i.exec(value)?.[0]
  if (!found) throw new Error(`--${token} holds no colour that can be read: ${value}`)
  return found
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['paper', 'sheet', 'sunk']
const tinted = ['accent-soft', 'good-soft', 'warn-soft', 'bad-soft']

/** Every pair in which a letter may stand. */
const written: (readonly [string, string])[] = [
  ...['ink', 'muted', 'accent', 'good', 'warn', 'bad'].flatMap(ink =>
    surfaces.map(ground => [ink, ground] as const),
  ),
  ...['ink', 'muted'].flatMap(ink => tinted.map(ground => [ink, ground] as const)),
  ...['accent', 'good', 'warn', 'bad'].map(tone => [tone, `${tone}-soft`] as const),
  ...['good', 'warn', 'bad'].map(tone => [tone, 'accent-soft'] as const),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['bad-ink', 'bad'],
  ['bad-ink', 'bad-strong'],
  ...['red', 'amber', 'green', 'clear'].map(label => [`tlp-${label}`, 'tlp-ground'] as const),
  ...['white', 'green', 'yellow', 'orange', 'grey'].map(team => ['swatch-dark-ink', `team-${team}`] as const),
  ...['red', 'blue', 'purple'].map(team => ['swatch-light-ink', `team-${team}`] as const),
]

/** Every pair in which a line or a shape must be seen: borders of controls, bars, the ring of the focus. */
const drawn: (readonly [string, string])[] = [
  ...['edge', 'accent', 'good', 'warn', 'bad'].flatMap(line =>
    surfaces.map(ground => [line, ground] as const),
  ),
  ['edge', 'accent-soft'],
]

test.each(themes)('every text of the %s theme stands 4.5 to 1 off its ground', theme => {
  const low = written.filter(([ink, ground]) => contrast(colour(ink, theme), colour(ground, theme)) < 4.5)
  expect(low).toEqual([])
})

test.each(themes)('every control and bar of the %s theme stands 3 to 1 off its ground', theme => {
  const low = drawn.filter(([line, ground]) => contrast(colour(line, theme), colour(ground, theme)) < 3)
  expect(low).toEqual([])
})

test('no component names a raw colour', () => {
  const root = path.resolve(import.meta.dirname, '..')
  const files = ['app', 'components'].flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.tsx'))
      .map(file => path.join(folder, file)),
  )
  const raw = /['"\s[(:]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch|lab)\(/i
  expect(files.filter(file => raw.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([])
})
