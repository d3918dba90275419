import nodeIcal from 'node-ical'
import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { followCalendar, revokeFeed } from '@/lib/calendars/actions'
import { slipStartex } from '@/lib/moves/moving.fixture'
import { type Actor, accountOf } from '@/lib/policy'
import { addActivity, removeActivity } from '@/lib/schedule/actions'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise, makeTeam, usualStartexAt } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { GET } from './[token]/route'
import { GET as getPublic } from './public/[code]/route'

const now = usualStartexAt - 60 * 86_400_000
/** A week later, at the same hour of the wall. */
const later = '2027-04-20 09:00'
const dday = (day: number) => ({ anchor: 'dday' as const, day, minute: 9 * 60, timeZone: 'Europe/Tallinn' })

async function follow(actor: Actor, subject: Record<string, unknown>): Promise<string> {
  const made = await execute(followCalendar.definition, actor, { name: 'Phone', ...subject }, now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data.once.link.split('/').at(-1) ?? ''
}

function ask(token: string, etag?: string): Promise<Response> {
  const headers = etag === undefined ? {} : { 'If-None-Match': etag }
  return GET(new Request(`https://startex.example/api/calendars/${token}`, { headers }), {
    params: Promise.resolve({ token }),
  })
}

async function read(token: string) {
  const answer = await ask(token)
  const text = await answer.text()
  const events = Object.values(nodeIcal.sync.parseICS(text)).flatMap(found =>
    found?.type === 'VEVENT' ? [{ ...found, sequence: Number(found.sequence) }] : [],
  )
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', text, events }
}
type Event = Awaited<ReturnType<typeof read>>['events'][number]
const titles = (events: readonly Event[]) => events.map(({ summary }) => String(summary)).sort()

async function setting() {
  const exercise = await makeExercise({
    code: `CAL${Math.floor(Math.random() * 1e9)}`,
    status: 'registration',
  })
  const planner = await staffOf(exercise, 'planner')
  const activity = await makeActivity(exercise, {
    ...{ kind: 'conference', title: 'Main planning conference', audience: 'nations' },
    ...{ start: dday(-30), durationSeconds: 3 * 3600 },
  })
  return { exercise, planner, activity }
}

it('a feed tells what its holder may see, and nothing to whoever has no such link', async () => {
  const { exercise, planner } = await setting()
  const registration = await makeRegistration(await makeParticipation(exercise), { state: 'confirmed' })
  const expert = await expertOf(registration)
  const [all, own] = [
    await follow(planner, { kind: 'exercise', exerciseId: exercise.id }),
    await follow(expert, { kind: 'person' }),
  ]
  const { code } = exercise
  expect(titles((await read(all)).events)).toEqual([
    `${code} ENDEX`,
    `${code} Main planning conference`,
    `${code} STARTEX`,
  ])
  expect(titles((await read(own)).events)).toEqual([`${code} ENDEX`, `${code} STARTEX`])
  expect((await ask('x'.repeat(43))).status).toBe(404)
  expect((await ask(`${all}.ics`)).status).toBe(200)
})

it('a known text is answered with 304 until the plan changes, and a changed entry has the next number', async () => {
  const { exercise, planner, activity } = await setting()
  const token = await follow(planner, { kind: 'exercise', exerciseId: exercise.id })
  const first = await read(token)
  expect((await ask(token, first.etag)).status).toBe(304)
  expect((await ask(token, `"other", W/${first.etag}`)).status).toBe(304)
  expect(await read(token)).toMatchObject({ text: first.text })

  await factoryDb().activity.update({ where: { id: activity.id }, data: { title: 'MPC' } })
  const moved = await execute(
    addActivity.definition,
    planner,
    {
      exerciseId: exercise.id,
      title: 'Site survey',
      kind: 'visit',
      audience: 'nations',
      start: 'D-20 10:00',
      duration: '2h',
    },
    now,
  )
  expect(moved).toMatchObject({ ok: true })
  const answer = await ask(token, first.etag)
  expect(answer.status).toBe(200)
  const { events } = await read(token)
  expect(titles(events)).toContain(`${exercise.code} Site survey`)
  expect(events.find(({ uid }) => uid === `activity-${activity.id}@startex`)).toMatchObject({
    summary: `${exercise.code} MPC`,
    sequence: 1,
  })
})

it('what STARTEX carries along moves on, and what is taken out is told as cancelled', async () => {
  const { exercise, activity } = await setting()
  const director = await staffOf(exercise, 'director')
  const token = await follow(director, { kind: 'exercise', exerciseId: exercise.id })
  const before = (await read(token)).events.find(({ uid }) => uid.includes(activity.id))
  const moved = await slipStartex(director, exercise.id, later, now)
  expect(moved).toMatchObject({ ok: true })
  const after = (await read(token)).events.find(({ uid }) => uid.includes(activity.id))
  expect(after).toMatchObject({ sequence: 1 })
  expect(Number(after?.start) - Number(before?.start)).toBe(7 * 86_400_000)

  await execute(
    removeActivity.definition,
    director,
    { exerciseId: exercise.id, activityId: activity.id },
    now,
  )
  const off = (await read(token)).events.find(({ uid }) => uid.includes(activity.id))
  expect(off).toMatchObject({ status: 'CANCELLED', sequence: 2 })
})

it('a link that is taken back, or whose holder has lost the part, opens nothing', async () => {
  const { exercise, planner } = await setting()
  const subject = { kind: 'exercise', exerciseId: exercise.id }
  const [kept, revoked] = [await follow(planner, subject), await follow(planner, subject)]
  const accountId = accountOf(planner)?.accountId ?? ''
  const feeds = await factoryDb().calendarFeed.findMany({
    where: { accountId },
    orderBy: { createdAt: 'asc' },
  })
  expect(feeds).toHaveLength(2)
  const other = await staffOf(exercise, 'planner')
  const feedId = (
    await factoryDb().calendarFeed.findFirstOrThrow({ where: { accountId }, orderBy: { id: 'desc' } })
  ).id
  expect(await execute(revokeFeed.definition, other, { feedId }, now)).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await execute(revokeFeed.definition, planner, { feedId }, now)).toMatchObject({ ok: true })
  const { etag } = await read(kept)
  expect((await ask(revoked)).status).toBe(404)
  await factoryDb().membership.deleteMany({ where: { accountId } })
  expect((await ask(kept, etag)).status).toBe(404)
})

it('a nation’s calendar has its own closing date, a team’s its own activities, and neither is another’s to follow', async () => {
  const { exercise } = await setting()
  const nation = await makeParticipation(exercise, {
    partnerId: (await makePartner({ id: exercise.programmeId })).id,
  })
  const contact = await contactOf(nation)
  await makeActivity(exercise, {
    kind: 'deadline',
    gate: 'registration_closes',
    title: 'Closing',
    audience: 'nations',
    start: dday(-40),
    durationSeconds: null,
  })
  await factoryDb().participationGate.create({
    data: {
      ...{ exerciseId: exercise.id, participationId: nation.id, gate: 'registration_closes' },
      ...{ startAnchor: 'dday', startDay: -35, startMinute: 720, startTimeZone: 'Asia/Tokyo' },
    },
  })
  const subject = { kind: 'nation', exerciseId: exercise.id, participationId: nation.id }
  const { events } = await read(await follow(contact, subject))
  const closing = events.find(({ summary }) => String(summary).endsWith('Closing'))
  expect(new Date(Number(closing?.start)).toISOString()).toBe('2027-03-09T03:00:00.000Z')
  const stranger = await contactOf(await makeParticipation(exercise))
  expect(await execute(followCalendar.definition, stranger, { ...subject, name: 'x' }, now)).toMatchObject({
    error: { code: 'forbidden' },
  })

  const [red, blue] = [await makeTeam(exercise), await makeTeam(exercise)]
  for (const [team, title] of [
    [red, 'Red rehearsal'],
    [blue, 'Blue rehearsal'],
  ] as const)
    await makeActivity(exercise, {
      teamId: team.id,
      title,
      audience: 'participants',
      start: dday(-3),
      durationSeconds: 60,
    })
  const registration = await makeRegistration(nation, { state: 'confirmed', teamId: red.id })
  const expert = await expertOf(registration)
  const own = { kind: 'team', exerciseId: exercise.id, teamId: red.id }
  expect(titles((await read(await follow(expert, own))).events)).toEqual(
    ['ENDEX', 'Red rehearsal', 'STARTEX'].map(title => `${exercise.code} ${title}`),
  )
  expect(
    await execute(followCalendar.definition, expert, { ...own, teamId: blue.id, name: 'x' }, now),
  ).toMatchObject({
    error: { code: 'forbidden' },
  })
})

it('a controller’s calendar has the own injects at their times, and of what is RED the serial alone', async () => {
  const { exercise } = await setting()
  const controller = await staffOf(exercise, 'controller')
  const controllerId = accountOf(controller)?.accountId ?? ''
  const ttime = (offset: number) => ({ startAnchor: 'ttime' as const, startOffset: offset })
  await makeInject(exercise, {
    serial: '1.1',
    title: 'Ransom note',
    controllerId,
    ...ttime(3600),
    durationSeconds: 600,
  })
  await makeInject(exercise, { serial: '1.2', title: 'Insider', tlp: 'red', controllerId, ...ttime(7200) })
  await makeInject(exercise, { serial: '1.3', title: 'Not mine', ...ttime(7200) })
  const { events, text } = await read(
    await follow(controller, { kind: 'controller', exerciseId: exercise.id }),
  )
  expect(titles(events)).toEqual([`${exercise.code} Inject 1.1: Ransom note`, `${exercise.code} Inject 1.2`])
  expect(Number(events.find(({ summary }) => String(summary).includes('1.1'))?.start)).toBe(
    usualStartexAt + 3_600_000,
  )
  expect(text).not.toContain('Insider')
  expect(text.match(/CLASS:CONFIDENTIAL/g)).toHaveLength(2)
})

it('readers who ask at once while the plan changes are told numbers that never fall', async () => {
  const { exercise, planner, activity } = await setting()
  const token = await follow(planner, { kind: 'exercise', exerciseId: exercise.id })
  await read(token)
  const told: number[][] = []
  for (let round = 0; round < 6; round++) {
    const edit = factoryDb().activity.update({ where: { id: activity.id }, data: { title: `MPC ${round}` } })
    const add = execute(
      addActivity.definition,
      planner,
      {
        exerciseId: exercise.id,
        title: `More ${round}`,
        kind: 'visit',
        audience: 'nations',
        start: 'D-20 10:00',
        duration: '2h',
      },
      now,
    )
    const readings = await Promise.all([read(token), read(token), edit, add, read(token)])
    for (const reading of [readings[0], readings[1], readings[4]]) expect(reading.status).toBe(200)
    told.push([Number((await read(token)).events.find(({ uid }) => uid.includes(activity.id))?.sequence)])
  }
  const numbers = told.flat()
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  const { events } = await read(token)
  expect(events.find(({ uid }) => uid.includes(activity.id))?.summary).toBe(`${exercise.code} MPC 5`)
})

it('the public calendar has what everybody may see', async () => {
  const { exercise } = await setting()
  await makeActivity(exercise, { title: 'Open day', audience: 'public', start: dday(2), durationSeconds: 60 })
  const answer = await getPublic(new Request('https://startex.example/x'), {
    params: Promise.resolve({ code: `${exercise.code}.ics` }),
  })
  const text = await answer.text()
  expect(text).toContain('Open day')
  expect(text).not.toContain('Main planning conference')
  const draft = await makeExercise({ status: 'draft' })
  const hidden = await getPublic(new Request('https://startex.example/x'), {
    params: Promise.resolve({ code: draft.code }),
  })
  expect(hidden.status).toBe(404)
})
