import { folded } from '@/lib/rosters/fields/rules'
import type { DocumentInject, ExerciseDocument } from '../document/schema'

/** What an inject keeps of the files that it came from. */
export type Kept = NonNullable<DocumentInject['foreign']>

/** The heading of what a file called an inject, and how the heading of a kept field ends where we have one of that name. */
const [idHeading, mark] = ['Imported ID', ' (imported)']

/** The field that a heading of a kept column names, as its file called it; null for what the file called the inject. */
export function nameOfKept(heading: string): string | null {
  if (heading === idHeading) return null
  return (heading.endsWith(mark) ? heading.slice(0, -mark.length) : heading).slice(0, 200)
}

/** Whether a heading is one under which kept fields were written. */
export function isKeptHeading(heading: string): boolean {
  return heading === idHeading || heading.endsWith(mark)
}

export type KeptColumn = { heading: string; cell: (inject: DocumentInject) => string }

/**
 * What injects keep of their files, as columns under the old headings. One that a table has already gets a mark, by which
 * it is known when it comes back.
 */
export function keptColumns(document: ExerciseDocument, headings: readonly string[]): KeptColumn[] {
  const { injects } = document.scenario
  const taken = new Set(headings.map(heading => folded(heading)))
  const names = new Set(injects.flatMap(({ foreign }) => Object.keys(foreign?.fields ?? {})))
  const columns = [...names].map((name): KeptColumn => {
    const heading = taken.has(folded(name)) ? `${name}${mark}` : name
    taken.add(folded(heading))
    return { heading, cell: ({ foreign }) => foreign?.fields[name] ?? '' }
  })
  const named = injects.some(({ foreign }) => (foreign?.id ?? null) !== null)
  return named ? [{ heading: idHeading, cell: ({ foreign }) => foreign?.id ?? '' }, ...columns] : columns
}

/** What is kept once a file has said more: its own word for what both say, the older one for the rest. */
export function keptAfter(before: Kept | null, said: Kept | null): Kept | null {
  if (!said) return before
  return {
    format: said.format,
    id: said.id ?? before?.id ?? null,
    fields: { ...before?.fields, ...said.fields },
  }
}

/** The fields that differ, the id as null. */
export function keptChanges(before: Kept | null, after: Kept | null): (string | null)[] {
  const names = new Set([...Object.keys(before?.fields ?? {}), ...Object.keys(after?.fields ?? {})])
  const fields = [...names].filter(name => before?.fields[name] !== after?.fields[name])
  return (before?.id ?? null) === (after?.id ?? null) ? fields : [null, ...fields]
}
