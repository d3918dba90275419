import type { Group } from '@/lib/injects/views/rules'

/** What stands on one line of the list: the head of a group, or an inject. */
type Line = { kind: 'group'; key: string; count: number; open: boolean } | { kind: 'row'; key: string }

export type Lines = {
  all: readonly Line[]
  /** which line an inject or a group's head stands on */
  at: ReadonlyMap<string, number>
}

export const groupLine = (key: string) => `group ${key}`

/** The groups as lines; a closed one is its head alone. Without groups, the injects alone. */
export function linesOf(groups: readonly Group[], closed: ReadonlySet<string>): Lines {
  const all: Line[] = []
  const at = new Map<string, number>()
  const put = (line: Line) => {
    at.set(line.key, all.length)
    all.push(line)
  }
  for (const { key, ids } of groups) {
    const open = !closed.has(key)
    if (key !== '') put({ kind: 'group', key: groupLine(key), count: ids.length, open })
    if (open || key === '') for (const id of ids) put({ kind: 'row', key: id })
  }
  return { all, at }
}

/** The nearest line of an inject from there on, downwards or upwards; null where there is none. */
export function rowFrom({ all }: Lines, from: number, step: 1 | -1): number | null {
  for (let at = from; at >= 0 && at < all.length; at += step) if (all[at]?.kind === 'row') return at
  return null
}

/** The injects on these lines, in order. */
export function rowsBetween({ all }: Lines, top: number, bottom: number): string[] {
  return all.slice(top, bottom + 1).flatMap(line => (line.kind === 'row' ? [line.key] : []))
}
