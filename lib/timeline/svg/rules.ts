import type { Fill, Font, Palette, Pen, Stroke } from '@/lib/timeline/picture/rules'

const FONTS: Record<Font, string> = {
  label: '12px "Inter Variable", Inter, sans-serif',
  count: '600 11px "JetBrains Mono Variable", monospace',
  axis: '11px "JetBrains Mono Variable", monospace',
  context: '600 11px "JetBrains Mono Variable", monospace',
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML knows no control characters, not even escaped ones.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stay
const UNLAWFUL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function escaped(text: string): string {
  return text.replace(UNLAWFUL, '').replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign)
}

const n = (value: number) => String(Math.round(value * 100) / 100)

/** A pen that writes an SVG; `parts` are its elements so far. `at` shifts all that is drawn. */
export function svgPen(palette: Palette, parts: string[], at = { x: 0, y: 0 }): Pen {
  const fillOf = ({ ink, alpha = 1 }: Fill) =>
    `fill="${palette[ink]}"${alpha < 1 ? ` fill-opacity="${n(alpha)}"` : ''}`
  const strokeOf = ({ ink, width, dash, alpha = 1 }: Stroke) =>
    `fill="none" stroke="${palette[ink]}" stroke-width="${width}"` +
    (dash ? ` stroke-dasharray="${dash.join(' ')}"` : '') +
    (alpha < 1 ? ` stroke-opacity="${n(alpha)}"` : '')
  const rect = (x: number, y: number, width: number, height: number, radius: number, look: string) => {
    if (width <= 0 || height <= 0) return
    const round = radius > 0 ? ` rx="${radius}"` : ''
    parts.push(
      `<rect x="${n(x + at.x)}" y="${n(y + at.y)}" width="${n(width)}" height="${n(height)}"${round} ${look}/>`,
    )
  }
  const path = (d: string, look: string) => parts.push(`<path d="${d}" ${look}/>`)
  const point = (x: number, y: number) => `${n(x + at.x)} ${n(y + at.y)}`
  return {
    box: (x, y, width, height, fill, radius) => rect(x, y, width, height, radius, fillOf(fill)),
    frame: (x, y, width, height, stroke, radius) => rect(x, y, width, height, radius, strokeOf(stroke)),
    shape: (points, fill) => path(`M${points.map(([x, y]) => point(x, y)).join('L')}Z`, fillOf(fill)),
    line: (x, top, bottom, stroke) => path(`M${point(x, top)}V${n(bottom + at.y)}`, strokeOf(stroke)),
    across: (y, left, right, stroke) => path(`M${point(left, y)}H${n(right + at.x)}`, strokeOf(stroke)),
    curve: ([x, y], [toX, toY], stroke) => {
      const bend = Math.max(24, Math.abs(toX - x) / 2)
      path(
        `M${point(x, y)}C${point(x + bend, y)} ${point(toX - bend, toY)} ${point(toX, toY)}`,
        strokeOf(stroke),
      )
    },
    text: (x, y, text, font, ink, halo) => {
      const round = halo ? ` stroke="${palette.sheet}" stroke-width="3" paint-order="stroke"` : ''
      parts.push(
        `<text x="${n(x + at.x)}" y="${n(y + at.y)}" dominant-baseline="central" style='font:${FONTS[font]}' ` +
          `fill="${palette[ink]}"${round}>${escaped(text)}</text>`,
      )
    },
  }
}

/** A whole SVG of so many pixels, on a ground. */
export function svgOf(width: number, height: number, ground: string, parts: readonly string[]): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" ` +
    `viewBox="0 0 ${n(width)} ${n(height)}"><rect width="100%" height="100%" fill="${ground}"/>${parts.join('')}</svg>\n`
  )
}
