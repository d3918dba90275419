import { expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/policy'
import { columnsOf } from '@/lib/timeline/columns/rules'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import {
  makeAttendance,
  makeParticipation,
  makeRegistration,
  makeTeamNation,
} from '@/prisma/delegation-factories'
import { makeActivity, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { makeInject, makeStoryline } from '@/prisma/scenario-factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { readWhole } from './whole'

const everything = { injects: 'all', groups: ['plan', 'shifts'] } as const

/** Two nations with a team, a person, a shift and a seat at a conference each; an inject; a phase for staff alone. */
async function scene() {
  const exercise = await makeExercise()
  const conference = await makeActivity(exercise, { kind: 'conference', title: 'Mid planning conference' })
  await makePhase(exercise, { name: 'Scripting', audience: 'staff' })
  const storyline = await makeStoryline(exercise, { number: 4, name: 'Harbour' })
  await makeInject(exercise, {
    storylineId: storyline.id,
    title: 'The cranes stop',
    startAnchor: 'ttime',
    startOffset: 60,
  })
  const nations = await Promise.all(
    ['Aoki', 'Saar'].map(async familyName => {
      const participation = await makeParticipation(exercise)
      const team = await makeTeam(exercise)
      await makeTeamNation(team, participation)
      const registration = await makeRegistration(participation, {
        familyName,
        state: 'confirmed',
        teamId: team.id,
      })
      await makeDuty(await makeShift(team), { registrationId: registration.id })
      await makeAttendance(participation, conference, {
        ...{ state: 'signed_up', familyName, email: registration.email, personId: registration.personId },
      })
      return { participation, registration, team }
    }),
  )
  return { exercise, nations }
}

/** All that reaches the reader, as text, and what kinds of things. */
async function told(actor: Actor, exercise: { id: string }) {
  const whole = await readWhole(actor, exercise.id, everything, 'en')
  if (!whole) return null
  const { shapes, words } = columnsOf({ ...whole.frame, cursor: '1:1:' }, whole.items, whole.links)
  const kinds = whole.items.map(({ kind }) => kind).sort()
  const movable = whole.items.filter(item => item.movable).map(({ kind }) => kind)
  return { text: JSON.stringify([shapes, words]), kinds, movable }
}

it('shows a planner everything with a time, and who is where', async () => {
  const { exercise } = await scene()
  const seen = await told(await staffOf(exercise, 'planner'), exercise)
  expect(seen?.kinds).toEqual(['conference', 'inject', 'phase', 'shift', 'shift'])
  expect(seen?.movable).toHaveLength(5)
  for (const word of ['Aoki', 'Saar', 'The cranes stop', 'Harbour']) expect(seen?.text).toContain(word)
})

it('shows a contact the own people and shifts, and nothing of the plot or of another nation', async () => {
  const { exercise, nations } = await scene()
  const [aoki] = nations
  if (!aoki) throw new Error('no nation')
  const seen = await told(await contactOf(aoki.participation), exercise)
  expect(seen?.kinds).toEqual(['conference', 'shift'])
  expect(seen?.movable).toEqual([])
  expect(seen?.text).toContain('Aoki')
  for (const word of ['Saar', 'cranes', 'Harbour', 'Scripting']) expect(seen?.text).not.toContain(word)
})

it('shows an expert the own duty, a controller none of the plot that is not in the own hands', async () => {
  const { exercise, nations } = await scene()
  const [, saar] = nations
  if (!saar) throw new Error('no nation')
  const expert = await told(await expertOf(saar.registration), exercise)
  expect(expert?.kinds).toEqual(['conference', 'shift'])
  expect(expert?.text).toContain('Saar')
  expect(expert?.text).not.toContain('Aoki')
  const controller = await told(await staffOf(exercise, 'controller'), exercise)
  expect(controller?.kinds).not.toContain('inject')
  expect(controller?.movable).toEqual([])
})

it('is nothing to somebody without a part in the exercise', async () => {
  const { exercise } = await scene()
  const other = await makeExercise()
  expect(await told(visitor, exercise)).toBeNull()
  expect(await told(await staffOf(other, 'planner'), exercise)).toBeNull()
})
