// The web server of `npm start`. Next draws the pages; files that never change are answered from a list made once, as
// they were compressed when they were built: Next compresses each of them anew for everybody, which cost a page's
// first picture 12 ms beside the 28 of the page itself (`npm run bench timeline-page`).
// No TypeScript: a loader for it would stand between Next and every module that it reads.
import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import sirv from 'sirv'
import { answerHeaders, frameHeaders } from '../lib/answer-headers.js'

const [hostname = '127.0.0.1', port = '3000'] = process.argv.slice(2)
const root = path.join(import.meta.dirname, '..')
const app = next({ dev: false, dir: root, hostname, port: Number(port) })
const mount = '/_next/static'
const files = sirv(path.join(root, process.env.STARTEX_BUILD ?? '.next', 'static'), {
  immutable: true,
  maxAge: 31_536_000,
  brotli: true,
  gzip: true,
  setHeaders: guard,
})

/** @param {import('node:http').ServerResponse} response */
function guard(response) {
  for (const { key, value } of [...answerHeaders, ...frameHeaders]) response.setHeader(key, value)
  return response
}

await app.prepare()
const page = app.getRequestHandler()

/** Live streams: they last as long as somebody looks on, and would keep the server from ending. */
const streams = new Set()

const server = createServer((request, response) => {
  const { url = '/', method } = request
  if (url.startsWith('/api/stream/')) {
    streams.add(response)
    response.on('close', () => streams.delete(response))
  }
  if (!url.startsWith(`${mount}/`)) return page(request, response)
  if (method !== 'GET' && method !== 'HEAD')
    return guard(response).writeHead(405, { Allow: 'GET, HEAD' }).end()
  request.url = url.slice(mount.length)
  files(request, response, () => {
    request.url = url
    page(request, response)
  })
})

process.on('SIGTERM', () => {
  server.close(() => process.exit(0))
  for (const response of streams) response.destroy()
  server.closeIdleConnections()
})
server.listen(Number(port), hostname)
