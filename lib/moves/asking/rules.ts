import { parseDuration } from '@/lib/time-parse'
import { type Operation, operationSchema, type WholeKind, wholeKinds } from '../schema'

type Query = Record<string, string | string[] | undefined>

/**
 * A whole operation as the address of its preview asks for it: the operation where it is understood, else the field that
 * is not and why. `given` is what was typed, so that the form shows it again.
 */
export type Asked = {
  kind: WholeKind
  given: Record<string, string>
  operation: Operation | null
  problem: { field: string; reason: string } | null
}

/** The names of what an address may hold. */
const names = ['phaseId', 'by', 'on', 'from', 'to', 'startex', 'startexChoice', 'timeZone', 'keep'] as const
const ticks = ['withPinned', 'keepPast'] as const

/** Reads `?kind=slide_phase&phaseId=…&by=3d`. Until something besides the kind is given, nothing is asked. */
export function readAsked(query: Query): Asked {
  const one = (key: string) => ([query[key]].flat()[0] ?? '').slice(0, 200)
  const kind = wholeKinds.find(known => known === one('kind')) ?? 'slide_phase'
  const given: Record<string, string> = {}
  for (const name of [...names, ...ticks]) if (one(name) !== '') given[name] = one(name)
  if (!names.some(name => name in given)) return { kind, given, operation: null, problem: null }
  const bySeconds = 'by' in given ? secondsOf(given.by ?? '') : undefined
  if (typeof bySeconds === 'string')
    return { kind, given, operation: null, problem: { field: 'by', reason: bySeconds } }
  const read = operationSchema.safeParse({
    kind,
    ...given,
    ...(bySeconds === undefined ? {} : { bySeconds }),
  })
  if (read.success) return { kind, given, operation: read.data, problem: null }
  const [issue] = read.error.issues
  const field = String(issue?.path[0] ?? '')
  const reason = /^[a-z_]+$/.test(issue?.message ?? '') ? (issue?.message ?? '') : 'required'
  return { kind, given, operation: null, problem: { field: field === 'bySeconds' ? 'by' : field, reason } }
}

/** `−1 d` for a day back: a length with a sign, or the reason why it is none. */
function secondsOf(text: string): number | string {
  const [, sign = '', rest = ''] = /^\s*([-−–+]?)\s*(.*)$/.exec(text) ?? []
  const parsed = parseDuration(rest)
  if (!parsed.ok) return parsed.problem
  if (parsed.seconds === 0) return 'length_nothing'
  return sign === '' || sign === '+' ? parsed.seconds : -parsed.seconds
}

/** The address of the preview of an operation on the page of moves. */
export const moveAddress = (code: string, kind: WholeKind): string =>
  `/exercises/${code}/schedule/move?kind=${kind}`
