/**
 * Twenty-eight thousand injects from an XLSX file: unpacking, reading, finding the headings, telling the columns and
 * understanding every row, against the bare reading of the same bytes by a library that knows nothing of injects. Times,
 * so that lower is better. No database is in it.
 */
import { performance } from 'node:perf_hooks'
import readXlsx from 'read-excel-file/universal'
import writeXlsx from 'write-excel-file/universal'
import { readExchange } from '@/lib/exchange/files/rules'
import { noChoices } from '@/lib/exchange/times/rules'
import { currentInstant } from '@/lib/time'
import { alternate, type Line, rounds } from './line'

const injects = 28_000
const headings = [
  ...[
    'Event Number',
    'Date',
    'Time',
    'Storyline',
    'Event Type',
    'Inject Mode',
    'From',
    'To',
    'Subject',
    'Message',
  ],
  ...['Expected Participant Response', 'Exercise Objective', 'Responsible Controller', 'Notes', 'Weather'],
]
const modes = ['E-mail', 'Phone', 'News', 'Social media', 'Order', 'In person']

/** The file as a spreadsheet program saves it: title rows, strings shared, dates and times as numbers, several recipients. */
async function file(): Promise<Uint8Array> {
  const rows = Array.from({ length: injects }, (_, at) => [
    `${1 + (at % 40)}.${Math.floor(at / 40) + 1}`,
    { value: new Date(Date.UTC(2027, 3, 20 + (at % 4))), type: Date, format: 'dd.mm.yyyy' },
    { value: (at % 1440) / 1440, type: Number, format: 'hh:mm' },
    `Storyline ${1 + (at % 40)}`,
    at % 9 === 0 ? 'Contingency Inject' : 'Inject',
    modes[at % modes.length] ?? '',
    `Actor ${at % 300}`,
    `Blue Team ${1 + (at % 24)}; Blue Team ${1 + ((at + 5) % 24)}`,
    `Report ${at} of the outage`,
    `Customers of region ${at % 50} report that the portal is down. A journalist asks for a statement (${at}).`,
    'The team reports within thirty minutes and names a lead.',
    `${1 + (at % 6)}.${1 + (at % 5)} Objective`,
    `Cell ${at % 12}`,
    at % 3 === 0 ? 'See the annex.' : '',
    at % 5 === 0 ? 'rain' : '',
  ])
  const data = [['MASTER SCENARIO EVENTS LIST'], [], headings, ...rows]
  return new Uint8Array(await (await writeXlsx(data).toBlob()).arrayBuffer())
}

export async function mselImport(): Promise<Line> {
  const bytes = await file()
  const blob = new Blob([new Uint8Array(bytes)])
  const times = noChoices(currentInstant())
  const measured = await alternate(
    async () => {
      const start = performance.now()
      const read = readExchange(bytes, { name: 'msel.xlsx', times })
      const took = performance.now() - start
      if (!read.ok) throw new Error(read.refusal)
      const { injects: found, objectives } = read.document.scenario
      const sound = found.every(({ start, to, serial }) => start && to.length > 0 && serial)
      if (found.length !== injects || objectives.length !== 30 || !sound)
        throw new Error('Not all was understood')
      return took
    },
    async () => {
      const start = performance.now()
      const [sheet] = await readXlsx(blob)
      if (sheet?.data.length !== injects + 3) throw new Error('The library reads another number of rows')
      return performance.now() - start
    },
  )
  return {
    bench: 'msel-import',
    ...measured,
    unit: 'ms',
    n: rounds,
    injects,
    bytes: bytes.length,
    target: 'ratio at most 3',
  }
}

// Alone: npx tsx bench/msel-import.ts
if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(await mselImport()))
  process.exit(0)
}
