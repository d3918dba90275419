import { type ReadAttack, readStix } from '@/lib/techniques/stix/rules'
import { readTable } from '@/lib/techniques/table/rules'

// Fifty megabytes of JSON take a second or two, during which the page stays quick.

addEventListener('message', async (event: MessageEvent<File>) => {
  const text = await event.data.text()
  const read: ReadAttack = /^\s*[{[]/.test(text) ? readStix(text) : readTable(text)
  postMessage(read)
})
