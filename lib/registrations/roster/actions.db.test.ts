import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { visitor } from '@/lib/policy'
import { peopleLimit } from '@/lib/rosters/fields/schema'
import { administrator, makeAccount } from '@/prisma/actors'
import { makeCompany } from '@/prisma/delegation-factories'
import { factoryDb, makeSite } from '@/prisma/factories'
import { counted, delegationOf, setting } from '../setting.fixture'
import { add, anotherFile, parts, people, rowsOf, send } from './file.fixture'
import { getRosterMemory } from './queries'

describe('a file of people', () => {
  it('is on the list as drafts, as its rows said, and takes no place', async () => {
    const { contact, ids, role, team, quota, exercise } = await setting()
    const company = await makeCompany({ ...ids, id: ids.participationId })
    const site = await makeSite(exercise)
    const given = { teamId: team.id, companyId: company.id, siteId: site.id }
    const input = await send(contact, ids, rowsOf(role.id, 3, given))
    expect(await add(contact, input)).toEqual({ ok: true, data: { added: 3, submitted: false } })
    const [first] = await people(ids)
    expect(first).toMatchObject({
      ...given,
      roleId: role.id,
      familyName: 'Mori0',
      nativeName: '森 空',
      languages: ['日本語', 'English'],
      clearanceUntilOn: new Date('2027-12-31'),
      state: 'draft',
      submittedAt: null,
    })
    expect(await counted(quota)).toEqual({ used: 0, rows: 0 })
    expect(await parts(ids)).toBe(0)
    expect(await factoryDb().person.count({ where: { programmeId: exercise.programmeId } })).toBe(3)
  })
  it('is one change in the history, with everybody in it', async () => {
    const { contact, ids, role } = await setting()
    const input = { ...(await send(contact, ids, rowsOf(role.id, 2))), requestId: crypto.randomUUID() }
    await add(contact, input)
    const change = await db.change.findUniqueOrThrow({
      where: { id: input.requestId },
      include: { fields: true },
    })
    expect(change.action).toBe('roster.add')
    expect(change.fields.map(({ table }) => table).sort()).toEqual([
      'Person',
      'Person',
      'Registration',
      'Registration',
    ])
    expect(await db.changeField.count({ where: { table: { startsWith: 'Roster' } } })).toBe(0)
  })
  it('may hold two thousand', async () => {
    const { contact, ids, role } = await setting()
    const input = await send(contact, ids, rowsOf(role.id, peopleLimit))
    expect(await add(contact, input)).toEqual({ ok: true, data: { added: peopleLimit, submitted: false } })
    expect(await factoryDb().registration.count({ where: ids })).toBe(peopleLimit)
  })
  it('joins its people to the accounts that have proven the address, and to no other', async () => {
    const { contact, ids, role } = await setting()
    const rows = rowsOf(role.id, 2)
    const proven = await makeAccount({ email: rows[0]?.email.toUpperCase() ?? '' })
    await makeAccount({ email: rows[1]?.email ?? '', emailVerified: false })
    await add(contact, await send(contact, ids, rows))
    const found = await factoryDb().registration.findMany({
      where: ids,
      select: { person: true },
      orderBy: { familyName: 'asc' },
    })
    expect(found.map(({ person }) => person.accountId)).toEqual([proven.id, null])
  })
  it('may name people whom another delegation has named, and changes nothing of theirs', async () => {
    const { contact, ids, role, exercise } = await setting()
    const estonia = await delegationOf(exercise, 'EST')
    const rows = rowsOf(role.id, 2)
    await add(estonia.contact, await send(estonia.contact, estonia.ids, rows))
    const mine = rows.map(row => ({ ...row, familyName: 'Mori-Kask', homeNation: 'EST' }))
    expect(await add(contact, await send(contact, ids, mine))).toMatchObject({ ok: true })
    expect(
      await factoryDb().person.findMany({
        where: { programmeId: exercise.programmeId },
        orderBy: { familyName: 'asc' },
      }),
    ).toMatchObject([
      { familyName: 'Mori0', homeNation: 'JPN' },
      { familyName: 'Mori1', homeNation: 'JPN' },
    ])
  })
  it('teaches what the delegation’s words mean, for the next one', async () => {
    const { contact, ids, role, exercise } = await setting()
    const estonia = await delegationOf(exercise, 'EST')
    const columns = [
      { heading: 'Dienst­posten', field: 'role' },
      { heading: 'Größe', field: null },
    ]
    const explanations = [{ kind: 'role', word: 'Forensik', meaning: role.id }]
    await add(contact, { ...(await send(contact, ids, rowsOf(role.id, 1))), columns, explanations })
    anotherFile()
    const again = [{ heading: 'grosse', field: 'nativeName' }]
    await add(contact, { ...(await send(contact, ids, rowsOf(role.id, 1))), columns: again })
    expect(await getRosterMemory(contact, ids)).toMatchObject({
      columns: [
        ['dienst posten', 'role'],
        ['grosse', 'nativeName'],
      ],
      explanations: [{ kind: 'role', word: 'forensik', meaning: role.id }],
      taken: [expect.any(String), expect.any(String)],
    })
    const nothing = { columns: [], explanations: [], taken: [] }
    expect(await getRosterMemory(estonia.contact, estonia.ids)).toEqual(nothing)
    expect(await getRosterMemory(estonia.contact, ids)).toEqual(nothing)
    expect((await getRosterMemory(await administrator(), ids)).columns).toHaveLength(2)
    expect(await getRosterMemory(visitor, ids)).toEqual(nothing)
  })
})

describe('submitted at once', () => {
  it('takes a place for each', async () => {
    const { contact, ids, role, quota } = await setting({ places: 5 })
    const input = { ...(await send(contact, ids, rowsOf(role.id, 5))), submit: true }
    expect(await add(contact, input)).toEqual({ ok: true, data: { added: 5, submitted: true } })
    expect(await counted(quota)).toEqual({ used: 5, rows: 5 })
  })
  it('leaves nobody on the list where one more is wanted than there are places', async () => {
    const { contact, ids, role, quota } = await setting({ places: 5 })
    const input = { ...(await send(contact, ids, rowsOf(role.id, 6))), submit: true }
    expect(await add(contact, input)).toMatchObject({
      error: { reason: 'quota_full', params: { wanted: 6, left: 5 } },
    })
    expect(await people(ids)).toEqual([])
    expect(await counted(quota)).toEqual({ used: 0, rows: 0 })
    // What was sent is still there: the same rows may be added as drafts.
    expect(await add(contact, { ...input, submit: false })).toMatchObject({ ok: true })
  })
  it('comes after whoever of the delegation waits for a place already', async () => {
    const { contact, ids, role, person } = await setting({ places: 5 })
    await person('waitlisted', { waitsFor: 'place' })
    const waiting = (
      await factoryDb().registration.findFirstOrThrow({ where: { ...ids, state: 'waitlisted' } })
    ).id
    const input = { ...(await send(contact, ids, rowsOf(role.id, 5))), submit: true }
    expect(await add(contact, input)).toMatchObject({ error: { reason: 'others_wait' } })
    expect((await people(ids)).map(({ id }) => id)).toEqual([waiting])
  })
  it('writes to each of them', async () => {
    const { contact, ids, role } = await setting({ places: 5 })
    const rows = rowsOf(role.id, 2)
    await add(contact, { ...(await send(contact, ids, rows)), submit: true })
    const letters = await factoryDb().mail.findMany({ where: { exerciseId: ids.exerciseId } })
    expect(letters.map(({ recipient }) => recipient).sort()).toEqual(rows.map(({ email }) => email).sort())
  })
  it('needs places and an open door', async () => {
    const { contact, ids, role, quota, exercise } = await setting()
    const input = { ...(await send(contact, ids, rowsOf(role.id, 1))), submit: true }
    await factoryDb().exercise.update({ where: { id: exercise.id }, data: { status: 'planning' } })
    expect(await add(contact, input)).toMatchObject({ error: { reason: 'registration_not_open' } })
    await factoryDb().exercise.update({ where: { id: exercise.id }, data: { status: 'registration' } })
    await factoryDb().quota.delete({ where: { id: quota.id } })
    expect(await add(contact, input)).toMatchObject({ error: { reason: 'quota_not_set' } })
    expect(await people(ids)).toEqual([])
  })
})
