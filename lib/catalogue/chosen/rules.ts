/** Injects that one entry, or one selection, holds at most. */
export const mostInjects = 2000
/** Injects chosen one by one: their serials travel in an address. */
export const mostChosen = 500

export type Chosen = { kind: 'storyline' | 'incident'; id: string } | { kind: 'serials'; serials: string[] }

const uuid = /^(storyline|incident):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** What is to be kept, as an address says it: `storyline:<id>`, `incident:<id>`, `injects:3.1,3.2`. Null for neither. */
export function chosenIn(text: string): Chosen | null {
  const [, kind, id] = uuid.exec(text) ?? []
  if ((kind === 'storyline' || kind === 'incident') && id !== undefined) return { kind, id }
  if (!text.startsWith('injects:')) return null
  const serials = [...new Set(text.slice('injects:'.length).split(',').filter(Boolean))]
  return serials.length >= 1 && serials.length <= mostChosen && serials.every(one => one.length <= 40)
    ? { kind: 'serials', serials }
    : null
}

/** The address of injects chosen one by one; null where there are too many for one. */
export function chosenInjects(serials: readonly string[]): string | null {
  const text = `injects:${serials.join(',')}`
  // Servers take some sixteen thousand characters of address and head together.
  return serials.length <= mostChosen && text.length <= 6000 ? text : null
}
