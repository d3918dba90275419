import { folded } from '@/lib/rosters/fields/rules'

const hard = /[\n\r;|•●]+|,\s+|,(?=\p{Lu})|\s\/\s|\s\+\s|、|，|；/u
const soft = /\s*\/\s*|\s+&\s+|\s*\+\s*|\s+(?:and|et|und|ja|y|e|i|oraz|og|och)\s+|・/iu

/** Several names in one cell, by the signs that no name holds: `Blue, White`, `BT1; BT2`, one a line. */
export function namesIn(cell: string): string[] {
  return distinct(cell.split(hard).map(tidied))
}

/** The same, apart also at `and`, `&` or `/` where each part stands alone elsewhere: `Command and Control` does not. */
export function knownNamesIn(cell: string, known: ReadonlySet<string>): string[] {
  return distinct(
    namesIn(cell).flatMap(name => {
      const parts = name.split(soft).map(tidied).filter(Boolean)
      const apart = parts.length > 1 && parts.every(part => known.has(folded(part)))
      return apart ? parts : [name]
    }),
  )
}

function tidied(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/^[-–*\s]+|[\s,]+$/g, '')
}

function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    const key = folded(name) || name
    if (name !== '' && !seen.has(key)) seen.set(key, name)
  }
  return [...seen.values()]
}
