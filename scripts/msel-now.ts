/** What `scripts/msel.ts` runs apart. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { writeDocument } from '@/lib/exchange/document/rules'
import type { ExerciseDocument } from '@/lib/exchange/document/schema'
import { exchangeMost, type ReadExchange, readExchange } from '@/lib/exchange/files/rules'
import { type ColumnSet, cellText, columnSets, tableOf } from '@/lib/exchange/sets/rules'
import { refusalSaid, type Summary, summaryOf } from '@/lib/exchange/summary/rules'
import { noChoices } from '@/lib/exchange/times/rules'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import { currentInstant } from '@/lib/time'
import { isTimeZone } from '@/lib/time-zones'

const usage = `npm run msel -- check FILE [--sheet NAME] [--json]
npm run msel -- convert IN OUT.json|OUT.xlsx|OUT.csv [--sheet NAME] [--columns ${columnSets.join('|')}]
Both take --zone ZONE and --launch YYYY-MM-DD.`

type Said = { out: string; words: string; code: number }

function run(args: string[]): Said {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sheet: { type: 'string' },
      json: { type: 'boolean', default: false },
      columns: { type: 'string', default: 'own' },
      zone: { type: 'string', default: 'UTC' },
      launch: { type: 'string' },
    },
  })
  const [verb] = positionals
  // npm runs its scripts in the project's folder; a file is meant from where the person is.
  const [from, to] = positionals.slice(1).map(file => path.resolve(process.env.INIT_CWD ?? '', file))
  const set = columnSets.find(known => known === values.columns)
  const sound = from && set && isTimeZone(values.zone) && /^$|^\d{4}-\d{2}-\d{2}$/.test(values.launch ?? '')
  if (!sound || !(verb === 'check' || (verb === 'convert' && to))) return { out: '', words: usage, code: 2 }
  const times = { ...noChoices(currentInstant()), timeZone: values.zone, launchOn: values.launch ?? null }
  const read: ReadExchange =
    statSync(from).size > exchangeMost.file
      ? ({
          ok: false,
          refusal: 'file_too_large',
          about: String(exchangeMost.file >> 20),
          problems: [],
        } as const)
      : readExchange(readFileSync(from), { name: from, sheet: values.sheet ?? null, times })
  if (verb === 'check') {
    const summary = summaryOf(read)
    const out = values.json ? JSON.stringify(summary, null, 2) : worded(summary)
    return { out, words: '', code: read.ok ? 0 : 1 }
  }
  if (!read.ok) return { out: '', words: refusalSaid(read.refusal, read.about), code: 1 }
  const bytes = written(read.document, to ?? '', set)
  if (!bytes) return { out: '', words: usage, code: 2 }
  writeFileSync(to ?? '', bytes)
  const { injects, warnings } = summaryOf(read)
  return { out: `${injects} injects written, ${warnings.length} warnings (see check)`, words: '', code: 0 }
}

function written(document: ExerciseDocument, to: string, set: ColumnSet): Uint8Array | string | null {
  if (/\.json$/i.test(to)) return writeDocument(document)
  if (/\.xlsx$/i.test(to)) return writeWorkbook('MSEL', tableOf(document, set))
  return /\.csv$/i.test(to)
    ? encodeUtf8(writeCsv(tableOf(document, set).map(row => row.map(cellText))))
    : null
}

function worded({ format, injects, withTime, objectives, teams, warnings, errors }: Summary): string {
  const counts = `${injects} injects (${withTime} with a time), ${objectives} objectives, ${teams} teams`
  const lines = [...errors, ...warnings].map(({ row, column, words }) => {
    const where = [row === null ? '' : `row ${row}`, column ?? ''].filter(Boolean).join(', ')
    return where === '' ? words : `${where}: ${words}`
  })
  return [format === null ? 'Refused' : `${format}: ${counts}`, ...lines].join('\n')
}

/** What was typed wrongly, or a file that is not there, is said in one line. */
function said(error: unknown): Said {
  const known = z.object({ code: z.string(), message: z.string() }).safeParse(error)
  if (!known.success) throw error
  return { out: '', words: known.data.message, code: known.data.code.startsWith('ERR_PARSE_ARGS') ? 2 : 1 }
}

function main(): Said {
  try {
    return run(process.argv.slice(2))
  } catch (error) {
    return said(error)
  }
}

const { out, words, code } = main()
if (out !== '') process.stdout.write(`${out}\n`)
if (words !== '') process.stderr.write(`${words}\n`)
process.exitCode = code
