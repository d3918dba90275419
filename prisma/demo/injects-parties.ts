import type { Exercise, Inject, InjectParty } from '../client/client'
import type { InjectWords } from './injects-text'
import type { InjectPlace } from './injects-times'
import type { StoryPlan } from './story/plan'
import { type Making, one, put } from './world'

type Told = { inject: Inject; plan: StoryPlan; words: InjectWords; spot: InjectPlace }
type Who = Partial<Pick<InjectParty, 'teamId' | 'roleId' | 'registrationId' | 'personaId'>>

/** Each place is played by a third of the blue teams. */
const waves = [
  [1, 2, 3, 4, 5, 6],
  [7, 8, 9, 10, 11, 12],
  [13, 14, 15, 16, 17],
] as const

const redTeams = ['Red Network', 'Red Web', 'Red Special Systems'] as const

/** From whom it comes and whom it is for. Two have been forgotten, for a planner to find. */
export function addParties(
  { world, random }: Making,
  exercise: Exercise,
  { inject, plan, words, spot }: Told,
) {
  const own = <Row extends { exerciseId: string }>(rows: readonly Row[], fits: (row: Row) => boolean) =>
    one(rows, row => row.exerciseId === exercise.id && fits(row))
  const team = (name: string): Who => ({ teamId: own(world.Team, row => row.name === name).id })
  const blue = (waves[spot.place] ?? waves[0]).map(n => team(`Blue Team ${String(n).padStart(2, '0')}`))
  const add = (side: 'from' | 'to', parties: readonly Who[]) => {
    for (const [position, who] of parties.entries())
      put(world.InjectParty, {
        ...{ id: random.id(), exerciseId: exercise.id, injectId: inject.id, side, position },
        ...{ teamId: null, roleId: null, registrationId: null, personaId: null },
        ...who,
      })
  }
  if (words.red) {
    add('from', [team('Red Team')])
    return add('to', [team(redTeams[spot.storyline % 3] ?? 'Red Network')])
  }
  if (words.kind === 'expected_action') {
    add('from', blue)
    return add('to', [team('Exercise Control')])
  }
  const voice = plan.voices[words.mode] ?? plan.voices.E
  add('from', voice ? [{ personaId: own(world.Persona, row => row.name === voice).id }] : [])
  if (spot.storyline === 7 && spot.incident === 3 && spot.part === 'later' && spot.place < 2) return
  const { role } = plan
  const byRole = role !== null && (spot.part === 'later' || spot.part === 'aside')
  add('to', byRole ? [{ roleId: own(world.Role, row => row.name === role).id }] : blue)
}

/** What the exercise's own columns say of it: who answers, whether it was rehearsed, where its papers lie. */
export function addColumnValues({ world, random }: Making, exercise: Exercise, told: Omit<Told, 'words'>) {
  const { inject, plan, spot } = told
  const add = (name: string, value: string) =>
    put(world.InjectValue, {
      ...{ exerciseId: exercise.id, injectId: inject.id, value, teamId: null, registrationId: null },
      columnId: one(world.MselColumn, row => row.exerciseId === exercise.id && row.name === name).id,
    })
  if (spot.part === 'opening') add('Response cell', plan.cell)
  if (inject.state === 'synchronised') add('Rehearsed', random.chance(0.7) ? 'yes' : 'no')
  if (spot.part === 'opening' && spot.place === 0)
    add('Supporting documents', `https://papers.lantern.example/${inject.serial.replace('.', '/')}`)
  if (spot.part === 'later' && spot.place === 2) add('Coordinated with', 'Legal and Policy Cell')
}
