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
