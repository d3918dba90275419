export type PaletteEntry = {
  href: string
  label: string
  /** What kind of thing it is, shown muted. */
  hint?: string
  /** Found by typing too. */
  keywords?: string
}
