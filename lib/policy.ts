/**
 * Who may do what. Pure: an actor carries its grants, a permission names the roles that hold it and the kind of
 * thing it is about, and a grant reaches a subject or does not. Which rows an actor sees is in `policy-rows.ts`.
 */

export const staffRoles = ['administrator', 'director', 'planner', 'controller', 'registrar'] as const
export type StaffRole = (typeof staffRoles)[number]
/** Whoever speaks for a delegation: the lead, a deputy who does the same work, and somebody who only reads along. */
export const contactRoles = ['point_of_contact', 'deputy_contact', 'reading_contact'] as const
export type ContactRole = (typeof contactRoles)[number]

/** A company's or agency's contact inside a delegation puts up its own people and sees nobody else's. */
export type Role = StaffRole | ContactRole | 'company_contact' | 'expert' | 'observer'

export const isContact = (role: Role): role is ContactRole => contactRoles.some(contact => contact === role)

/** A role and how far it reaches. A programme's grant lists its exercises, so that reach needs no look-up. */
export type Grant =
  | { scope: 'platform'; role: 'administrator' }
  | { scope: 'programme'; role: StaffRole | 'observer'; programmeId: string; exerciseIds: string[] }
  | { scope: 'exercise'; role: Exclude<StaffRole, 'administrator'> | 'observer'; exerciseId: string }
  | {
      scope: 'delegation'
      role: ContactRole
      exerciseId: string
      participationId: string
      teamIds: string[]
    }
  | {
      scope: 'company'
      role: 'company_contact'
      exerciseId: string
      participationId: string
      companyId: string
    }
  | {
      scope: 'own'
      role: 'expert'
      exerciseId: string
      participationId: string
      registrationId: string
      teamId: string | null
      /** the kind of that team: red's plans are for red */
      teamKindId: string | null
    }

/** Whoever acts: nobody known, a person signed in, the holder of a link, or the system's own work. */
export type Actor =
  | { kind: 'visitor' }
  | {
      kind: 'account'
      accountId: string
      name: string
      email: string
      locale: string | null
      timeZone: string | null
      grants: Grant[]
    }
  | { kind: 'link'; linkId: string; name: string; grants: Grant[] }
  | { kind: 'job'; name: string }

export const visitor: Actor = { kind: 'visitor' }

/** Who is signed in, where somebody is. */
export function accountOf(actor: Actor): Extract<Actor, { kind: 'account' }> | null {
  return actor.kind === 'account' ? actor : null
}

/** What a permission is about, and so what its subject must name. */
type Subjects = {
  platform: Record<never, never>
  programme: { programmeId: string }
  exercise: { exerciseId: string }
  delegation: { exerciseId: string; participationId: string }
  /** without a company: the delegation's people, whatever company they are of */
  company: { exerciseId: string; participationId: string; companyId?: string | undefined }
  registration: { exerciseId: string; participationId: string; registrationId: string }
}

const organisers = ['administrator', 'director'] as const
const planners = [...organisers, 'planner'] as const
const registrars = [...organisers, 'registrar'] as const
const staff = staffRoles
const writingContacts = ['point_of_contact', 'deputy_contact'] as const

/** Permission → what it is about and which roles hold it. The compiler checks that no permission is left out. */
export const permissions = {
  'platform.administer': { on: 'platform', roles: ['administrator'] },
  'programme.read': { on: 'programme', roles: [...staff, 'observer'] },
  'programme.edit': { on: 'programme', roles: organisers },
  'exercise.create': { on: 'programme', roles: organisers },
  'exercise.read': {
    on: 'exercise',
    roles: [...staff, ...contactRoles, 'company_contact', 'expert', 'observer'],
  },
  'exercise.plan': { on: 'exercise', roles: [...staff, 'observer'] },
  'exercise.edit': { on: 'exercise', roles: organisers },
  'exercise.move': { on: 'exercise', roles: organisers },
  'schedule.edit': { on: 'exercise', roles: planners },
  'team.edit': { on: 'exercise', roles: planners },
  'scenario.edit': { on: 'exercise', roles: planners },
  // Which injects of it: `injectRows`. Whoever is kept a part of it for their kind of team has no need of this.
  'scenario.read': { on: 'exercise', roles: [...planners, 'controller'] },
  'scenario.approve': { on: 'exercise', roles: organisers },
  'nation.list': { on: 'exercise', roles: [...staff, 'observer'] },
  'nation.edit': { on: 'exercise', roles: registrars },
  'member.edit': { on: 'exercise', roles: organisers },
  'history.read': { on: 'exercise', roles: [...staff] },
  'question.edit': { on: 'exercise', roles: registrars },
  'registration.overview': { on: 'exercise', roles: [...staff] },
  'registration.decide': { on: 'exercise', roles: registrars },
  'delegation.read': { on: 'delegation', roles: [...staff, ...contactRoles] },
  'delegation.edit': { on: 'delegation', roles: [...registrars, ...writingContacts] },
  'contact.edit': { on: 'delegation', roles: [...registrars, 'point_of_contact'] },
  'registration.nominate': { on: 'delegation', roles: [...registrars, ...writingContacts] },
  'attendance.list': { on: 'exercise', roles: [...staff] },
  'attendance.edit': { on: 'exercise', roles: [...planners, 'registrar'] },
  'attendance.read': { on: 'delegation', roles: [...staff, ...contactRoles] },
  'attendance.sign_up': { on: 'delegation', roles: [...planners, 'registrar', ...writingContacts] },
  'attendance.sign_up_self': { on: 'registration', roles: ['expert'] },
  'company.nominate': { on: 'company', roles: [...registrars, ...writingContacts, 'company_contact'] },
  'registration.read': {
    on: 'registration',
    roles: [...staff, ...contactRoles, 'company_contact', 'expert'],
  },
  'registration.fill': { on: 'registration', roles: ['expert'] },
  // Diet, access and travel: whoever feeds, seats and fetches people, and nobody else.
  'registration.needs': { on: 'registration', roles: [...registrars, ...writingContacts, 'expert'] },
} as const satisfies Record<string, { on: keyof Subjects; roles: readonly Role[] }>

export type Permission = keyof typeof permissions
export type Subject<P extends Permission> = Subjects[(typeof permissions)[P]['on']]

/** True where one of the actor's grants holds the permission and reaches the subject. A job may do everything. */
export function can<P extends Permission>(actor: Actor, permission: P, subject: Subject<P>): boolean {
  if (actor.kind === 'job') return true
  return grantsWith(actor, permission).some(grant => reaches(grant, permissions[permission].on, subject))
}

/** The actor's grants whose role holds the permission, whatever they reach. */
export function grantsWith(actor: Actor, permission: Permission): Grant[] {
  const holders: readonly Role[] = permissions[permission].roles
  return grantsOf(actor).filter(grant => holders.includes(grant.role))
}

export function grantsOf(actor: Actor): Grant[] {
  return actor.kind === 'account' || actor.kind === 'link' ? actor.grants : []
}

/** A delegation's or an expert's grant lies inside an exercise: it reaches what is about the whole exercise
 * (the role decides whether it may), but never another delegation or another person. */
function reaches(
  grant: Grant,
  on: keyof Subjects,
  subject: Partial<Subjects['registration'] & Subjects['company'] & Subjects['programme']>,
): boolean {
  if (grant.scope === 'platform') return true
  if (on === 'platform') return false
  if (on === 'programme') return grant.scope === 'programme' && grant.programmeId === subject.programmeId
  if (grant.scope === 'programme') return grant.exerciseIds.includes(subject.exerciseId ?? '')
  if (grant.exerciseId !== subject.exerciseId) return false
  if (grant.scope === 'exercise' || on === 'exercise') return true
  if (grant.participationId !== subject.participationId) return false
  if (grant.scope === 'delegation') return true
  if (grant.scope === 'company') return on === 'company' && grant.companyId === subject.companyId
  return on === 'registration' && grant.registrationId === subject.registrationId
}

/** The exercises in which the actor has any part, `all` for whoever administers the platform. */
export function exercisesOf(actor: Actor): 'all' | string[] {
  if (actor.kind === 'job') return 'all'
  const grants = grantsOf(actor)
  if (grants.some(grant => grant.scope === 'platform')) return 'all'
  return [
    ...new Set(
      grants.flatMap(grant =>
        grant.scope === 'programme'
          ? grant.exerciseIds
          : grant.scope === 'platform'
            ? []
            : [grant.exerciseId],
      ),
    ),
  ]
}
