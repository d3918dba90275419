import { recast } from '@/lib/editions/rules'
import { startingKinds } from '@/lib/teams/rules'
import type { StartexFrame } from '@/lib/time'
import { entriesIn, idLists } from '../document/ids/rules'
import { momentInDocument, momentOfDocument } from '../document/rules'
import type { DocumentInject, DocumentMoment, ExerciseDocument } from '../document/schema'

/** What is made up where a document says too little for an exercise, or cannot be said in one: how many of each. */
export type FoundingNotes = {
  /** teams of no kind: they are blue */
  kindless: number
  /** phases without both times: they are the whole exercise */
  timeless: number
  /** injects without a serial: they get the next ones */
  unnumbered: number
  /** controllers and reviewers named in words: they stand in the notes */
  responsible: number
  /** experts who send or receive and are no role here: they stand in the notes */
  experts: number
}

export type Founding = { document: ExerciseDocument; notes: FoundingNotes }

/**
 * The document with all that an exercise needs, and what had to be made up for that. `endexOffset` is in seconds from
 * STARTEX. Its problems are another matter.
 */
export function founding(given: ExerciseDocument, endexOffset: number): Founding {
  const kindless = given.teams.filter(({ kind }) => kind === null).length
  const phases = given.phases.map(phase => ({
    ...phase,
    start: phase.start ?? atStartex,
    end: phase.end ?? { anchor: 'ttime' as const, offset: endexOffset },
  }))
  const people = given.scenario.injects.map(withoutWords)
  const { teamKinds, teams } = withKinds(given)
  const injects = numbered(
    people.map(({ inject }) => inject),
    given,
  )
  const document = { ...given, phases, teamKinds, teams, scenario: { ...given.scenario, injects } }
  const sum = (of: 'responsible' | 'experts') => people.reduce((total, person) => total + person[of], 0)
  return {
    document: { ...document, scenario: { ...document.scenario, ...nextNumbers(document) } },
    notes: {
      kindless,
      timeless: given.phases.filter(({ start, end }) => !start || !end).length,
      unnumbered: given.scenario.injects.filter(({ serial }) => serial === null).length,
      ...{ responsible: sum('responsible'), experts: sum('experts') },
    },
  }
}

const atStartex = { anchor: 'ttime', offset: 0 } as const

/** A team has a kind, and a list of injects alone has none: those that every exercise begins with. */
function withKinds({ exercise, teamKinds, teams }: ExerciseDocument) {
  if (exercise && teams.every(({ kind }) => kind !== null)) return { teamKinds, teams }
  const names = new Set(teamKinds.map(({ name }) => name))
  const more = startingKinds.filter(({ name }) => !names.has(name))
  const kinds = [...teamKinds, ...more.map(kind => ({ ...kind, id: `kind ${kind.name}` }))]
  const blue = kinds.find(({ name }) => name === 'Blue')?.id ?? kinds[0]?.id ?? null
  return { teamKinds: kinds, teams: teams.map(team => ({ ...team, kind: team.kind ?? blue })) }
}

/** People are accounts and registrations here: who is only named in words stands in the notes. */
function withoutWords(inject: DocumentInject) {
  const words = (side: 'from' | 'to') =>
    inject[side].flatMap(party => (party.kind === 'person' ? [`${side}: ${party.words}`] : []))
  const experts = [...words('from'), ...words('to')]
  const responsible = (['controller', 'reviewer'] as const).flatMap(who =>
    inject[who] === '' ? [] : [`${who}: ${inject[who]}`],
  )
  const notes = [inject.notes, ...responsible, ...experts].filter(Boolean).join('\n').slice(0, 8000)
  const parties = (side: 'from' | 'to') => inject[side].filter(({ kind }) => kind !== 'person')
  const start = inject.start
  return {
    inject: {
      ...inject,
      ...{ notes, controller: '', reviewer: '', from: parties('from'), to: parties('to') },
      // An inject is played at a time: a whole day begins at midnight.
      start: start?.anchor === 'dday' ? { ...start, minute: start.minute ?? 0 } : start,
    },
    responsible: responsible.length,
    experts: experts.length,
  }
}

/** The number behind the storyline's in a serial such as `3.12`; 0 in any other. */
const within = (serial: string | null, number: number) => {
  const found = /^(\d{1,6})\.(\d{1,6})$/.exec(serial ?? '')
  return found && Number(found[1]) === number ? Number(found[2]) : 0
}

/** A serial for each inject that has none, as an exercise would give it. */
function numbered(injects: readonly DocumentInject[], { scenario }: ExerciseDocument): DocumentInject[] {
  const taken = new Set(injects.map(({ serial }) => serial?.toLowerCase()))
  const numbers = new Map(scenario.storylines.map(({ id, number }) => [id, number]))
  const next = new Map<number, number>()
  return injects.map(inject => {
    if (inject.serial !== null) return inject
    const storyline = numbers.get(inject.storyline ?? '') ?? 0
    let at = next.get(storyline) ?? 1
    while (taken.has(`${storyline}.${at}`)) at += 1
    next.set(storyline, at + 1)
    return { ...inject, serial: `${storyline}.${at}` }
  })
}

/** Numbers go on behind those that are there; a document that says where they go on is older than what was given since. */
function nextNumbers({ scenario }: ExerciseDocument) {
  const { storylines, incidents, gates, injects } = scenario
  const above = (numbers: readonly number[]) => numbers.reduce((most, one) => Math.max(most, one), 0) + 1
  const highest = new Map<number, number>()
  for (const { serial } of injects) {
    const number = Number(/^(\d{1,6})\./.exec(serial ?? '')?.[1] ?? Number.NaN)
    if (!Number.isNaN(number)) highest.set(number, Math.max(highest.get(number) ?? 0, within(serial, number)))
  }
  const ofStoryline = new Map<string, number[]>()
  for (const { storyline, number } of incidents)
    ofStoryline.set(storyline, [...(ofStoryline.get(storyline) ?? []), number])
  return {
    nextStoryline: Math.max(scenario.nextStoryline ?? 1, above(storylines.map(({ number }) => number))),
    nextGate: Math.max(scenario.nextGate ?? 1, above(gates.map(({ number }) => number))),
    nextInject: scenario.nextInject ?? (highest.get(0) ?? 0) + 1,
    storylines: storylines.map(storyline => ({
      ...storyline,
      nextInject: storyline.nextInject ?? (highest.get(storyline.number) ?? 0) + 1,
      nextIncident: Math.max(storyline.nextIncident ?? 1, above(ofStoryline.get(storyline.id) ?? [])),
    })),
  }
}

/** The plan under another STARTEX: what is fixed moves by as many days, everything else says the same again. */
export function retimed(document: ExerciseDocument, from: StartexFrame, to: StartexFrame): ExerciseDocument {
  if (from.startexAt === to.startexAt && from.timeZone === to.timeZone) return document
  const again = (moment: DocumentMoment) =>
    momentInDocument(recast(momentOfDocument(moment), from, to).moment)
  const maybe = (moment: DocumentMoment | null) => moment && again(moment)
  const started = <Item extends { start: DocumentMoment }>(item: Item): Item => ({
    ...item,
    start: again(item.start),
  })
  return {
    ...document,
    phases: document.phases.map(phase => ({ ...phase, start: maybe(phase.start), end: maybe(phase.end) })),
    activities: document.activities.map(activity => ({
      ...started(activity),
      agenda: activity.agenda.map(started),
      legs: activity.legs.map(started),
      signUp: activity.signUp && {
        ...activity.signUp,
        ...{ opens: maybe(activity.signUp.opens), closes: maybe(activity.signUp.closes) },
      },
    })),
    rotas: document.rotas.map(rota => ({ ...started(rota), end: again(rota.end) })),
    shifts: document.shifts.map(started),
    nations: document.nations.map(nation => ({ ...nation, dates: nation.dates.map(started) })),
    scenario: {
      ...document.scenario,
      injects: document.scenario.injects.map(inject => ({ ...inject, start: maybe(inject.start) })),
    },
  }
}

/** How many entries each list has, those that have any. */
export function countsIn(document: ExerciseDocument): { list: string; count: number }[] {
  const lists = { ...entriesIn(document), ...document, ...document.scenario }
  const names = [...idLists, 'seats', 'questions', 'shifts', 'marks', 'files'] as const
  return names.flatMap(list => {
    const count = lists[list].length
    return count === 0 ? [] : [{ list, count }]
  })
}
