import { expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/policy'
import { columnsOf } from '@/lib/timeline/columns/rules'
import type { Slice } from '@/lib/timeline/slices/rules'
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
import { everything, readWhole } from './whole'

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

/** What of the labels and people reaches the reader of one part of the plan; null where it is nobody's affair. */
async function toldOf(actor: Actor, exercise: { id: string }, slice: Slice) {
  const whole = await readWhole(actor, exercise.id, { ...everything, slice }, 'en')
  return (
    whole && {
      kinds: whole.items.map(({ kind }) => kind).sort(),
      people: whole.frame.lists.people.map(({ name }) => name),
    }
  )
}

it('cuts a plan to what a nation does, for its own contact and for staff, and to no other contact', async () => {
  const { exercise, nations } = await scene()
  const [aoki, saar] = nations
  if (!aoki || !saar) throw new Error('no nations')
  const slice = { of: 'nation', participationId: aoki.participation.id } as const
  for (const actor of [await staffOf(exercise, 'planner'), await contactOf(aoki.participation)]) {
    const seen = await toldOf(actor, exercise, slice)
    expect(seen?.kinds.filter(kind => kind !== 'phase')).toEqual(['conference', 'shift'])
    expect(seen?.people.join()).toContain('Aoki')
  }
  const contact = await toldOf(await contactOf(aoki.participation), exercise, slice)
  expect(contact?.people.join()).not.toContain('Saar')
  expect(await toldOf(await contactOf(saar.participation), exercise, slice)).toBeNull()
  const elsewhere = await makeExercise()
  expect(await toldOf(await staffOf(elsewhere, 'planner'), elsewhere, slice)).toBeNull()
})

it('cuts a plan to what is in the own hands', async () => {
  const { exercise, nations } = await scene()
  const [aoki] = nations
  if (!aoki) throw new Error('no nation')
  const own = { of: 'own' } as const
  const expert = await toldOf(await expertOf(aoki.registration), exercise, own)
  expect(expert?.kinds).toEqual(['conference', 'shift'])
  const planner = await toldOf(await staffOf(exercise, 'planner'), exercise, own)
  expect(planner?.kinds).toEqual(['conference', 'phase'])
  expect(await toldOf(visitor, exercise, own)).toBeNull()
})

it('tells an inject that is given into other hands as gone from the own part', async () => {
  const { exercise } = await scene()
  const director = await staffOf(exercise, 'director')
  const injects = (await readWhole(director, exercise.id, everything, 'en'))?.items.filter(
    ({ kind }) => kind === 'inject',
  )
  const ids = injects?.map(({ id }) => id) ?? []
  const asked = { injects: ids, shifts: [], plan: false, slice: { of: 'own' } } as const
  const whole = await readWhole(director, exercise.id, asked, 'en')
  expect(ids).toHaveLength(1)
  expect(whole?.items).toEqual([])
  expect(whole?.without).toEqual(ids)
})
