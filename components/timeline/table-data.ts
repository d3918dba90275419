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
  length: string
  place: string
  who: string
}

export type RowGroup = { name: string; rows: RowText[] }
