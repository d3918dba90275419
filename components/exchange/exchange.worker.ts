import {
  likeliestSheet,
  lookAt,
  type Opened,
  openExchange,
  understandSheet,
} from '@/lib/exchange/files/rules'
import type { Answer, Question } from './protocol'

// Reads a file apart from the page, which stays quick meanwhile and ends this when it takes too long.

let opened: Opened | null = null

function answerTo({ file, choice, remembered, times }: Question): Answer {
  if (file) {
    const read = openExchange(new Uint8Array(file.bytes), { name: file.name, sheet: null, times })
    opened = read.ok ? read.opened : null
    if (!read.ok) return read
  }
  if (!opened) return { ok: false, refusal: 'file_empty', about: '', problems: [] }
  if (opened.kind === 'whole')
    return { ok: true, format: opened.format, sheets: [], sheet: 0, look: null, samples: [], ...opened.read }
  const { sheets, format, notes } = opened
  const at = choice.sheet ?? likeliestSheet(sheets)
  const sheet = sheets[at]
  if (!sheet) return { ok: false, refusal: 'sheet_unknown', about: '', problems: [] }
  const guessed = lookAt(sheet, new Map(remembered), choice.heading ?? undefined)
  const look = choice.mapping ? { ...guessed, mapping: choice.mapping } : guessed
  const below = sheet.rows.slice(look.heading + 1)
  const read = understandSheet(sheet, format, look, times)
  return {
    ok: true,
    format,
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet: at,
    look,
    samples: look.headings.map((_, column) => below.flatMap(row => row[column]?.trim() || []).slice(0, 3)),
    ...read,
    notes: [...notes, ...read.notes],
  }
}

addEventListener('message', (event: MessageEvent<Question>) => postMessage(answerTo(event.data)))
