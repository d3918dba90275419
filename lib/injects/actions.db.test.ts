import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { makePersona, makeStoryline } from '@/prisma/scenario-factories'
import { addInjects, duplicateInjects, editInjects, removeInjects } from './actions'
import { type FieldValue, type InjectField, injectFields } from './rules'
import { msel, now, reasonOf } from './setting.fixture'

const nameOf = (actor: Actor) => (actor.kind === 'account' ? actor.name : null)

const isField = (field: string): field is InjectField =>
  field.startsWith('column:') || injectFields.some(known => known === field)

describe('A serial', () => {
  it('is the storyline’s next, and nobody gets it again after its inject is gone', async () => {
    const { planner, owner, add } = await msel()
    const first = await add()
    const second = await add()
    expect([first.serial, second.serial]).toEqual(['3.1', '3.2'])
    await execute(removeInjects.definition, planner, { ...owner, injectIds: [second.id] }, now)
    expect((await add()).serial).toBe('3.3')
    const again = { ...owner, injects: [{ serial: '3.2' }] }
    expect(await reasonOf(execute(addInjects.definition, planner, again, now))).toBe('inject_serial_taken')
  })

  it('that a file brought is passed over', async () => {
    const { planner, owner, storyline, add } = await msel()
    const injects = [{ serial: '3.1' }, { serial: 'INJ 7', storylineId: storyline.id }]
    expect(await execute(addInjects.definition, planner, { ...owner, injects }, now)).toMatchObject({
      data: { injects: [{ serial: '3.1' }, { serial: 'INJ 7' }] },
    })
    expect((await add()).serial).toBe('3.2')
  })

  it('of a call is told in its order: those that are given are passed over, wherever they stand', async () => {
    const { planner, owner, storyline } = await msel()
    const next = { storylineId: storyline.id }
    const injects = [next, {}, { serial: '3.2' }, next, { serial: 'inj 7' }, {}, next]
    const made = await execute(addInjects.definition, planner, { ...owner, injects }, now)
    if (!made.ok) throw new Error(made.error.reason)
    const serials = made.data.injects.map(({ serial }) => serial)
    expect(serials).toEqual(['3.1', '0.1', '3.2', '3.3', 'inj 7', '0.2', '3.4'])
    const stored = await factoryDb().inject.findMany({
      where: { id: { in: made.data.injects.map(({ id }) => id) } },
      select: { id: true, serial: true, storylineId: true },
    })
    const found = new Map(stored.map(row => [row.id, row]))
    expect(made.data.injects.map(({ id }) => found.get(id)?.serial)).toEqual(serials)
    expect(made.data.injects.map(({ id }) => found.get(id)?.storylineId)).toEqual(
      injects.map(inject => ('storylineId' in inject ? storyline.id : null)),
    )
  })

  it('is refused where two of a call are given the same, whatever its letters', async () => {
    const { planner, owner } = await msel()
    const injects = [{ serial: 'INJ 7' }, {}, { serial: 'inj 7' }]
    const call = { ...owner, injects }
    expect(await reasonOf(execute(addInjects.definition, planner, call, now))).toBe('inject_serial_taken')
    expect(await factoryDb().inject.count({ where: owner })).toBe(0)
  })

  it('is another for each of two calls of five hundred at once, and of their two thousand copies', async () => {
    const { planner, owner, storyline } = await msel()
    const injects = Array.from({ length: 500 }, () => ({ storylineId: storyline.id }))
    const add = () => execute(addInjects.definition, planner, { ...owner, injects }, now)
    const calls = await Promise.all([add(), add()])
    const made = [...calls, await add(), await add()].flatMap(call => (call.ok ? call.data.injects : []))
    const injectIds = made.map(({ id }) => id)
    const copies = await execute(duplicateInjects.definition, planner, { ...owner, injectIds }, now)
    if (!copies.ok) throw new Error(copies.error.reason)
    const all = [...made, ...copies.data.injects].map(({ serial }) => serial)
    expect(new Set(all)).toEqual(new Set(Array.from({ length: 4000 }, (_, n) => `3.${n + 1}`)))
    expect(copies.data.injects.map(({ of }) => of)).toEqual(injectIds)
  })

  it('may be waited for by an inject of the same call, alone or as one of several', async () => {
    const { planner, owner } = await msel()
    const injects = [
      { serial: 'A', values: [{ field: 'start', value: 'after B + 5m' }] },
      { serial: 'B', values: [{ field: 'start', value: 'T+10m' }] },
      { serial: 'C', values: [{ field: 'start', value: 'after any of A, B' }] },
    ]
    const made = await execute(addInjects.definition, planner, { ...owner, injects }, now)
    if (!made.ok) throw new Error(made.error.reason)
    expect(made.data.refused).toEqual([])
    const [a = '', b = '', c = ''] = made.data.injects.map(({ id }) => id)
    const waits = await factoryDb().wait.findMany({ where: owner, include: { afterGate: true } })
    expect(waits.find(({ injectId }) => injectId === a)).toMatchObject({
      afterInjectId: b,
      delaySeconds: 300,
    })
    const gate = waits.find(({ injectId }) => injectId === c)?.afterGate
    expect(gate?.kind).toBe('any')
    expect(waits.flatMap(({ gateId, afterInjectId }) => (gateId === gate?.id ? afterInjectId : []))).toEqual(
      expect.arrayContaining([a, b]),
    )
  })

  it('is another for each of twenty planners who add at once', async () => {
    const { add } = await msel()
    const made = await Promise.all(Array.from({ length: 20 }, () => add()))
    expect(new Set(made.map(({ serial }) => serial)).size).toBe(20)
  })
})

describe('An edit', () => {
  it('writes every kind of field, and reads it back as it was typed', async () => {
    const { exercise, add, edit, row } = await msel()
    const phase = await makePhase(exercise)
    const team = await makeTeam(exercise)
    const press = await makePersona(exercise, 'Harbour Gazette')
    const column = await factoryDb().mselColumn.create({
      data: { exerciseId: exercise.id, name: 'Cell', kind: 'choice', choices: ['MEDIA', 'LEGAL'] },
    })
    const { id: injectId } = await add()
    const said = {
      title: 'The port’s cranes stop',
      start: 'D+1 09:30',
      duration: '20m',
      phaseId: phase.id,
      from: [`persona:${press.id}`],
      to: [`team:${team.id}`],
      techniques: ['T1566', 't1486'],
      tlp: 'amber',
      scoreMost: 10,
      [`column:${column.id}`]: 'MEDIA',
    }
    const empty: Record<string, null | string | string[]> = {
      ...{ title: '', start: '', duration: '', phaseId: null, from: [], to: [], techniques: [], tlp: null },
      ...{ scoreMost: null, [`column:${column.id}`]: '' },
    }
    const edits = Object.entries<FieldValue>(said).map(([field, value]) => {
      if (!isField(field)) throw new Error(field)
      return { injectId, field, seen: empty[field] ?? null, value }
    })
    expect((await edit(edits)).refused).toEqual([])
    expect(await row(injectId)).toMatchObject({
      title: 'The port’s cranes stop',
      moment: { anchor: 'dday', day: 1, minute: 570 },
      durationSeconds: 1200,
      phaseId: phase.id,
      from: said.from,
      to: said.to,
      techniques: ['T1566', 'T1486'],
      tlp: 'amber',
      scoreMost: 10,
      values: { [column.id]: 'MEDIA' },
    })
  })

  it('is refused by itself, with its reason, and takes no other down', async () => {
    const { add, edit, row } = await msel()
    const { id: injectId } = await add()
    const far = await msel()
    const outcome = await edit([
      { injectId, field: 'title', seen: '', value: 'Kept' },
      { injectId, field: 'start', seen: '', value: 'sometime' },
      { injectId, field: 'start', seen: '', value: 'D+1' },
      { injectId, field: 'phaseId', seen: null, value: far.storyline.id },
      { injectId, field: 'tlp', seen: null, value: 'white' },
      { injectId, field: 'techniques', seen: [], value: ['T15'] },
      { injectId: far.storyline.id, field: 'title', seen: '', value: 'Nobody’s' },
    ])
    expect(outcome.applied).toEqual([{ injectId, field: 'title' }])
    expect(outcome.refused.map(({ field, reason }) => [field, reason])).toEqual([
      ['start', 'unknown_notation'],
      ['start', 'time_of_day_needed'],
      ['phaseId', 'not_found'],
      ['tlp', 'invalid'],
      ['techniques', 'code_unknown_form'],
      ['title', 'not_found'],
    ])
    expect(await row(injectId)).toMatchObject({ title: 'Kept', moment: null })
  })

  it('of what somebody else has changed since shows both, and overwrites only knowingly', async () => {
    const { exercise, add, edit, row } = await msel()
    const other = await staffOf(exercise, 'planner')
    const { id: injectId } = await add({ title: 'Before' })
    await edit([{ injectId, field: 'title', seen: 'Before', value: 'Theirs' }], { actor: other })
    const mine = { injectId, field: 'title' as const, seen: 'Before', value: 'Mine' }
    const { refused } = await edit([mine])
    const name = other.kind === 'account' ? other.name : ''
    expect(refused).toMatchObject([{ reason: 'changed_meanwhile', theirs: 'Theirs', by: name }])
    expect((await edit([{ ...mine, seen: 'Theirs' }])).refused).toEqual([])
    expect((await row(injectId)).title).toBe('Mine')
  })

  it('names whoever wrote the field, in whichever table it stands, and not whoever wrote last', async () => {
    const { exercise, planner, add, edit } = await msel()
    const team = await makeTeam(exercise)
    const { id: injectId } = await add()
    const [recipient, timer, writer] = [
      await staffOf(exercise, 'planner'),
      await staffOf(exercise, 'planner'),
      await staffOf(exercise, 'planner'),
    ]
    const author = async (actor: Actor, field: InjectField, seen: FieldValue, value: FieldValue) =>
      (await edit([{ injectId, field, seen, value }], { actor })).refused.map(({ by }) => by)
    expect(await author(recipient, 'to', [], [`team:${team.id}`])).toEqual([])
    expect(await author(timer, 'start', '', 'T+5m')).toEqual([])
    expect(await author(writer, 'title', '', 'The cranes stop')).toEqual([])
    expect(await author(planner, 'to', [`team:${crypto.randomUUID()}`], [])).toEqual([nameOf(recipient)])
    expect(await author(planner, 'start', 'T+7m', 'T+9m')).toEqual([nameOf(timer)])
    expect(await author(planner, 'title', 'Another', 'Yet another')).toEqual([nameOf(writer)])
    expect(await author(writer, 'notes', 'Another', 'Yet another')).toEqual([nameOf(planner)])
  })

  it('by two at once on two fields of one inject loses neither', async () => {
    const { add, edit, row } = await msel()
    const { id: injectId } = await add()
    await Promise.all([
      edit([{ injectId, field: 'title', seen: '', value: 'Cranes' }]),
      edit([{ injectId, field: 'notes', seen: '', value: 'Ask the port' }]),
    ])
    expect(await row(injectId)).toMatchObject({ title: 'Cranes', notes: 'Ask the port' })
  })

  it('of something approved sends it back to review, unless it is editorial or only kept beside it', async () => {
    const { add, edit, row } = await msel()
    const { id: injectId } = await add({ title: 'Agreed' })
    const approve = () => factoryDb().inject.update({ where: { id: injectId }, data: { state: 'approved' } })
    await approve()
    await edit([{ injectId, field: 'notes', seen: '', value: 'Bring the radio' }])
    await edit([{ injectId, field: 'title', seen: 'Agreed', value: 'Agreed.' }], { editorial: true })
    expect((await row(injectId)).state).toBe('approved')
    await edit([{ injectId, field: 'title', seen: 'Agreed.', value: 'Other' }])
    expect((await row(injectId)).state).toBe('review')
  })

  it('belongs to planners, and to no other exercise', async () => {
    const { exercise, owner, add } = await msel()
    const { id: injectId } = await add()
    const edits = [{ injectId, field: 'title', seen: '', value: 'x' }]
    const by = async (role: 'controller' | 'registrar' | 'observer') =>
      reasonOf(execute(editInjects.definition, await staffOf(exercise, role), { ...owner, edits }, now))
    expect([await by('controller'), await by('registrar'), await by('observer')]).toEqual(
      Array(3).fill('not_yours'),
    )
    const contact = await contactOf(await makeParticipation(exercise))
    expect(await reasonOf(execute(editInjects.definition, contact, { ...owner, edits }, now))).toBe(
      'not_yours',
    )
    const far = await makeExercise()
    const stranger = await staffOf(far, 'planner')
    const outcome = await execute(editInjects.definition, stranger, { exerciseId: far.id, edits }, now)
    expect(outcome).toMatchObject({ data: { applied: [], refused: [{ reason: 'not_found' }] } })
  })
})

describe('What an inject waits for', () => {
  const start = (injectId: string, value: string, seen = '') => [
    { injectId, field: 'start' as const, seen, value },
  ]

  it('is typed into its time, and follows', async () => {
    const { add, edit, row } = await msel()
    const first = await add({ start: 'T+1h' })
    const second = await add()
    expect((await edit(start(second.id, 'after 3.1 + 20m'))).refused).toEqual([])
    expect(await row(second.id)).toMatchObject({
      moment: null,
      waits: [{ afterInjectId: first.id, condition: 'released', delaySeconds: 1200 }],
    })
    expect((await edit(start(second.id, 'T+30m', 'after 3.1 + 20 min'))).refused).toMatchObject([
      { reason: 'logic_too_early', params: { path: '3.1 → 3.2', floor: 'T+01:20:00' } },
    ])
    expect((await edit(start(second.id, 'T+2h', 'after 3.1 + 20 min'))).refused).toEqual([])
    expect((await row(second.id)).waits).toHaveLength(1)
  })

  it('is refused where it comes back to itself, with the way round', async () => {
    const { add, edit } = await msel()
    const [first, second] = [await add(), await add()]
    await edit(start(second.id, 'after 3.1'))
    expect((await edit(start(first.id, 'after 3.2'))).refused).toMatchObject([{ reason: 'logic_circle' }])
    expect((await edit(start(first.id, 'after 9.9'))).refused).toMatchObject([
      { reason: 'wait_unknown', params: { name: '9.9' } },
    ])
  })

  it('is never a circle, also where two planners close one between them', async () => {
    const { exercise, add, edit } = await msel()
    const other = await staffOf(exercise, 'planner')
    const [first, second] = [await add(), await add()]
    const outcomes = await Promise.all([
      edit(start(first.id, 'after 3.2')),
      edit(start(second.id, 'after 3.1'), { actor: other }),
    ])
    expect(outcomes.flatMap(({ refused }) => refused.map(({ reason }) => reason))).toEqual(['logic_circle'])
  })

  it('may be any of several, by a gate of its own', async () => {
    const { exercise, add, edit, row } = await msel()
    await add()
    await add()
    const third = await add()
    expect((await edit(start(third.id, 'after any of 3.1, 3.2 + 5m'))).refused).toEqual([])
    const [gate] = await factoryDb().logicGate.findMany({
      where: { exerciseId: exercise.id },
      include: { waits: true },
    })
    expect(gate).toMatchObject({
      kind: 'any',
      number: 1,
      waits: [{ delaySeconds: 300 }, { delaySeconds: 300 }],
    })
    expect((await row(third.id)).waits).toMatchObject([{ afterGateId: gate?.id, delaySeconds: 0 }])
  })
})

describe('What an inject with a time of its own waits for', () => {
  it('is said beside that time, which stays and must not come before', async () => {
    const { add, edit, row } = await msel()
    const first = await add({ start: 'T+1h' })
    const second = await add({ start: 'T+2h' })
    await add({ start: 'T+3h' })
    const waits = (value: string, seen = '') => edit([{ injectId: second.id, field: 'waits', seen, value }])
    expect((await waits('after 3.1 + 2h')).refused).toMatchObject([{ reason: 'logic_too_early' }])
    expect((await waits('after 3.1 + 30m')).refused).toEqual([])
    expect(await row(second.id)).toMatchObject({
      moment: { anchor: 'ttime', offset: 7200 },
      waits: [{ afterInjectId: first.id, delaySeconds: 1800 }],
    })
    expect((await waits('after 3.2', 'after 3.1 + 30 min')).refused).toMatchObject([
      { reason: 'logic_circle' },
    ])
    expect((await waits('after any of 3.1, 3.3', 'after 3.1 + 30 min')).refused).toEqual([])
    expect((await row(second.id)).waits).toMatchObject([{ afterInjectId: null, delaySeconds: 0 }])
    expect((await waits('', 'after gate 1')).refused).toEqual([])
    expect(await row(second.id)).toMatchObject({ moment: { offset: 7200 }, waits: [] })
  })
})

describe('An inject', () => {
  it('that others wait for is taken out only knowingly', async () => {
    const { planner, owner, add, edit, row } = await msel()
    const first = await add()
    const second = await add({ start: 'after 3.1' })
    const remove = (more = {}) =>
      execute(removeInjects.definition, planner, { ...owner, injectIds: [first.id], ...more }, now)
    expect(await remove()).toMatchObject({ error: { reason: 'inject_awaited', params: { names: '3.2' } } })
    expect((await row(second.id)).waits).toHaveLength(1)
    expect(await reasonOf(remove({ evenIfAwaited: true }))).toBe(null)
    expect((await row(second.id)).waits).toEqual([])
    expect(
      (await edit([{ injectId: first.id, field: 'title', seen: '', value: 'x' }])).refused,
    ).toMatchObject([{ reason: 'not_found' }])
  })

  it('that a gate waits for is taken out only knowingly too', async () => {
    const { planner, owner, add } = await msel()
    const first = await add()
    await add()
    await add({ start: 'after any of 3.1, 3.2' })
    const input = { ...owner, injectIds: [first.id] }
    expect(await execute(removeInjects.definition, planner, input, now)).toMatchObject({
      error: { reason: 'inject_awaited', params: { names: 'gate 1' } },
    })
  })

  it('is made again with a serial of its own, as a draft', async () => {
    const { exercise, planner, owner, storyline, add, row } = await msel()
    const press = await makePersona(exercise, 'Harbour Gazette')
    await add()
    const { id } = await add({ title: 'Twice', from: [`persona:${press.id}`], start: 'after 3.1' })
    await factoryDb().inject.update({ where: { id }, data: { state: 'approved' } })
    const made = await execute(duplicateInjects.definition, planner, { ...owner, injectIds: [id] }, now)
    const copy = made.ok ? made.data.injects[0] : undefined
    expect(copy).toMatchObject({ serial: '3.3', of: id })
    const { id: _, serial: __, version: ___, ...original } = await row(id)
    expect(await row(copy?.id ?? '')).toMatchObject({
      ...original,
      state: 'draft',
      storylineId: storyline.id,
    })
  })

  it('is added to no storyline of another exercise', async () => {
    const { planner, owner } = await msel()
    const far = await makeStoryline(await makeExercise())
    const injects = [{ storylineId: far.id }]
    expect(await reasonOf(execute(addInjects.definition, planner, { ...owner, injects }, now))).toBe(
      'not_found',
    )
  })
})
