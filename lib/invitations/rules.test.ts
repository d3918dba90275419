import { expect, test } from 'vitest'
import { actorWith, usualActor } from '../policy.fixture'
import { invitationProblem, mayGiveProgrammeRole } from './rules'

const now = Date.UTC(2027, 0, 15)
const open = { expiresAt: now + 1, revokedAt: null, used: 0, maxUses: 1 }

test('an open invitation lets in until its last instant', () => {
  expect(invitationProblem(open, now)).toBeNull()
  expect(invitationProblem({ ...open, expiresAt: now }, now)).toBe('invitation_expired')
})

test('each way of being shut has its word; being revoked is said first', () => {
  expect(invitationProblem(null, now)).toBe('invitation_unknown')
  expect(invitationProblem({ ...open, used: 1 }, now)).toBe('invitation_used')
  expect(invitationProblem({ ...open, used: 1, revokedAt: now }, now)).toBe('invitation_revoked')
})

test('only an administrator makes administrators', () => {
  const programmeId = 'programme'
  const director = actorWith({ scope: 'programme', role: 'director', programmeId, exerciseIds: [] })
  const administrator = actorWith({ scope: 'programme', role: 'administrator', programmeId, exerciseIds: [] })
  expect(mayGiveProgrammeRole(director, programmeId, 'planner')).toBe(true)
  expect(mayGiveProgrammeRole(director, programmeId, 'administrator')).toBe(false)
  expect(mayGiveProgrammeRole(administrator, programmeId, 'administrator')).toBe(true)
  expect(mayGiveProgrammeRole(administrator, 'another', 'planner')).toBe(false)
  const platform = actorWith({ scope: 'platform', role: 'administrator' })
  expect(mayGiveProgrammeRole(platform, programmeId, 'administrator')).toBe(true)
})

test('staff of one exercise give no role in its programme', () => {
  expect(mayGiveProgrammeRole(usualActor('director'), 'programme', 'observer')).toBe(false)
  expect(mayGiveProgrammeRole(usualActor('point_of_contact'), 'programme', 'observer')).toBe(false)
})
