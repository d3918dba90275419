'use server'

import { action } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { addReleaseSchema, chooseReleaseSchema, removeReleaseSchema } from './schema'

/** Puts a matrix of a release beside those that are there, for all exercises. */
export const addRelease = action({
  name: 'attack_release.add',
  input: addReleaseSchema,
  may: actor => can(actor, 'platform.administer', {}),
  run: async ({ tx }, { techniques, ...matrix }) => {
    const { id } = await tx.attackRelease.create({ data: matrix, select: { id: true } })
    await tx.technique.createMany({ data: techniques.map(one => ({ ...one, releaseId: id })) })
    return { id }
  },
  stale: () => ['/administrators/attack'],
})

/** Takes it out again. Injects keep their codes, and exercises the name of the release. */
export const removeRelease = action({
  name: 'attack_release.remove',
  input: removeReleaseSchema,
  may: actor => can(actor, 'platform.administer', {}),
  run: async ({ tx }, { releaseId: id }) => {
    const { count } = await tx.attackRelease.deleteMany({ where: { id } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => ['/administrators/attack'],
})

/** From now on the exercise chooses its techniques from this release. No code that an inject names is changed. */
export const chooseRelease = action({
  name: 'scenario.choose_attack',
  input: chooseReleaseSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, release }) => {
    if ((await tx.attackRelease.count({ where: { release } })) === 0)
      throw new AppError('not_found', 'attack_release_gone')
    await lockScenario(tx, exerciseId)
    const data = { attackRelease: release }
    await tx.scenario.update({ where: { exerciseId }, data, select: { exerciseId: true } })
  },
  stale: () => ['/exercises/[code]/scenario/attack'],
})
