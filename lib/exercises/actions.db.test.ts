import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { administrator, programmeStaffOf, staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise, makeProgramme, makeSeries, nextNumber } from '@/prisma/factories'
import { createExercise, editExercise, setStatus } from './actions'

const now = Date.UTC(2026, 10, 22)

async function setting() {
  const programme = await makeProgramme()
  const series = await makeSeries(programme)
  const director = await programmeStaffOf(programme, 'director')
  const form = {
    programmeId: programme.id,
    seriesId: series.id,
    code: `LS${nextNumber()}`,
    name: 'Locked Harbour 2027',
    venue: 'Harbour Hall',
    timeZone: 'Europe/Tallinn',
    startex: '2027-04-20 09:00',
    endex: 'D+3 17:00',
    tlp: 'green',
    summary: '',
    phases: [
      { include: true, key: 'play', name: 'Play', audience: 'public', start: 'T+0', end: 'D+3 17:00' },
    ],
    activities: [
      {
        include: true,
        phase: 'play',
        title: 'Hotwash',
        kind: 'briefing',
        audience: 'nations',
        start: 'D+3 17:00',
      },
      { include: false, title: '', start: 'whatever' },
    ],
  }
  return { programme, series, director, form }
}

describe('making an exercise', () => {
  it('keeps STARTEX as the wall at home showed it, with the rows of the template and the first team kinds', async () => {
    const { director, form } = await setting()
    const result = await execute(createExercise.definition, director, form, now)
    expect(result).toMatchObject({ ok: true, data: { code: form.code } })
    const exercise = await factoryDb().exercise.findUniqueOrThrow({
      where: { code: form.code },
      include: { phases: true, activities: true, teamKinds: { orderBy: { position: 'asc' } } },
    })
    expect(exercise).toMatchObject({
      startexAt: new Date(Date.UTC(2027, 3, 20, 6)),
      endexOffset: 288_000,
      status: 'draft',
    })
    expect(exercise.teamKinds.map(({ letter }) => letter).join(' ')).toBe('WT GT RT BT YT')
    expect(exercise.activities).toMatchObject([{ title: 'Hotwash', phaseId: exercise.phases[0]?.id }])
    const history = await factoryDb().changeField.count({ where: { change: { exerciseId: exercise.id } } })
    // The exercise, five team kinds, a phase and an activity.
    expect(history).toBe(8)
  })

  it('makes the series with it where it is the first', async () => {
    const { director, form, programme } = await setting()
    const first = { ...form, seriesId: '', seriesCode: 'XS', seriesName: 'Crossed Swords' }
    expect(await execute(createExercise.definition, director, first, now)).toMatchObject({ ok: true })
    const series = await factoryDb().series.findMany({ where: { programmeId: programme.id, code: 'XS' } })
    expect(series).toMatchObject([{ name: 'Crossed Swords' }])
    const nameless = { ...form, code: 'XS28', seriesId: '', seriesCode: 'YS' }
    expect(await execute(createExercise.definition, director, nameless, now)).toMatchObject({
      error: { fields: { seriesName: { reason: 'required' } } },
    })
  })

  it('refuses each bad value beside its field and writes nothing', async () => {
    const { director, form, programme } = await setting()
    const wrong: [object, string, string][] = [
      [{ startex: '2027-03-28 03:30' }, 'startex', 'skipped_hour'],
      [{ startex: '2027-10-31 03:30' }, 'startex', 'repeated_hour'],
      [{ startex: 'D-3' }, 'startex', 'startex_not_fixed'],
      [{ timeZone: 'Europe/Talinn' }, 'timeZone', 'unknown_zone'],
      [{ endex: '2027-04-20 08:00' }, 'endex', 'endex_before_startex'],
      [{ endex: '2028-05-20 08:00' }, 'endex', 'endex_too_far'],
      [{ code: 'L' }, 'code', 'code_form'],
      [{ name: 'Locked\u0007Shields' }, 'name', 'control_characters'],
      [{ name: 'x'.repeat(201) }, 'name', 'too_long'],
      [{ summary: 'x'.repeat(4001) }, 'summary', 'too_long'],
      [{ activities: [{ ...form.activities[0], start: 'soon' }] }, 'activities.0.start', 'unknown_notation'],
      [{ phases: [form.phases[0], { ...form.phases[0] }] }, 'phases.1.name', 'phase_name_taken'],
      [{ phases: [{ ...form.phases[0], end: 'D-1' }] }, 'phases.0.end', 'end_before_start'],
    ]
    for (const [change, field, reason] of wrong) {
      const result = await execute(createExercise.definition, director, { ...form, ...change }, now)
      expect(result).toMatchObject({ ok: false })
      const error = result.ok ? null : result.error
      expect([field, error?.fields?.[field]?.reason]).toEqual([field, reason])
    }
    expect(await factoryDb().exercise.count({ where: { programmeId: programme.id } })).toBe(0)
  })

  it('takes the one of two times that was meant', async () => {
    const { director, form } = await setting()
    const later = { ...form, startex: '2027-10-31 03:30', startexChoice: 'later' }
    expect(await execute(createExercise.definition, director, later, now)).toMatchObject({ ok: true })
    const exercise = await factoryDb().exercise.findUniqueOrThrow({ where: { code: form.code } })
    expect(exercise.startexAt.getTime()).toBe(Date.UTC(2027, 9, 31, 1, 30))
  })

  it('shows names with HTML as they were typed', async () => {
    const { director, form } = await setting()
    const name = '<b>Locked</b> & "Loaded"'
    await execute(createExercise.definition, director, { ...form, name }, now)
    expect(await factoryDb().exercise.findUniqueOrThrow({ where: { code: form.code } })).toMatchObject({
      name,
    })
  })

  it('gives a code once, to one of two who want it at the same time', async () => {
    const { director, form, programme } = await setting()
    const results = await Promise.all(
      [form, { ...form, code: form.code.toLowerCase() }].map(input =>
        execute(createExercise.definition, director, input, now),
      ),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({
      error: { code: 'refused', fields: { code: { reason: 'exercise_code_taken' } } },
    })
    expect(await factoryDb().exercise.count({ where: { programmeId: programme.id } })).toBe(1)
  })

  it('is for organisers of that programme and administrators', async () => {
    const { form, series } = await setting()
    const elsewhere = await makeProgramme()
    const [stranger, planner, boss] = [
      await programmeStaffOf(elsewhere, 'director'),
      await programmeStaffOf({ id: form.programmeId }, 'planner'),
      await administrator(),
    ]
    for (const actor of [stranger, planner])
      expect(await execute(createExercise.definition, actor, form, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
    const foreign = { ...form, programmeId: elsewhere.id, seriesId: series.id }
    expect(await execute(createExercise.definition, stranger, foreign, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await execute(createExercise.definition, boss, form, now)).toMatchObject({ ok: true })
  })
})

async function planned() {
  const exercise = await makeExercise({ name: 'Baltic Lantern', venue: 'Hall A' })
  const director = await staffOf(exercise, 'director')
  const form = {
    exerciseId: exercise.id,
    version: exercise.version,
    startexAt: exercise.startexAt.getTime(),
    name: 'Baltic Lantern',
    venue: 'Hall A',
    tlp: 'green',
    summary: '',
    endex: '2027-04-17 09:00',
    lateRegistration: false,
    reminderDays: '14, 3, 1',
  }
  return { exercise, director, form }
}

describe('editing an exercise', () => {
  it('changes what was changed and leaves the rest', async () => {
    const { exercise, director, form } = await planned()
    const edit = { ...form, endex: 'T+56h', lateRegistration: true }
    expect(await execute(editExercise.definition, director, edit, now)).toMatchObject({ ok: true })
    expect(await factoryDb().exercise.findUniqueOrThrow({ where: { id: exercise.id } })).toMatchObject({
      endexOffset: 56 * 3600,
      lateRegistration: true,
      version: 2,
    })
    const fields = await factoryDb().changeField.findMany({ where: { row: exercise.id } })
    expect(fields.map(({ field }) => field).sort()).toEqual(['endexOffset', 'lateRegistration'])
  })

  it('shows what another changed in the same field', async () => {
    const { director, form } = await planned()
    await execute(
      editExercise.definition,
      director,
      { ...form, venue: 'Hall B', endex: '2027-04-18 09:00' },
      now,
    )
    const mine = { ...form, venue: 'Hall C', endex: '2027-04-19 09:00' }
    expect(await execute(editExercise.definition, director, mine, now)).toMatchObject({
      error: {
        code: 'conflict',
        conflicts: [
          { field: 'venue', theirs: 'Hall B' },
          { field: 'endex', theirs: '2027-04-18 09:00' },
        ],
      },
    })
  })

  it('leaves ENDEX alone where STARTEX moved while the form was open', async () => {
    const { exercise, director, form } = await planned()
    const moved = new Date(exercise.startexAt.getTime() + 28 * 86_400_000)
    await factoryDb().exercise.update({ where: { id: exercise.id }, data: { startexAt: moved } })
    expect(await execute(editExercise.definition, director, { ...form, name: 'BL27' }, now)).toMatchObject({
      ok: true,
    })
    const after = await factoryDb().exercise.findUniqueOrThrow({ where: { id: exercise.id } })
    expect(after).toMatchObject({ endexOffset: 4 * 86_400, name: 'BL27' })
    const both = { ...form, version: after.version, endex: '2027-04-18 09:00' }
    expect(await execute(editExercise.definition, director, both, now)).toMatchObject({
      error: { code: 'conflict', reason: 'startex_moved_meanwhile' },
    })
  })

  it('is not for planners, nor for directors of another exercise', async () => {
    const { exercise, form } = await planned()
    const other = await makeExercise()
    for (const actor of [await staffOf(exercise, 'planner'), await staffOf(other, 'director')])
      expect(await execute(editExercise.definition, actor, form, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
    const gone = { ...form, exerciseId: crypto.randomUUID() }
    expect(await execute(editExercise.definition, await administrator(), gone, now)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('the status', () => {
  it('goes one step, once, when two press at the same time', async () => {
    const { exercise, director } = await planned()
    const step = { exerciseId: exercise.id, from: 'planning', to: 'registration' }
    const results = await Promise.all([1, 2].map(() => execute(setStatus.definition, director, step, now)))
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({
      error: { code: 'conflict', reason: 'status_changed_meanwhile' },
    })
  })

  it('does not leap, and is not for planners', async () => {
    const { exercise, director } = await planned()
    const leap = { exerciseId: exercise.id, from: 'planning', to: 'closed' }
    expect(await execute(setStatus.definition, director, leap, now)).toMatchObject({
      error: { code: 'refused', reason: 'status_one_step' },
    })
    const planner = await staffOf(exercise, 'planner')
    expect(await execute(setStatus.definition, planner, { ...leap, to: 'draft' }, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    const other = await makeExercise()
    const foreign = { exerciseId: other.id, from: 'planning', to: 'registration' }
    expect(await execute(setStatus.definition, director, foreign, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
  })
})
