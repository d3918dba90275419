import type { ServerWrite } from '../outcome'

/** Who looks at the page, as far as the frame shows it. */
export type Viewer = { name: string; email: string; timeZone: string | null }

/** What a person may do from the account menu; each entry is left out where its write is. */
export type AccountWrites = {
  /** Keeps the choice with the account; the browser's own cookie is set in any case. */
  chooseLocale?: ServerWrite
  /** Gets `{ timeZone }`. */
  chooseTimeZone?: ServerWrite
  signOut?: () => Promise<void>
}
