// The bare relay that `msel-edit` is held against: whatever is notified goes to everybody who listens, as it is,
// and a page shows it.
import { createServer } from 'node:http'
import connect from 'postgres'

const [url = '', port = '0'] = process.argv.slice(2)
const sql = connect(url, { max: 1, onnotice: () => {} })
const streams = new Set()
await sql.listen('bench_relay', payload => {
  for (const stream of streams) stream.write(`event: changes\ndata: ${payload}\n\n`)
})
// The least that a page can be: it shows what it is told.
const page = `<!doctype html><title>Relay</title><body><p></p><script>
new EventSource('/').addEventListener('changes', ({ data }) => {
  document.querySelector('p').textContent = JSON.parse(data).words
})
</script>`
createServer((request, response) => {
  if (request.url === '/page') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)
    return
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-transform' })
  response.write('retry: 2000\n\n')
  streams.add(response)
  response.on('close', () => streams.delete(response))
}).listen(Number(port), '127.0.0.1')
