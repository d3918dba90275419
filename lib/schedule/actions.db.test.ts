import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeActivity, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { addActivity, addPhase, editActivity, editPhase, removeActivity, removePhase } from './actions'

const now = Date.UTC(2026, 10, 22)

/** STARTEX Tuesday 13 April 2027, 09:00 in Tallinn. */
async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const conference = {
    exerciseId: exercise.id,
    title: 'Final planning conference',
    kind: 'conference',
    audience: 'nations',
    start: 'D-28 09:00',
    duration: '8 h',
    place: 'Harbour Hall',
  }
  const phase = {
    exerciseId: exercise.id,
    name: 'Scripting',
    audience: 'participants',
    start: 'D-120',
    end: 'D-30',
  }
  return { exercise, planner, conference, phase }
}

describe('an activity', () => {
  it('is added with its moment as the planner meant it', async () => {
    const { exercise, planner, conference } = await setting()
    const result = await execute(addActivity.definition, planner, conference, now)
    expect(result).toMatchObject({ ok: true })
    expect(await factoryDb().activity.findFirstOrThrow({ where: { exerciseId: exercise.id } })).toMatchObject(
      {
        startAnchor: 'dday',
        startDay: -28,
        startMinute: 540,
        startTimeZone: 'Europe/Tallinn',
        durationSeconds: 28_800,
        days: null,
      },
    )
  })

  it('may be typed as a date-time group, which is fixed, or as whole days elsewhere', async () => {
    const { exercise, planner, conference } = await setting()
    await execute(
      addActivity.definition,
      planner,
      { ...conference, start: '111500ZFEB27', duration: '' },
      now,
    )
    const visit = { ...conference, start: 'D-60 Asia/Tokyo', duration: '3 days', kind: 'visit' }
    await execute(addActivity.definition, planner, visit, now)
    const rows = await factoryDb().activity.findMany({
      where: { exerciseId: exercise.id },
      orderBy: { id: 'asc' },
    })
    expect(rows).toMatchObject([
      { startAnchor: 'fixed', startAt: new Date(Date.UTC(2027, 1, 11, 15)), startTimeZone: 'UTC' },
      { startAnchor: 'dday', startDay: -60, startMinute: null, startTimeZone: 'Asia/Tokyo', days: 3 },
    ])
  })

  it('is refused in an hour that DST skips, and asks which of two in one that it repeats', async () => {
    const { planner, conference } = await setting()
    const skipped = { ...conference, start: '2027-03-28 03:30' }
    expect(await execute(addActivity.definition, planner, skipped, now)).toMatchObject({
      error: { fields: { start: { reason: 'skipped_hour' } } },
    })
    const repeated = { ...conference, start: '2027-10-31 03:30' }
    expect(await execute(addActivity.definition, planner, repeated, now)).toMatchObject({
      error: { fields: { start: { reason: 'repeated_hour' } } },
    })
    const chosen = { ...repeated, startChoice: 'earlier' }
    const made = await execute(addActivity.definition, planner, chosen, now)
    const id = made.ok ? made.data.id : ''
    expect(await factoryDb().activity.findUniqueOrThrow({ where: { id } })).toMatchObject({
      startAt: new Date(Date.UTC(2027, 9, 31, 0, 30)),
    })
  })

  it('is refused where the zone, the length, the link or the text is not what it should be', async () => {
    const { exercise, planner, conference } = await setting()
    const wrong: [object, string, string][] = [
      [{ start: 'D-28 09:00 Europe/Talinn' }, 'start', 'unknown_zone'],
      [{ start: 'D-28', duration: '2 h' }, 'duration', 'whole_day_needs_days'],
      [{ link: 'javascript:alert(1)' }, 'link', 'not_a_link'],
      [{ title: 'Final\u0000' }, 'title', 'control_characters'],
      [{ title: 'x'.repeat(201) }, 'title', 'too_long'],
      [{ gate: 'registration_opens' }, 'gate', 'gate_needs_deadline'],
    ]
    for (const [change, field, reason] of wrong) {
      const result = await execute(addActivity.definition, planner, { ...conference, ...change }, now)
      expect(result).toMatchObject({ ok: false, error: { fields: { [field]: { reason } } } })
    }
    expect(await factoryDb().activity.count({ where: { exerciseId: exercise.id } })).toBe(0)
  })

  it('of another exercise is not found, and neither are its phases and teams', async () => {
    const { exercise, planner, conference } = await setting()
    const elsewhere = await makeExercise()
    const [activity, phase, team] = [
      await makeActivity(elsewhere),
      await makePhase(elsewhere),
      await makeTeam(elsewhere),
    ]
    const tries = [
      await execute(addActivity.definition, planner, { ...conference, phaseId: phase.id }, now),
      await execute(addActivity.definition, planner, { ...conference, teamId: team.id }, now),
      await execute(
        editActivity.definition,
        planner,
        { ...conference, activityId: activity.id, version: 1 },
        now,
      ),
      await execute(
        removeActivity.definition,
        planner,
        { exerciseId: exercise.id, activityId: activity.id },
        now,
      ),
    ]
    for (const result of tries) expect(result).toMatchObject({ error: { code: 'not_found' } })
    expect(await factoryDb().activity.count({ where: { exerciseId: elsewhere.id } })).toBe(1)
  })

  it('is not for those who only read the plan', async () => {
    const { exercise, conference } = await setting()
    for (const role of ['observer', 'registrar', 'controller'] as const) {
      const actor = await staffOf(exercise, role)
      expect(await execute(addActivity.definition, actor, conference, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
    }
    expect(await execute(addActivity.definition, { kind: 'visitor' }, conference, now)).toMatchObject({
      error: { code: 'unauthenticated' },
    })
  })

  it('keeps what another planner changed in other fields', async () => {
    const { exercise, planner, conference } = await setting()
    const made = await execute(addActivity.definition, planner, conference, now)
    const activityId = made.ok ? made.data.id : ''
    const form = { ...conference, activityId, version: 1 }
    await execute(editActivity.definition, planner, { ...form, place: 'Old Town Hall' }, now)
    const second = await execute(editActivity.definition, planner, { ...form, start: 'D-21 10:00' }, now)
    expect(second).toMatchObject({ ok: true })
    expect(await factoryDb().activity.findFirstOrThrow({ where: { exerciseId: exercise.id } })).toMatchObject(
      {
        place: 'Old Town Hall',
        startDay: -21,
        startMinute: 600,
        version: 3,
      },
    )
  })

  it('shows what another planner made of the same moment, as it is typed', async () => {
    const { planner, conference } = await setting()
    const made = await execute(addActivity.definition, planner, conference, now)
    const form = { ...conference, activityId: made.ok ? made.data.id : '', version: 1 }
    const theirs = { ...form, start: 'D-21 10:00 Asia/Tokyo' }
    await execute(editActivity.definition, planner, theirs, now)
    const mine = await execute(editActivity.definition, planner, { ...form, start: 'D-14 09:00' }, now)
    expect(mine).toMatchObject({
      error: {
        code: 'conflict',
        conflicts: [{ field: 'start', theirs: 'D-21 10:00 Asia/Tokyo' }],
      },
    })
  })

  it('is one, however often the same form arrives', async () => {
    const { exercise, planner, conference } = await setting()
    const sent = { ...conference, requestId: crypto.randomUUID() }
    const results = await Promise.all(
      Array.from({ length: 4 }, () => execute(addActivity.definition, planner, sent, now)),
    )
    expect(results.map(result => result.ok)).toEqual([true, true, true, true])
    expect(await factoryDb().activity.count({ where: { exerciseId: exercise.id } })).toBe(1)
  })
})

describe('the gates of registration', () => {
  const opens = { title: 'Registration opens', kind: 'deadline', gate: 'registration_opens', start: 'D-50' }
  const closes = {
    title: 'Registration closes',
    kind: 'deadline',
    gate: 'registration_closes',
    start: 'D-29',
  }

  it('are one of each', async () => {
    const { planner, conference } = await setting()
    const gate = { ...conference, ...opens, duration: '' }
    expect(await execute(addActivity.definition, planner, gate, now)).toMatchObject({ ok: true })
    expect(await execute(addActivity.definition, planner, gate, now)).toMatchObject({
      error: { code: 'refused', fields: { gate: { reason: 'activity_gate_taken' } } },
    })
  })

  it('cannot close before they open, not even when two planners set them at once', async () => {
    const { exercise, planner, conference } = await setting()
    const first = { ...conference, ...opens, duration: '', start: 'D-20' }
    const second = { ...conference, ...closes, duration: '' }
    const results = await Promise.all([
      execute(addActivity.definition, planner, first, now),
      execute(addActivity.definition, planner, second, now),
    ])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({
      error: { fields: { start: { reason: 'closes_before_opens' } } },
    })
    expect(await factoryDb().activity.count({ where: { exerciseId: exercise.id } })).toBe(1)
  })
})

describe('a phase', () => {
  it('is added, edited and taken away, and its activities stay', async () => {
    const { exercise, planner, conference, phase } = await setting()
    const made = await execute(addPhase.definition, planner, phase, now)
    const phaseId = made.ok ? made.data.id : ''
    await execute(addActivity.definition, planner, { ...conference, phaseId }, now)
    const edited = { ...phase, phaseId, version: 1, end: 'D-28', name: 'Scripting and build' }
    expect(await execute(editPhase.definition, planner, edited, now)).toMatchObject({ ok: true })
    expect(await factoryDb().phase.findUniqueOrThrow({ where: { id: phaseId } })).toMatchObject({
      name: 'Scripting and build',
      startDay: -120,
      endDay: -28,
      version: 2,
    })
    const gone = { exerciseId: exercise.id, phaseId }
    expect(await execute(removePhase.definition, planner, gone, now)).toMatchObject({ ok: true })
    expect(await factoryDb().activity.findMany({ where: { exerciseId: exercise.id } })).toMatchObject([
      { phaseId: null, title: 'Final planning conference' },
    ])
  })

  it('must end after it starts, and has a name of its own', async () => {
    const { planner, phase } = await setting()
    const backwards = { ...phase, end: 'D-121' }
    expect(await execute(addPhase.definition, planner, backwards, now)).toMatchObject({
      error: { fields: { end: { reason: 'end_before_start' } } },
    })
    await execute(addPhase.definition, planner, phase, now)
    expect(await execute(addPhase.definition, planner, phase, now)).toMatchObject({
      error: { fields: { name: { reason: 'phase_name_taken' } } },
    })
  })

  it('of another exercise is not found', async () => {
    const { exercise, planner, phase } = await setting()
    const other = await makePhase(await makeExercise())
    const edit = { ...phase, phaseId: other.id, version: 1 }
    expect(await execute(editPhase.definition, planner, edit, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    const removal = { exerciseId: exercise.id, phaseId: other.id }
    expect(await execute(removePhase.definition, planner, removal, now)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})
