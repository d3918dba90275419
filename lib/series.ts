import type { Tx } from './db'

type Given = {
  programmeId: string
  seriesId: string | null
  seriesCode: string | null
  seriesName: string | null
}

/** The series that a new exercise belongs to: the one chosen, or one made of what was typed. */
export async function seriesFor(
  tx: Tx,
  { programmeId, seriesId, seriesCode, seriesName }: Given,
): Promise<string> {
  if (seriesId !== null) return seriesId
  const data = { programmeId, code: seriesCode ?? '', name: seriesName ?? '' }
  return (await tx.series.create({ data, select: { id: true } })).id
}
