/** Names the chosen row in an address. */
export const CHOSEN = 'chosen'

/** A row in words; '' where there is nothing to say. */
export type RowText = {
  id: string
  title: string
  href: string
  /** The same item in the drawing. */
  shown: string
  current: boolean
  kind: string
  /** When: at home, for the viewer (left out where nobody knows the zone), in Zulu. */
  times: readonly string[]
  /** As it was planned: `D-28 09:00`. */
  moment: string
  length: string
  place: string
  audience: string
  who: string
}

export type RowGroup = { name: string; rows: RowText[] }
