import type { Font, Palette, Pen, Stroke } from '@/lib/timeline/picture/rules'
import type { Faces } from './palette'

const FONTS: Record<Font, readonly [style: string, face: keyof Faces]> = {
  label: ['12px', 'sans'],
  count: ['600 11px', 'mono'],
  axis: ['11px', 'mono'],
  context: ['600 11px', 'mono'],
}

/** A pen for a canvas. It sets the context's state only where that changes: parsing colours is dear. */
export function canvasPen(context: CanvasRenderingContext2D, palette: Palette, faces: Faces): Pen {
  let [filled, stroked, font, alpha, dashed] = ['', '', '', 1, false]
  context.textBaseline = 'middle'
  const seen = (value = 1) => {
    if (value !== alpha) context.globalAlpha = alpha = value
  }
  const fill = (colour: string, value?: number) => {
    seen(value)
    if (colour !== filled) context.fillStyle = filled = colour
  }
  const stroke = ({ ink, width, dash, alpha: value }: Stroke) => {
    seen(value)
    const colour = palette[ink]
    if (colour !== stroked) context.strokeStyle = stroked = colour
    context.lineWidth = width
    if (dash || dashed) context.setLineDash(dash ? [...dash] : [])
    dashed = dash !== undefined
  }
  const path = (draw: () => void) => {
    context.beginPath()
    draw()
  }
  return {
    box: (x, y, width, height, { ink, alpha: value }, radius) => {
      fill(palette[ink], value)
      if (radius === 0 || width < 4) return context.fillRect(x, y, width, height)
      path(() => context.roundRect(x, y, width, height, radius))
      context.fill()
    },
    frame: (x, y, width, height, line, radius) => {
      stroke(line)
      path(() => context.roundRect(x, y, Math.max(0, width), height, radius))
      context.stroke()
    },
    shape: (points, { ink, alpha: value }) => {
      fill(palette[ink], value)
      path(() => {
        for (const [x, y] of points) context.lineTo(x, y)
        context.closePath()
      })
      context.fill()
    },
    line: (x, top, bottom, line) => {
      stroke(line)
      const sharp = Math.round(x) + (line.width % 2) / 2
      path(() => {
        context.moveTo(sharp, top)
        context.lineTo(sharp, bottom)
      })
      context.stroke()
    },
    across: (y, left, right, line) => {
      stroke(line)
      const sharp = Math.floor(y) + (line.width % 2) / 2
      path(() => {
        context.moveTo(left, sharp)
        context.lineTo(right, sharp)
      })
      context.stroke()
    },
    curve: ([x, y], [toX, toY], line) => {
      stroke(line)
      const bend = Math.max(24, Math.abs(toX - x) / 2)
      path(() => {
        context.moveTo(x, y)
        context.bezierCurveTo(x + bend, y, toX - bend, toY, toX, toY)
      })
      context.stroke()
    },
    text: (x, y, text, face, ink, halo) => {
      if (face !== font) {
        font = face
        const [style, name] = FONTS[face]
        context.font = `${style} ${faces[name]}`
      }
      if (halo) {
        stroke({ ink: 'sheet', width: 3 })
        context.lineJoin = 'round'
        context.strokeText(text, x, y)
      }
      fill(palette[ink])
      context.fillText(text, x, y)
    },
  }
}

/** A canvas as large as it is shown, sharp on this screen and at this zoom of CSS, empty; null where it has no room. */
export function cleared(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  zoom: number,
): CanvasRenderingContext2D | null {
  const ratio = devicePixelRatio * zoom
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
  const context = canvas.getContext('2d')
  if (!context || across <= 0 || down <= 0) return null
  // To set a size empties a canvas and its state, and is dearer than to clear it.
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across
    canvas.height = down
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  context.reset()
  context.scale(ratio, ratio)
  return context
}
