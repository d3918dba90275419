/** What a card, the details and a screen reader say of an item. */
export type ItemText = {
  title: string
  /** `Conference · Tallinn · nations and staff` */
  note: string
  /** At home, for the viewer, in Zulu. */
  times: readonly [home: string, viewer: string, zulu: string]
  facts: (readonly [term: string, value: string])[]
  href?: string
}
