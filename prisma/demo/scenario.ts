import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Exercise } from '../client/client'
import { addInjects } from './injects'
import { addControllers } from './injects-people'
import { home } from './moments'
import { randomOf } from './random'
import { election, telecom } from './story/air-and-word'
import { military, supplyChain } from './story/forces-and-supply'
import { bank, hospital } from './story/health-and-money'
import { lawAndStrategy, media } from './story/law-and-press'
import { demoObjectives } from './story/objectives'
import { demoPersonas } from './story/personas'
import { demoModes, type StoryPlan } from './story/plan'
import { portLogistics, powerGrid } from './story/power-and-port'
import { satellite, water } from './story/sky-and-water'
import { type Making, one, put } from './world'

const plans: readonly StoryPlan[] = [
  ...[powerGrid, portLogistics, hospital, bank, telecom, election],
  ...[satellite, water, military, supplyChain, lawAndStrategy, media],
]

/** Every storyline has as many injects; a seventy-sixth number is given where one is skipped. */
const injectsOfEach = 75

const ownSeed = 0x4d53_454c

/** The story of the main exercise: 900 injects in twelve storylines. From a seed of its own: the rest stays as it is. */
export function addScenario(shared: Making, exercise: Exercise): void {
  const making = { ...shared, random: randomOf(ownSeed, shared.dates.now) }
  addSettings(making, exercise)
  addLists(making, exercise)
  const controllers = addControllers(making, exercise, 15)
  for (const [index, plan] of plans.entries()) {
    const storyline = put(making.world.Storyline, {
      ...{ id: making.random.id(), exerciseId: exercise.id, number: index + 1, position: index },
      ...{ name: plan.name, summary: plan.summary },
      ...{ nextInject: injectsOfEach + (index === 6 ? 2 : 1), nextIncident: 6, version: 1 },
    })
    addInjects(making, exercise, { plan, storyline, index, controllers })
  }
}

/** Three days of the story: it begins in September, jumps by ten days overnight, and by four weeks before the last. */
function addSettings({ world, random, dates }: Making, { id: exerciseId }: Exercise): void {
  put(world.Scenario, {
    ...{ exerciseId, timeZone: home, nightFrom: 22 * 60, nightTo: 6 * 60, controllerLoad: 4 },
    ...{ controllersSee: 'own' as const, attackRelease: '19', version: 1 },
    ...{ nextStoryline: plans.length + 1, nextInject: 1, nextGate: plans.length + 1 },
  })
  const begins = Date.UTC(new Date(dates.main).getUTCFullYear() + 4, 8, 3, 3)
  for (const [day, storyDay, speed] of [
    [0, 0, 1],
    [1, 11, 1],
    [2, 12, 6],
    [3, 43, 1],
  ] as const)
    put(world.ScenarioMark, {
      ...{ id: random.id(), exerciseId, offset: day * 86_400, speed, version: 1 },
      scenarioAt: dateOf(begins + storyDay * DAY),
    })
}

function addLists({ world, random }: Making, { id: exerciseId }: Exercise): void {
  const made = () => ({ id: random.id(), exerciseId, version: 1 })
  for (const [position, name] of Object.values(demoModes).entries())
    put(world.DeliveryMode, { ...made(), name, position })
  for (const [name, affiliation, note] of demoPersonas)
    put(world.Persona, { ...made(), name, affiliation, note })
  for (const { number, title, least, criteria } of demoObjectives) {
    const above = number.includes('.') ? number.replace(/\.\d+$/, '') : null
    const parentId =
      above && one(world.Objective, row => row.exerciseId === exerciseId && row.number === above).id
    const position = Number(/\d+$/.exec(number)?.[0]) - 1
    put(world.Objective, {
      ...{ ...made(), parentId, number, title },
      ...{ criteria: [...criteria], leastInjects: least, position },
    })
  }
  const cells = ['HICON', 'LOCON', 'SIDECON', 'Grey cell', 'Media cell']
  for (const [position, [name, kind, audience, choices]] of (
    [
      ['Response cell', 'choice', 'controllers', cells],
      ['Rehearsed', 'yes_no', 'controllers', []],
      ['Supporting documents', 'url', 'controllers', []],
      ['Coordinated with', 'text', 'planners', []],
    ] as const
  ).entries())
    put(world.MselColumn, { ...made(), name, kind, audience, choices: [...choices], position })
}
