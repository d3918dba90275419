/** Case and accents do not matter to someone who looks for Zürich. */
export function folded(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

type Said = { code: readonly string[]; label: readonly string[] }

/**
 * Places of the items that say all the words looked for, in order of time: in the serial, the title, or `others` (names
 * of people and places). Nothing is looked for, nothing is found. `texts` are what `searchable` made.
 */
export function found(texts: readonly string[], sought: string): number[] {
  const words = folded(sought).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits: number[] = []
  for (const [item, text] of texts.entries()) if (words.every(word => text.includes(word))) hits.push(item)
  return hits
}

/** What is looked through, item by item; made once for a table, when somebody first looks for something. */
export function searchable({ code, label }: Said, others: (item: number) => string): string[] {
  return label.map((text, item) => folded(`${code[item]} ${text} ${others(item)}`))
}
