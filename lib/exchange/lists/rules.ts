import { folded } from '@/lib/rosters/fields/rules'
import type { ExerciseDocument } from '../document/schema'

type Named = { id: string }

/** Gives each name one entry of a list, in the order of first use; names are the same without case and diacritics. */
export class Entries<Item extends Named> {
  private readonly known = new Map<string, Item>()
  /** by the very spelling: folding it again costs more than all the rest of a row */
  private readonly spelt = new Map<string, Item>()
  constructor(
    private readonly items: Item[],
    private readonly prefix: string,
    private readonly make: (id: string, name: string, number: number) => Item,
  ) {}

  of(name: string): Item {
    const written = this.spelt.get(name)
    if (written) return written
    const item = this.known.get(folded(name) || name) ?? this.added(name)
    this.spelt.set(name, item)
    return item
  }

  private added(name: string): Item {
    const key = folded(name) || name
    const number = this.items.length + 1
    const item = this.make(`${this.prefix}${number}`, name, number)
    this.items.push(item)
    this.known.set(key, item)
    return item
  }
}

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** The lists of a document that a row's words fill. */
export function entriesOf(document: ExerciseDocument) {
  const { scenario } = document
  const incidents = new Map<string, Entries<(typeof scenario.incidents)[number]>>()
  const storylines = new Entries(scenario.storylines, 's', (id, name, number) => ({
    id,
    number,
    name: cut(name, 200),
    summary: '',
    ...{ nextInject: null, nextIncident: null },
  }))
  return {
    storylines,
    /** numbered within its storyline */
    incident(storyline: string, name: string) {
      const list = incidents.get(storyline) ?? incidentsOf(scenario.incidents, storyline)
      incidents.set(storyline, list)
      return list.of(name)
    },
    modes: new Entries(scenario.modes, 'm', (id, name) => ({ id, name: cut(name, 120) })),
    personas: new Entries(scenario.personas, 'p', (id, name) => ({
      id,
      name: cut(name, 200),
      affiliation: '',
      note: '',
    })),
    teams: new Entries(document.teams, 't', (id, name) => ({
      id,
      name: cut(name, 120),
      number: null,
      kind: null,
      parent: null,
      site: null,
    })),
    phases: new Entries(document.phases, 'ph', (id, name) => ({
      id,
      name: cut(name, 200),
      audience: 'participants' as const,
      start: null,
      end: null,
    })),
    objectives: objectivesOf(scenario.objectives),
  }
}
export type DocumentEntries = ReturnType<typeof entriesOf>

type Incident = ExerciseDocument['scenario']['incidents'][number]

function incidentsOf(all: Incident[], storyline: string): Entries<Incident> {
  let number = 0
  return new Entries(all, 'n', (id, name) => {
    number += 1
    return { id, storyline, number, name: cut(name, 200), summary: '' }
  })
}

const NUMBERED =
  /^(?:(?:training |exercise )?(?:obj(?:ective|ectif|etivo)?|ziel|eesm[aä]rk|to|eo|lo)\b[ .:#]*)?([A-Z]{0,3}[-.]?\d{1,3}(?:\.\d{1,3}){0,3})(?:\s*[-–:.)]\s*|\s+|$)(.*)$/isu

/** `1.2 Report in time` and a later `1.2` alone are one objective; one without a number is known by its words. */
function objectivesOf(all: ExerciseDocument['scenario']['objectives']) {
  const numbers = new Map<string, (typeof all)[number]>()
  const titles = new Map<string, (typeof all)[number]>()
  const spelt = new Map<string, (typeof all)[number]>()
  return {
    of(text: string) {
      const written = spelt.get(text)
      if (written) return written
      const objective = this.read(text)
      spelt.set(text, objective)
      return objective
    },
    read(text: string) {
      const [, number, title = ''] = NUMBERED.exec(text) ?? [null, null, text]
      const found = number ? numbers.get(number.toLowerCase()) : titles.get(folded(title))
      if (found) {
        if (found.title === '') found.title = cut(title.trim(), 300)
        return found
      }
      const id = `o${all.length + 1}`
      const objective = {
        id,
        parent: null,
        number: number ?? freeNumber(numbers),
        title: cut(title.trim(), 300),
        criteria: [],
        leastInjects: 1,
      }
      all.push(objective)
      numbers.set(objective.number.toLowerCase(), objective)
      if (objective.title !== '') titles.set(folded(objective.title), objective)
      return objective
    },
  }
}

function freeNumber(numbers: ReadonlyMap<string, unknown>): string {
  let number = numbers.size + 1
  while (numbers.has(String(number))) number += 1
  return String(number)
}
