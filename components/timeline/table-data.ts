/** A row in words; '' where there is nothing to say. */
export type RowText = {
  id: string
  title: string
  /** Seats and nations of a team. */
  note: string
  href: string
  kind: string
  /** When: at home, for the viewer (left out where nobody knows the zone), in Zulu. */
  times: readonly string[]
  length: string
  place: string
  audience: string
  anchor: string
}

export type RowGroup = { name: string; rows: RowText[] }
