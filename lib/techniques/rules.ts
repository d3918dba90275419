export const attackDomains = ['enterprise', 'mobile', 'ics'] as const
export type AttackDomain = (typeof attackDomains)[number]

/** `key` is what techniques name a tactic by, `name` what people read. */
export type Tactic = { key: string; name: string }

/** `withdrawn`: deprecated or revoked by MITRE; `replacedBy`: what to use instead, where MITRE says so. */
export type Technique = {
  code: string
  name: string
  tactics: readonly string[]
  withdrawn: boolean
  replacedBy: string | null
}

/** One matrix of one release, its tactics in the order of the matrix. */
export type Matrix = { tactics: readonly Tactic[]; techniques: readonly Technique[] }

/** `T1566`, or `T1566.001` for a part of one. */
export const techniqueCode = /^T\d{4}(?:\.\d{3})?$/
/** `19` or `19.1`. */
export const releaseVersion = /^\d{1,3}(?:\.\d{1,3})?$/

/** The newest first: 19.1 after 19, 9 long before both. */
export function newestFirst(a: string, b: string): number {
  const [own = [], other = []] = [a, b].map(version => version.split('.').map(Number))
  return (other[0] ?? 0) - (own[0] ?? 0) || (other[1] ?? 0) - (own[1] ?? 0)
}

/** Codes as injects name them, and how many injects do. */
export type Used = { code: string; injects: number }

/** What is not as it should be with codes that injects name, by the release that is to be used. */
export type Misfits = {
  /** not in the release at all: of another one, or a slip */
  unknown: Used[]
  withdrawn: (Used & { name: string; replacedBy: string | null })[]
}

export function misfitsOf(used: readonly Used[], techniques: readonly Technique[]): Misfits {
  const known = new Map(techniques.map(technique => [technique.code, technique]))
  return {
    unknown: used.filter(({ code }) => !known.has(code)),
    withdrawn: used.flatMap(one => {
      const technique = known.get(one.code)
      if (!technique?.withdrawn) return []
      return [{ ...one, name: technique.name, replacedBy: technique.replacedBy }]
    }),
  }
}

export type TacticCoverage = Tactic & {
  /** techniques of the tactic that injects name, themselves or a part of them, in the order of their codes */
  exercised: (Used & { name: string })[]
  /** whole techniques (not parts) that the tactic has, and how many of them are exercised */
  techniques: number
  reached: number
}

const wholeOf = (code: string) => code.split('.', 1)[0] ?? code

/** What injects exercise of each tactic. A technique of several tactics counts for each: the code does not say which. */
export function coverageOf({ tactics, techniques }: Matrix, used: readonly Used[]): TacticCoverage[] {
  const counts = new Map(used.map(({ code, injects }) => [code, injects]))
  return tactics.map(tactic => {
    const own = techniques.filter(one => one.tactics.includes(tactic.key))
    const whole = new Set(own.filter(({ withdrawn }) => !withdrawn).map(({ code }) => wholeOf(code)))
    const exercised = own
      .flatMap(({ code, name }) => {
        const injects = counts.get(code)
        return injects === undefined ? [] : [{ code, name, injects }]
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1))
    const reached = new Set(exercised.map(({ code }) => wholeOf(code)).filter(code => whole.has(code)))
    return { ...tactic, exercised, techniques: whole.size, reached: reached.size }
  })
}
