'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError, refuseIf } from '@/lib/errors'
import { can } from '@/lib/policy'
import { companyProblem } from './rules'
import { addCompanySchema, editCompanySchema, removeCompanySchema } from './schema'

const pages = ['/delegation/[participationId]', '/exercises/[code]/nations/[participationId]']

/** Names a company or agency whose people the delegation registers. */
export const addCompany = action({
  name: 'company.add',
  input: addCompanySchema,
  may: (actor, input) => can(actor, 'delegation.edit', input),
  run: async ({ tx }, input) => {
    const { id } = await tx.company.create({ data: input, select: { id: true } })
    return { companyId: id }
  },
  stale: () => pages,
})

export const editCompany = action({
  name: 'company.edit',
  input: editCompanySchema,
  may: (actor, input) => can(actor, 'delegation.edit', input),
  run: async ({ tx }, { exerciseId, participationId, companyId: id, version, opened, ...written }) => {
    // Before the edit is judged: a conflict would show another delegation what is written there.
    const where = { id, exerciseId, participationId }
    if ((await tx.company.count({ where })) === 0) throw new AppError('not_found', 'not_found')
    const data = await changedByEdit(
      tx,
      { table: 'Company', id, owner: exerciseId, version, opened },
      written,
    )
    await tx.company.update({ where, data, select: { id: true } })
  },
  stale: () => pages,
})

/** Refused while people belong to it, by how many. */
export const removeCompany = action({
  name: 'company.remove',
  input: removeCompanySchema,
  may: (actor, input) => can(actor, 'delegation.edit', input),
  run: async ({ tx }, { exerciseId, participationId, companyId: id }) => {
    const where = { id, exerciseId, participationId }
    const people = await tx.registration.count({ where: { exerciseId, participationId, companyId: id } })
    refuseIf(companyProblem(people), { people })
    const { count } = await tx.company.deleteMany({ where })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})
