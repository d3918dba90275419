import { momentColumns } from '@/lib/time'
import type {
  Account,
  Exercise,
  Incident,
  Inject,
  LogicGate,
  Storyline,
  WaitCondition,
} from '../client/client'
import { accountOf } from './history'
import { addColumnValues, addParties } from './injects-parties'
import { states, tlpOf } from './injects-states'
import { wordsOf } from './injects-text'
import { type InjectPlace, momentOfInject } from './injects-times'
import { demoModes, type StoryPlan, slots } from './story/plan'
import { type Making, one, put } from './world'

export type Telling = {
  plan: StoryPlan
  storyline: Storyline
  index: number
  controllers: readonly Account[]
}

const gates = [
  { kind: 'all', name: 'All three places have answered' },
  { kind: 'any', name: 'One place has answered' },
  { kind: 'manual', name: 'Word of the storyline’s lead' },
] as const

/** The 75 injects of a storyline: five incidents at three places each, with what waits for what. */
export function addInjects(making: Making, exercise: Exercise, telling: Telling): void {
  const { world, random } = making
  const { plan, storyline, index } = telling
  const gate = put(world.LogicGate, {
    ...{ id: random.id(), exerciseId: exercise.id, number: storyline.number, version: 1 },
    ...(gates[index % 3] ?? gates[0]),
  })
  let given = 0
  for (const [at, told] of plan.incidents.entries()) {
    const incident = put(world.Incident, {
      ...{ id: random.id(), exerciseId: exercise.id, storylineId: storyline.id, number: at + 1 },
      ...{ name: told.name, summary: told.summary, position: at, version: 1 },
    })
    for (const place of [0, 1, 2]) {
      const made = slots.map(({ part }) => {
        given += 1
        // One serial was given to an inject that is gone.
        if (index === 6 && given === 40) given += 1
        const spot = { storyline: index, incident: at, place, part }
        return addInject(making, exercise, telling, { spot, incident, number: given })
      })
      addWaits(making, made, gate, { storyline: index, incident: at, place })
    }
  }
}

type Place = { spot: InjectPlace; incident: Incident; number: number }

function addInject(
  making: Making,
  exercise: Exercise,
  telling: Telling,
  { spot, incident, number }: Place,
): Inject {
  const { world, random } = making
  const { plan, storyline, index, controllers } = telling
  const exerciseId = exercise.id
  const told = plan.incidents[spot.incident] ?? plan.incidents[0]
  const words = wordsOf(plan, told, spot)
  const behind = spot.part === 'aside' && (spot.place === 1 || waitsForGate(spot))
  const moment = behind ? null : momentOfInject(spot)
  const mode = one(
    world.DeliveryMode,
    row => row.exerciseId === exerciseId && row.name === demoModes[words.mode],
  )
  const kindOf = (name: string) =>
    one(world.TeamKind, row => row.exerciseId === exerciseId && row.name === name)
  const { state, reviewed } = states(random, index)
  // Two controllers a storyline, by turns; the demo's own has the first of the power grid.
  const hands = controllers[(index + (spot.place === 1 ? 7 : 0)) % controllers.length]
  const technical = spot.part === 'opening' && spot.place < 2
  const inject = put(world.Inject, {
    ...{ id: random.id(), exerciseId, serial: `${storyline.number}.${number}` },
    ...{ storylineId: storyline.id, incidentId: incident.id, kind: words.kind },
    ...{ title: words.title, text: words.text, deliveryModeId: mode.id },
    ...momentColumns('start', moment),
    durationSeconds: words.kind === 'expected_action' ? 2700 : random.pick([900, 1200, 1800]),
    scenarioAt: null,
    phaseId: one(world.Phase, row => row.exerciseId === exerciseId && row.name === 'Play').id,
    controllerId: hands?.id ?? null,
    reviewerId: reviewed ? accountOf(making, index % 2 === 0 ? 'planner' : 'director').id : null,
    ...{ trigger: words.trigger, expectedAction: words.expected, measure: words.measure },
    scoreLeast: words.kind === 'expected_action' ? 0 : null,
    scoreMost: words.kind === 'expected_action' ? (index % 2 === 0 ? 10 : 20) : null,
    notes: words.red ? 'Umpires see this beforehand. Stop by the word “lighthouse”.' : '',
    tlp: tlpOf(words, spot),
    releasableTo: index === 8 ? 'Host nation support and partners at Camp Alder' : '',
    keptToKindId: words.red ? kindOf('Red').id : null,
    techniques: words.red || technical ? [...told.techniques] : [],
    cves: [],
    cwes: technical ? [...(told.cwes ?? [])] : [],
    state,
    stateReason: state === 'review' && random.chance(0.3) ? 'For the next scripting workshop' : null,
    foreign: null,
    createdById: accountOf(making, 'planner').id,
    catalogueVersionId: null,
    version: 1,
  })
  addParties(making, exercise, { inject, plan, words, spot })
  addColumnValues(making, exercise, { inject, plan, spot })
  for (const number of objectivesOf(plan, spot))
    put(world.InjectObjective, {
      ...{ exerciseId, injectId: inject.id },
      objectiveId: one(world.Objective, row => row.exerciseId === exerciseId && row.number === number).id,
    })
  return inject
}

/** The first objective by what opens and what is expected, the others by what comes later; red's plans serve none. */
function objectivesOf(plan: StoryPlan, { part, place, incident }: InjectPlace): string[] {
  const [first = '1.1', second = first, third = second] = plan.objectives
  if (part === 'opening') return [first]
  if (part === 'answer') return incident === 3 ? [first, '5.3'] : [first, second]
  if (part === 'aside') return place === 0 ? ['3.1'] : place === 1 ? [third] : []
  return part === 'follow' ? [second] : [third]
}

const waitsForGate = ({ incident, place }: Pick<InjectPlace, 'incident' | 'place'>) =>
  incident === 2 && place === 0

/** What follows from what: at each place, and by the storyline's gate between its second and third incident. */
function addWaits(
  { world, random }: Making,
  made: readonly Inject[],
  gate: LogicGate,
  spot: Omit<InjectPlace, 'part'>,
): void {
  const [opening, follow, later, answer, aside] = made
  if (!opening || !follow || !later || !answer || !aside) return
  const { exerciseId } = gate
  const none = { injectId: null, gateId: null, afterInjectId: null, afterGateId: null }
  const wait = (own: Partial<Record<keyof typeof none, string>>, condition: WaitCondition, minutes: number) =>
    put(world.Wait, {
      ...{ id: random.id(), exerciseId, ...none, ...own },
      ...{ condition, delaySeconds: minutes * 60, version: 1 },
    })
  wait({ injectId: follow.id, afterInjectId: opening.id }, 'released', 20 + spot.place * 5)
  const heard = spot.incident % 2 === 1 ? 'acknowledged' : 'released'
  wait({ injectId: answer.id, afterInjectId: follow.id }, heard, 15)
  if (spot.place === 1) wait({ injectId: aside.id, afterInjectId: answer.id }, 'failed', 10)
  if (spot.incident === 1 && gate.kind !== 'manual')
    wait({ gateId: gate.id, afterInjectId: answer.id }, gate.kind === 'all' ? 'completed' : 'succeeded', 0)
  if (waitsForGate(spot)) wait({ injectId: aside.id, afterGateId: gate.id }, 'released', 10)
  // Two that are left for a planner to find: they are played before what they wait for has ended.
  if (spot.storyline === 2 && spot.incident === 0 && spot.place < 2)
    wait({ injectId: later.id, afterInjectId: answer.id }, 'completed', 60)
}
