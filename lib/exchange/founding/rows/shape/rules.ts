import { type Moment, momentColumns } from '@/lib/time'
import { momentOfDocument } from '../../../document/rules'
import type { DocumentMoment } from '../../../document/schema'

/** Rows as the database takes them, by table, in an order that no foreign key refuses. */
export type FoundingRows = readonly (readonly [table: string, rows: readonly Record<string, unknown>[]])[]

/** Of the exercise that is being made. `participationOf`: the delegation of each nation, by its id in the document. */
export type Founded = {
  exerciseId: string
  programmeId: string
  partnerOf: ReadonlyMap<string, string>
  participationOf: ReadonlyMap<string, string>
  makeId: () => string
}

export const momentOf = (moment: DocumentMoment | null): Moment | null => moment && momentOfDocument(moment)
export const started = (moment: DocumentMoment | null) => momentColumns('start', momentOf(moment))
