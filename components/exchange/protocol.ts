import type { MselTarget } from '@/lib/exchange/fields/schema'
import type { ExchangeFormat, Look, Refused } from '@/lib/exchange/files/rules'
import type { UnderstoodTable } from '@/lib/exchange/table/schema'
import type { TimeChoices } from '@/lib/exchange/times/rules'

/** What a person said of a list; null where it is still to be guessed. */
export type Choice = { sheet: number | null; heading: number | null; mapping: MselTarget[] | null }

/** A file to be read, or the last one read again with other choices. */
export type Question = {
  file: { name: string; bytes: ArrayBuffer } | null
  choice: Choice
  remembered: readonly (readonly [string, MselTarget])[]
  times: TimeChoices
}

export type ReadList = UnderstoodTable & {
  ok: true
  format: ExchangeFormat
  sheets: { name: string; rows: number }[]
  sheet: number
  /** null for a file that says itself what it means */
  look: Look | null
  /** the first cells of each column */
  samples: string[][]
}
export type Answer = ReadList | Refused
