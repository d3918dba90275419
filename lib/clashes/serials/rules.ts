import type { Finding } from '@/lib/clashes/plan/rules'

export type Serial = { prefix: string; number: number }

/** `3.12` is the twelfth of `3.`, `INJ-003` the third of `INJ-`; null where no number ends it. */
export function serialParts(serial: string): Serial | null {
  const match = /^(.*?)(\d{1,9})$/.exec(serial)
  return match ? { prefix: (match[1] ?? '').toLowerCase(), number: Number(match[2]) } : null
}

/**
 * The numbers that are missing between the first and the last of one prefix. Serials are never used again, so a gap may
 * be right; but a reader of the plan asks. None where most steps are gaps: then somebody counts by tens, or by hundreds.
 */
export function serialGaps(prefix: string, numbers: Iterable<number>): Finding[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const gaps: [number, number][] = []
  for (const [at, number] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before !== undefined && number - before > 1) gaps.push([before + 1, number - 1])
  }
  if (gaps.length * 2 > sorted.length - 1) return []
  return gaps.map(([first, last]) => ({
    key: `serial_gap:${prefix}${first}`,
    check: 'serial_gap',
    where: [{ kind: 'serials', id: prefix }],
    evidence: { prefix, first, last, count: last - first + 1 },
    mend: 'fill_or_leave',
  }))
}
