import { formatOffset } from '@/lib/time-format'
import type { CatalogueContent } from '../../content/schema'
import type { CatalogueKind } from '../../rules'

type Entry = { name: string; kind: CatalogueKind }
type Version = { number: number; content: CatalogueContent }

/** What stands in the form before anybody has said otherwise: as far from STARTEX as where it was kept. */
export function usualAnswers(
  { name, kind }: Entry,
  { number, content }: Version,
  storylines: readonly { id: string; name: string }[],
) {
  const first = storylines[0]?.id
  return {
    number,
    into: kind === 'storyline' || first === undefined ? 'new' : first,
    storyline: freeName(content.name || name, new Set(storylines.map(one => one.name))),
    start: content.startsAt === null ? '' : formatOffset(content.startsAt),
    startChoice: '',
    spacing: 100,
  }
}

/** `Power grid (2)` where there is a Power grid already. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const candidate = (n: number) => (n === 1 ? name : `${name.slice(0, 190)} (${n})`)
  let n = 1
  while (taken.has(candidate(n))) n++
  return candidate(n)
}
