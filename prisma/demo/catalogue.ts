import { contentTlp, strictest } from '@/lib/catalogue/content/rules'
import type { CatalogueContent } from '@/lib/catalogue/content/schema'
import { contentFrom } from '@/lib/catalogue/keeping/rules'
import { graphFrom } from '@/lib/injects/known/rules'
import { plannedTimes } from '@/lib/injects/order/rules'
import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { CatalogueKind, Exercise, Incident, Inject, Storyline } from '../client/client'
import { logicOf, placeOf, rowsOf } from './catalogue-source'
import { accountOf } from './history'
import { type Making, one, put } from './world'

/** `3`: the whole storyline; `3/2`: its second incident; `3.7`: one inject. With how many versions, and by what it is found. */
const kept: readonly [what: string, versions: 1 | 2, keywords: string][] = [
  ['1', 2, 'energy, blackout, ransom'],
  ['3', 1, 'health, public warning'],
  ['10', 1, 'supply chain, update server'],
  ['2/1', 2, 'port, logistics'],
  ['4/2', 1, 'banking, cash'],
  ['5/1', 1, 'telecom, emergency calls'],
  ['6/3', 1, 'election, disinformation'],
  ['8/2', 2, 'water, control systems'],
  ['11/1', 1, 'law, attribution'],
  ['7.11', 1, 'satellite, navigation'],
  ['9.6', 1, 'host nation support'],
  ['12.21', 1, 'press, spokespeople'],
]

/** What planners kept of the main exercise, and of the edition before it. */
export function addCatalogue(making: Making, exercise: Exercise, previous: Exercise): void {
  const { world, dates } = making
  for (const [at, [what, versions, keywords]] of kept.entries()) {
    const { rows, incidents, ...source } = sourceOf(making, exercise, what)
    const last = versions - 1
    // What the edition before had not written yet: one inject in ten.
    const contents = Array.from({ length: versions }, (_, n) => {
      const own = n === last ? rows : rows.filter((_row, index) => index % 10 !== 9)
      return contentFrom({ ...source.rest, incidents, rows: rowsOf(world, own) }).content
    })
    const entry = put(world.CatalogueEntry, {
      ...{ id: making.random.id(), programmeId: exercise.programmeId },
      exerciseId: versions === 2 ? previous.id : exercise.id,
      ...{ kind: source.kind, name: source.name, summary: source.summary, keywords: keywords.split(', ') },
      tlp: strictest(['green', ...contents.map(contentTlp)]),
      ...{
        retired: false,
        nextVersion: versions + 1,
        createdById: accountOf(making, 'planner').id,
        version: 1,
      },
    })
    for (const [n, content] of contents.entries()) {
      const own = n === last
      const version = put(world.CatalogueVersion, {
        ...{ id: making.random.id(), programmeId: exercise.programmeId, entryId: entry.id, number: n + 1 },
        keptAt: dateOf(dates.now - (own ? 20 - at : 290 - at) * DAY),
        note: n > 0 ? 'With what the scripting workshop added' : '',
        exerciseId: versions === 2 && !own ? previous.id : exercise.id,
        ...{ injects: content.injects.length, createdById: accountOf(making, 'planner').id },
      })
      put(world.CatalogueContent, contentRow(version, content))
      // The first of them came from last year's, of which there is something newer by now.
      if (at === 3 && n === 0) for (const inject of rows) inject.catalogueVersionId = version.id
    }
  }
}

const contentRow = (version: { id: string; programmeId: string }, content: CatalogueContent) => {
  return { versionId: version.id, programmeId: version.programmeId, content }
}

type Told = {
  kind: CatalogueKind
  name: string
  summary: string
  rows: Inject[]
  incidents: Incident[]
}

function sourceOf({ world }: Making, exercise: Exercise, what: string) {
  const place = placeOf(world, exercise)
  const logic = logicOf(world, exercise)
  const told = toldBy(world, exercise, what)
  const storyline = told.kind === 'storyline' ? told : { name: '', summary: '' }
  const rest = {
    ...{ name: storyline.name, summary: storyline.summary, place, logic },
    planned: plannedTimes(graphFrom(logic, place.frame)),
    // Injects of the demo name roles and teams, never a person.
    roleOf: new Map<string, string>(),
    ...{ withFiles: new Set<string>(), withForeign: new Set<string>() },
  }
  return { ...told, rest }
}

function toldBy(world: Making['world'], { id }: Exercise, what: string): Told {
  const [number = 0] = what.split(/[./]/).map(Number)
  const storyline = one(world.Storyline, row => row.exerciseId === id && row.number === number)
  const own = world.Inject.filter(({ storylineId }) => storylineId === storyline.id)
  const incidents = world.Incident.filter(({ storylineId }) => storylineId === storyline.id)
  if (what.includes('.')) {
    const inject = one(own, ({ serial }) => serial === what)
    return { kind: 'inject', name: inject.title, summary: '', rows: [inject], incidents: [] }
  }
  if (!what.includes('/')) return { kind: 'storyline', ...wordsOf(storyline), rows: own, incidents }
  const incident = one(incidents, row => row.number === Number(what.split('/')[1]))
  const rows = own.filter(({ incidentId }) => incidentId === incident.id)
  return { kind: 'incident', ...wordsOf(incident), rows, incidents: [incident] }
}

const wordsOf = ({ name, summary }: Storyline | Incident) => ({ name, summary })
