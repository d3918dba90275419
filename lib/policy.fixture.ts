import type { Actor, Grant, Role, StaffRole } from './policy'

/** The ids that the tests of permissions speak of. */
export const here = {
  programmeId: '00000000-0000-7000-8000-0000000000a0',
  exerciseId: '00000000-0000-7000-8000-0000000000a1',
  participationId: '00000000-0000-7000-8000-0000000000a2',
  registrationId: '00000000-0000-7000-8000-0000000000a3',
  teamId: '00000000-0000-7000-8000-0000000000a4',
  teamKindId: '00000000-0000-7000-8000-0000000000a6',
  companyId: '00000000-0000-7000-8000-0000000000a5',
} as const

/** Somebody signed in who holds these grants; no rows behind. */
export function actorWith(...grants: Grant[]): Actor {
  return {
    kind: 'account',
    accountId: '00000000-0000-7000-8000-000000000001',
    name: 'Liis Kask',
    email: 'liis.kask@example.org',
    locale: null,
    timeZone: null,
    grants,
  }
}

/** A role as it is usually held, within `here`: staff of the exercise, a delegation's contact, an expert. */
export function usualActor(role: Role): Actor {
  const { exerciseId, participationId, registrationId, teamId, teamKindId } = here
  if (role === 'administrator') return actorWith({ scope: 'platform', role })
  if (role === 'point_of_contact' || role === 'deputy_contact' || role === 'reading_contact') {
    return actorWith({ scope: 'delegation', role, exerciseId, participationId, teamIds: [teamId] })
  }
  if (role === 'company_contact') {
    return actorWith({ scope: 'company', role, exerciseId, participationId, companyId: here.companyId })
  }
  if (role === 'expert') {
    return actorWith({ scope: 'own', role, exerciseId, participationId, registrationId, teamId, teamKindId })
  }
  return actorWith({ scope: 'exercise', role, exerciseId })
}

const ofProgramme = (role: StaffRole | 'observer'): Grant => ({
  scope: 'programme',
  role,
  programmeId: here.programmeId,
  exerciseIds: [here.exerciseId, 'sister'],
})

/** Everybody who holds one grant, in the order of the columns of a table of reaches. */
export const holders: [string, Actor][] = [
  ['the platform’s administrator', usualActor('administrator')],
  ...(['administrator', 'director', 'planner', 'controller', 'registrar', 'observer'] as const).map(
    (role): [string, Actor] => [`a programme’s ${role}`, actorWith(ofProgramme(role))],
  ),
  ...(['director', 'planner', 'controller', 'registrar', 'observer'] as const).map(
    (role): [string, Actor] => [`an exercise’s ${role}`, usualActor(role)],
  ),
  ['a delegation’s point of contact', usualActor('point_of_contact')],
  ['a delegation’s deputy', usualActor('deputy_contact')],
  ['somebody who reads along in a delegation', usualActor('reading_contact')],
  ['an expert', usualActor('expert')],
]

/** From the nearest thing to the farthest: what each letter stands for. */
const places = [
  ['o', here],
  ['d', { ...here, registrationId: 'another of the delegation' }],
  ['e', { ...here, participationId: 'another nation', registrationId: 'one of theirs' }],
  [
    'p',
    { ...here, exerciseId: 'sister', participationId: 'another nation', registrationId: 'one of theirs' },
  ],
  [
    'A',
    {
      programmeId: 'another programme',
      exerciseId: 'another exercise',
      participationId: 'another nation',
      registrationId: 'one of theirs',
    },
  ],
] as const

/** The letter of the farthest place that is reached, a dot where none is. Throws where something nearer is not: a reach
 * has no holes. */
export function farthest(reaches: (subject: (typeof places)[number][1]) => boolean): string {
  const allowed = places.flatMap(([letter, subject]) => (reaches(subject) ? [letter] : [])).join('')
  if (!'odepA'.startsWith(allowed)) throw new Error(`Reaches ${allowed}, and not what is nearer`)
  return allowed.at(-1) ?? '.'
}

/** A table of reaches: two lines of heads, then a name and a letter for each of `holders`. */
export function tableOf(text: string): Map<string, string[]> {
  const [, , , ...lines] = text.trimEnd().split('\n')
  return new Map(lines.map(line => line.trim().split(/\s+/)).map(([name = '', ...cells]) => [name, cells]))
}
