/**
 * Two thousand people from an XLSX file: reading, telling the columns, checking every row, sending them in parts and
 * writing them with their history, against the bare reading of the same bytes by the same library. Times, so that lower
 * is better: the ratio says how many times as long the whole import takes as its first step alone.
 */
import { performance } from 'node:perf_hooks'
import readXlsx from 'read-excel-file/universal'
import writeXlsx from 'write-excel-file/universal'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { addRoster, stageRoster } from '@/lib/registrations/roster/actions'
import { partsOf } from '@/lib/registrations/roster/rules'
import { guessColumns, headingRow } from '@/lib/rosters/columns/rules'
import { readFile } from '@/lib/rosters/files/rules'
import { checkRows, type RosterSetting } from '@/lib/rosters/rows/rules'
import { currentInstant } from '@/lib/time'
import { contactOf } from '@/prisma/actors'
import { makeCompany, makeParticipation, makeQuota, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, makeSite, makeTeam } from '@/prisma/factories'
import { alternate, type Line, rounds } from './line'

const people = 2_000
const headings = [
  ...['No.', 'Family name', 'Given name', 'Name in own script', 'E-mail', 'Role', 'Company', 'Team', 'Site'],
  ...['On site or remote', 'Country', 'Time zone', 'Languages', 'Clearance until', 'Remarks'],
]
const roles = ['Network defender', 'Forensics analyst', 'Legal adviser', 'Media officer']

/** The file, as a spreadsheet program saves it: strings shared, dates as numbers. */
async function file(): Promise<Uint8Array> {
  const rows = Array.from({ length: people }, (_, at) => [
    ...[at + 1, `Mori${at}`, `Aiko${at % 90}`, '森 愛子', `aiko.mori.${at}@example.jp`, roles[at % 4] ?? ''],
    ...[
      `Company ${at % 12}`,
      'Blue Team 07',
      'Hall A',
      'on site',
      'Japan',
      'Asia/Tokyo',
      'Japanese, English',
    ],
    ...[{ value: new Date(Date.UTC(2027, 11, 1 + (at % 28))), type: Date, format: 'dd.mm.yyyy' }, ''],
  ])
  return new Uint8Array(await (await writeXlsx([headings, ...rows]).toBlob()).arrayBuffer())
}

type Scene = { actor: Actor; owner: { exerciseId: string; participationId: string }; setting: RosterSetting }

/** A delegation with an empty list, of a programme that knows nobody. */
async function scene(): Promise<Scene> {
  const exercise = await makeExercise({ status: 'registration' })
  const participation = await makeParticipation(exercise)
  await makeQuota(participation, { size: people })
  const team = await makeTeam(exercise, { name: 'Blue Team 07' })
  await makeTeamNation(team, participation)
  const owner = { exerciseId: exercise.id, participationId: participation.id }
  const setting: RosterSetting = {
    roles: await Promise.all(roles.map(name => makeRole(exercise, { name }))),
    teams: [team],
    companies: await Promise.all(
      Array.from({ length: 12 }, (_, at) => makeCompany(participation, { name: `Company ${at}` })),
    ),
    sites: [await makeSite(exercise, { name: 'Hall A' })],
    taken: [],
    homeTimeZone: 'Asia/Tokyo',
    homeNation: 'JPN',
  }
  return { actor: await contactOf(participation), owner, setting }
}

type Steps = { read: number; check: number; send: number; add: number }

async function ours(bytes: Uint8Array, { actor, owner, setting }: Scene): Promise<Steps> {
  const times = [performance.now()]
  const read = await readFile(bytes)
  if (!read.ok) throw new Error(read.problem)
  const rows = read.sheets[0]?.rows ?? []
  times.push(performance.now())
  const at = headingRow(rows)
  const mapping = guessColumns(rows[at] ?? [], rows.slice(at + 1))
  const checked = checkRows(rows, at + 1, mapping, setting)
  if (checked.length !== people || checked.some(({ problems }) => problems.length > 0))
    throw new Error(
      `Not all sound: ${JSON.stringify(checked.find(row => row.problems.length > 0)?.problems)}`,
    )
  times.push(performance.now())
  const roster = { ...owner, rosterId: crypto.randomUUID() }
  const parts = partsOf(checked)
  for (const [part, rows] of parts.entries())
    await done(execute(stageRoster.definition, actor, { ...roster, part, rows }, currentInstant()))
  times.push(performance.now())
  const columns = mapping.map((field, column) => ({ heading: rows[at]?.[column] ?? '', field }))
  const whole = { ...roster, parts: parts.length, people, columns }
  await done(execute(addRoster.definition, actor, whole, currentInstant()))
  times.push(performance.now())
  const [t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0] = times
  return { read: t1 - t0, check: t2 - t1, send: t3 - t2, add: t4 - t3 }
}

async function done(result: ReturnType<typeof execute>): Promise<void> {
  const answer = await result
  if (!answer.ok) throw new Error(`${answer.error.reason}: ${JSON.stringify(answer.error.fields)}`)
}

/** Measures on the database of `lib/env`, which must be migrated; leaves its own exercises behind. */
export async function importRoster(): Promise<Line> {
  const bytes = await file()
  const blob = new Blob([new Uint8Array(bytes)])
  const each: Steps[] = []
  const measured = await alternate(
    async () => {
      const place = await scene()
      const steps = await ours(bytes, place)
      const written = await factoryDb().registration.count({ where: place.owner })
      if (written !== people) throw new Error(`${written} of ${people} are on the list`)
      each.push(steps)
      return steps.read + steps.check + steps.send + steps.add
    },
    async () => {
      const start = performance.now()
      const [sheet] = await readXlsx(blob)
      if (sheet?.data.length !== people + 1) throw new Error('The library reads another number of rows')
      return performance.now() - start
    },
  )
  const mean = (key: keyof Steps) =>
    Math.round(each.slice(1).reduce((sum, steps) => sum + steps[key], 0) / rounds)
  return {
    bench: 'import-roster',
    ...measured,
    unit: 'ms',
    n: rounds,
    people,
    bytes: bytes.length,
    steps: { read: mean('read'), check: mean('check'), send: mean('send'), add: mean('add') },
    target: 'ratio at most 3',
  }
}

// Alone, on a migrated database that may be written to: STARTEX_DATABASE_URL=… npx tsx bench/import-roster.ts
if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(await importRoster()))
  process.exit(0)
}
