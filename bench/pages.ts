import { get } from 'node:http'
import autocannon from 'autocannon'
import { demoPeople } from '@/lib/accounts/demo-people'
import { firstPictureOf } from './first-picture'
import { alternate, type Line, rounds } from './line'

const connections = 16
const seconds = 4

/** Full loads a second: every connection asks for all paths in turn, again and again. Throws on any refused request. */
async function loadsPerSecond(base: string, paths: readonly string[], cookie: string): Promise<number> {
  const headers = { cookie, 'accept-encoding': 'gzip, br', accept: 'text/html,*/*' }
  const result = await autocannon({
    url: base,
    connections,
    duration: seconds,
    requests: paths.map(path => ({ method: 'GET' as const, path, headers })),
  })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${paths[0]}: ${result.non2xx} refused, ${result.errors} failed`)
  }
  return result.requests.total / result.duration / paths.length
}

/** What one answer takes on the wire, without its head. */
async function bytesOf(base: string, path: string, cookie: string): Promise<number> {
  const headers = { cookie, 'accept-encoding': 'gzip' }
  return new Promise((resolve, reject) => {
    get(`${base}${path}`, { headers }, answer => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

/** `also` is asked for in the same load, after everything that the first picture wants. */
type Page = { bench: string; path: string; also: string | null }

/**
 * One page of ours, signed in as a director of the demo: the page and each further request until the first picture,
 * beside one request for an empty dynamic page. Both servers run all the while.
 */
export async function benchPage({ bench, path, also }: Page, ours: string, floor: string): Promise<Line> {
  const director = demoPeople.find(person => person.key === 'director')
  if (!director) throw new Error('The demo has no director')
  const load = await firstPictureOf(ours, director.name, path)
  const paths = also === null ? load.paths : [...load.paths, also]
  const measured = await alternate(
    () => loadsPerSecond(ours, paths, load.cookie),
    () => loadsPerSecond(floor, ['/'], ''),
  )
  const pageOnly = await loadsPerSecond(ours, load.paths.slice(0, 1), load.cookie)
  return {
    bench,
    ...measured,
    unit: 'page loads/s',
    n: rounds,
    requests: paths.length,
    bytes: load.bytes + (also === null ? 0 : await bytesOf(ours, also, load.cookie)),
    pageAlone: Number(pageOnly.toFixed(1)),
  }
}
