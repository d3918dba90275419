import type { Moment } from '@/lib/time'
import type { Moved } from '../gathering/rules'
import type { PlanIndex, PlanItem } from '../plan/rules'
import type { Told } from '../telling/rules'

/**
 * The fingerprint of everything that a preview was made of: whoever applies it from another plan, or after somebody else
 * moved a part of it, applies something that nobody has looked at. A sum over rows, since a database gives the same rows
 * in whichever order they happen to lie. Two halves of 32 bits, against chance: an enemy would only deceive themselves.
 */
export function printOf({ plan, outcome, follows, telling: { startex, endex, home } }: Told): string {
  const { moved, made, stays } = outcome
  const itemPrint = printsOf(plan)
  const about = textPrint(JSON.stringify([startex, endex, home]))
  let [first, second] = about
  const add = (print: Print, how: number) => {
    // Sums stay exact for two million rows.
    first += mix(print[0], how)
    second += mix(print[1], how)
  }
  for (const row of moved) add(itemPrint(row.item), rowHash(row, 1))
  // A copy is of the whole row, whatever of it has changed.
  for (const row of made) add(itemPrint(row.item), rowHash(row, mix(2, row.item.version)))
  for (const { item, why } of stays) add(itemPrint(item), textPrint(why)[0])
  for (const { item, from, to } of follows)
    add(itemPrint(item), withNumber(withNumber(3, from?.startAt ?? -1), to?.startAt ?? -1))
  return [first, second].map(half => (half % 2 ** 32).toString(36)).join('.')
}

function rowHash({ start, end, durationSeconds, days }: Moved, as: number): number {
  return withNumber(withNumber(withMoment(withMoment(as, start), end), durationSeconds ?? -1), days ?? -1)
}

type Print = readonly [number, number]

/** Rows' own, kept for as long as their plan is: the next preview is of the same rows. */
const known = new WeakMap<PlanIndex, (Print | undefined)[]>()

function printsOf(plan: PlanIndex): (item: PlanItem) => Print {
  const prints = known.get(plan) ?? plan.items.map(() => undefined)
  known.set(plan, prints)
  return item => {
    const before = prints[item.n]
    if (before) return before
    const { table, id, start, end, durationSeconds, days, state } = item
    const print = textPrint(JSON.stringify([table, id, start, end, durationSeconds, days, state]))
    prints[item.n] = print
    return print
  }
}

function withMoment(hash: number, moment: Moment | null): number {
  if (moment === null) return mix(hash, 1)
  if (moment.anchor === 'ttime') return withNumber(mix(hash, 2), moment.offset)
  if (moment.anchor === 'fixed') return withNumber(mix(hash, 3), moment.at)
  return withNumber(mix(hash, 4), moment.day * 2000 + (moment.minute ?? -1))
}

const withNumber = (hash: number, number: number): number =>
  mix(mix(hash, number | 0), Math.floor(number / 2 ** 32))

/** Every bit of both counts in the next. */
function mix(hash: number, next: number): number {
  const mixed = Math.imul(hash ^ next, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** FNV-1a from two beginnings. */
function textPrint(text: string): Print {
  let [first, second] = [0x811c9dc5, 0x5bd1e995]
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x01000193)
  }
  return [mix(first, text.length), mix(second, text.length)]
}
