import { demoPeople } from '@/lib/accounts/demo-people'
import { type Pattern, shiftsOf } from '@/lib/shifts/pattern/rules'
import { usualRest } from '@/lib/shifts/rest/rules'
import { instantOf, type Moment, momentColumns } from '@/lib/time'
import type { Exercise, Rota } from '../client/client'
import { at, t } from './moments'
import { type Making, one, put } from './world'

const HOUR = 3600

type DemoWatch = {
  name: string
  team: string
  phase: string
  start: Moment
  end: Moment
  hours: number
  handover: number
  crews: number
  places: number
  /** Who of the demo stands with the first crew. */
  cast: readonly string[]
}

/** Control rides on the exercise clock, the range by the clock on the wall; the team of the demo's expert sits in Tokyo. */
const watches: readonly DemoWatch[] = [
  {
    ...{ name: 'EXCON watch', team: 'Exercise Control', phase: 'Play', start: t(-1), end: t(79) },
    ...{ hours: 8, handover: HOUR / 2, crews: 3, places: 4, cast: ['planner', 'controller'] },
  },
  {
    ...{ name: 'Red operations', team: 'Red Network', phase: 'Play', start: t(0), end: t(79) },
    ...{ hours: 12, handover: HOUR / 2, crews: 2, places: 3, cast: [] },
  },
  {
    ...{ name: 'Range watch', team: 'Range Operations', phase: 'Play' },
    ...{ start: at(-1, '20:00'), end: at(3, '20:00') },
    ...{ hours: 8, handover: HOUR / 4, crews: 4, places: 2, cast: [] },
  },
  {
    ...{ name: 'Blue Team 07 watch', team: 'Blue Team 07', phase: 'Play', start: t(0), end: t(79) },
    ...{ hours: 9, handover: HOUR, crews: 3, places: 3, cast: ['expert'] },
  },
]

/** The watch rotas of the main exercise, with crews and people; one of control’s stands in where it breaks the rest. */
export function addWatches(making: Making, exercise: Exercise): void {
  put(making.world.RestRules, { exerciseId: exercise.id, ...usualRest, version: 1 })
  for (const watch of watches) addWatch(making, exercise, watch)
}

function addWatch({ world, random }: Making, exercise: Exercise, watch: DemoWatch): void {
  const own = <Row extends { exerciseId: string; name: string }>(rows: readonly Row[], name: string) =>
    one(rows, row => row.exerciseId === exercise.id && row.name === name)
  const { name, start, end, crews, places } = watch
  const pattern: Pattern = {
    ...{ start, end, crews },
    ...{ lengthSeconds: watch.hours * HOUR, handoverSeconds: watch.handover },
  }
  const rota = put(world.Rota, {
    ...{ id: random.id(), exerciseId: exercise.id, name, roleId: null, crews, places },
    ...{ teamId: own(world.Team, watch.team).id, phaseId: own(world.Phase, watch.phase).id },
    ...{ lengthSeconds: pattern.lengthSeconds, handoverSeconds: pattern.handoverSeconds },
    ...momentColumns('start', start),
    ...momentColumns('end', end),
    version: 1,
  })
  const members = crewsOf({ world }, rota, watch).map(member =>
    put(world.CrewMember, { id: random.id(), exerciseId: exercise.id, rotaId: rota.id, ...member }),
  )
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  for (const [i, { start, durationSeconds, crew }] of shiftsOf(pattern, frame).entries()) {
    const shift = put(world.Shift, {
      ...{ id: random.id(), exerciseId: exercise.id, rotaId: rota.id, teamId: rota.teamId, roleId: null },
      ...{ crew, title: '', note: '', durationSeconds, places, version: 1, madeVersion: 1 },
      ...momentColumns('start', start),
    })
    const standing = members.filter(member => member.crew === crew)
    // Somebody of the first crew stands in with the second: no rest between the two.
    const standsIn = watch.name === 'EXCON watch' && i === 4 ? members.slice(2, 3) : []
    for (const { registrationId, accountId } of [...standing, ...standsIn])
      put(world.Duty, {
        ...{ id: random.id(), exerciseId: exercise.id, shiftId: shift.id, registrationId, accountId },
      })
  }
}

/** The cast first, then those who are confirmed in the team, crew by crew; the last crew lacks one. */
function crewsOf({ world }: Pick<Making, 'world'>, rota: Rota, { cast, crews, places }: DemoWatch) {
  const emails = cast.map(key => one([...demoPeople], person => person.key === key).email)
  const accounts = world.Account.filter(account => emails.includes(account.email))
  const registrations = world.Registration.filter(
    row => row.exerciseId === rota.exerciseId && row.teamId === rota.teamId && row.state === 'confirmed',
  )
  const registered = registrations.filter(row => emails.includes(row.email))
  const staff = accounts.filter(account => !registered.some(row => row.email === account.email))
  const others = registrations.filter(row => !registered.includes(row))
  const people = [
    ...staff.map(({ id }) => ({ registrationId: null, accountId: id })),
    ...[...registered, ...others].map(({ id }) => ({ registrationId: id, accountId: null })),
  ]
  return people
    .slice(0, crews * places - 1)
    .map((person, i) => ({ ...person, crew: Math.floor(i / places) + 1 }))
}
