import type { Table } from '@/lib/timeline/columns/rules'
import { fitText } from '@/lib/timeline/labels/rules'
import { drawHead, drawPicture, HEAD } from '@/lib/timeline/picture/rules'
import { svgOf, svgPen } from '@/lib/timeline/svg/rules'
import { laneName } from './names'
import type { Stage } from './stage'
import type { BoardWords } from './words'

export type SavedAs = 'png' | 'svg'

const NAMES = 200

/** What is in sight as a drawing: axis, names of lanes, everything in them. Null before anything is drawn. */
function drawingOf(
  stage: Stage,
  table: Table,
  words: BoardWords,
): { svg: string; width: number; height: number } | null {
  const { picture, palette, view, scene } = stage
  if (!picture || !palette) return null
  const parts: string[] = []
  const [width, height] = [NAMES + view.width, HEAD + view.height]
  const clip = '<clipPath id="plot"><rect'
  parts.push(`${clip} x="${NAMES}" y="${HEAD}" width="${view.width}" height="${view.height}"/></clipPath>`)
  drawHead(svgPen(palette, parts, { x: NAMES, y: 0 }), picture.grid, view.width)
  parts.push('<g clip-path="url(#plot)">')
  drawPicture(svgPen(palette, parts, { x: NAMES, y: HEAD }), picture)
  parts.push('</g>')
  const pen = svgPen(palette, parts)
  for (const { lane, top } of scene.lanes) {
    const y = HEAD + top - view.scroll + 18
    const left = 14 + lane.depth * 14
    if (y > HEAD && y < height)
      pen.text(left, y, fitText(laneName(lane, table, words), NAMES - left - 6), 'label', 'ink', false)
  }
  return { svg: svgOf(width, height, palette.sheet, parts), width, height }
}

/** Hands what is in sight to the person as a file. */
export async function save(
  stage: Stage,
  table: Table,
  words: BoardWords,
  as: SavedAs,
  name: string,
): Promise<void> {
  const drawing = drawingOf(stage, table, words)
  if (!drawing) return
  const { svg, width, height } = drawing
  const file = as === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await painted(svg, width, height)
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.${as}` })
  link.click()
  URL.revokeObjectURL(address)
}

/** An SVG as the pixels of this screen, twice as many where it has few. */
async function painted(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image()
  // The content policy lets images come as data, not as blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const ratio = Math.max(2, devicePixelRatio)
  const canvas = Object.assign(document.createElement('canvas'), {
    width: width * ratio,
    height: height * ratio,
  })
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(file => (file ? resolve(file) : reject(new Error('no picture'))), 'image/png'),
  )
}
