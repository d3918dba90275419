import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from '@playwright/test'
import { build } from 'esbuild'
import { itemsOf } from '@/lib/timeline/changes/rules'
import { planOf } from '@/lib/timeline/plan.fixture'
import { atEnd } from '@/scripts/ending'
import { freePort } from '@/scripts/postgres'
import { alternate, type Line } from './line'
import { openBrowser } from './screen'
import type { Screen } from './timeline/screen'

const people = 4000
const plans = {
  '10000': planOf({ injects: 10_000, shifts: 0, people }),
  '35000': planOf({ injects: 30_000, shifts: 5000, people }),
}
type Size = keyof typeof plans

/** The script of `bench/timeline/screen.ts` in a page of its own, which is served, as is what it asks for. */
async function openScreen(): Promise<{
  page: Page
  session: CDPSession
  bytes: Record<'columns' | 'rows', number>
}> {
  const bundle = await build({
    ...{ entryPoints: ['bench/timeline/screen.ts'], bundle: true, write: false, minify: true },
    ...{ format: 'iife', define: { 'process.env.NODE_ENV': '"production"' } },
  })
  const { shapes, words } = plans['35000']
  const columns = gzipSync(`${JSON.stringify(shapes)}\n${JSON.stringify(words)}\n`)
  const rows = gzipSync(JSON.stringify(itemsOf(shapes, words).items))
  const files: Record<string, { type: string; body: Uint8Array | string; zipped: boolean }> = {
    '/': {
      type: 'text/html',
      body: '<!doctype html><body><script src="/screen.js"></script>',
      zipped: false,
    },
    '/screen.js': { type: 'text/javascript', body: bundle.outputFiles[0]?.text ?? '', zipped: false },
    '/columns': { type: 'application/x-ndjson', body: columns, zipped: true },
    '/rows': { type: 'application/json', body: rows, zipped: true },
  }
  const server = createServer(({ url = '/' }, response) => {
    const file = files[url]
    if (!file) return response.writeHead(404).end()
    const encoding = file.zipped ? { 'Content-Encoding': 'gzip' } : {}
    return response
      .writeHead(200, { 'Content-Type': `${file.type}; charset=utf-8`, ...encoding })
      .end(file.body)
  })
  const port = await freePort()
  await new Promise<void>(ready => server.listen(port, '127.0.0.1', ready))
  atEnd(async () => {
    server.close()
  })
  const page = await (await openBrowser()).newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`http://127.0.0.1:${port}/`)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return { page, session, bytes: { columns: columns.length, rows: rows.length } }
}

/** Milliseconds of script a frame, as the browser itself counts them. */
async function scriptTime(session: CDPSession, frames: number, run: () => Promise<void>): Promise<number> {
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
  }
  const before = await spent()
  await run()
  return ((await spent()) - before) * (1000 / frames)
}

/** Puts a board into the page and gives a walk through it. */
async function walker(page: Page, session: CDPSession, kind: 'ours' | 'bare' | 'vis', size: Size) {
  const frames = await page.evaluate(plan => {
    window.plan = plan
    window.windows = window.screenOf.walkOf(plan.shapes)
    return window.windows.length
  }, plans[size])
  return async () => {
    await page.evaluate(which => {
      const { ours, bare, vis, tableOf } = window.screenOf
      const { shapes, words } = window.plan
      if (which === 'ours') window.board = ours(shapes, words)
      else window.board = which === 'vis' ? vis(shapes, words) : bare(tableOf(shapes))
    }, kind)
    await page.waitForTimeout(300)
    return scriptTime(session, frames, () =>
      page.evaluate(() => window.screenOf.walk(window.board, window.windows)),
    )
  }
}

/**
 * `timeline-frame`: script time of a frame, from the whole plan to four days of play, along them and back, 49 frames;
 * the board lays everything out anew in each round. Against vis-timeline with 10,000 items (a tenth of it at most), and
 * with 30,000 injects and 5,000 shifts against a canvas that draws the same rectangles and nothing else (three times it
 * at most). `timeline-load`: from asking to the first picture, and bytes on the wire, against bare JSON of the same rows.
 */
export async function* timelineLines(chosen: (name: string) => boolean): AsyncGenerator<Line> {
  const { page, session, bytes } = await openScreen()
  const unit = 'ms of script a frame'
  if (chosen('timeline-frame')) {
    for (const [size, baseline] of [
      ['10000', 'vis'],
      ['35000', 'bare'],
    ] as const) {
      const ours = await walker(page, session, 'ours', size)
      const other = await walker(page, session, baseline, size)
      const times = await alternate(ours, other)
      yield { bench: 'timeline-frame', ...times, unit, n: Number(size), against: baseline }
    }
  }
  if (!chosen('timeline-load')) return
  const load = (name: 'loadOurs' | 'loadBare', path: string) => () =>
    page.evaluate(([which, at]) => window.screenOf[which](at), [name, path] as const)
  const times = await alternate(load('loadOurs', '/columns'), load('loadBare', '/rows'))
  yield { bench: 'timeline-load', ...times, unit: 'ms to the first picture', n: 35_000, against: 'bare JSON' }
  const ratio = Number((bytes.columns / bytes.rows).toFixed(2))
  const size = { ours: bytes.columns, baseline: bytes.rows, ratio }
  yield { bench: 'timeline-load', ...size, unit: 'bytes on the wire', n: 35_000, against: 'bare JSON' }
}

declare global {
  interface Window {
    screenOf: Screen
    plan: (typeof plans)[Size]
    windows: ReturnType<Screen['walkOf']>
    board: ReturnType<Screen['bare']>
  }
}
