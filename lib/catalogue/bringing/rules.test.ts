import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exerciseSecondsOf } from '@/lib/logic/times/rules'
import type { Moment } from '@/lib/time'
import { anyContent, broughtInto, idOf, shuffledId, somePlace } from '../content/content.fixture'
import { readContent, timesIn } from '../content/rules'
import { type CatalogueContent, contentSchema } from '../content/schema'
import { differencesOf, sameContent } from '../differences/rules'
import { contentFrom } from '../keeping/rules'
import { bringProblem, planBringing, type Wish } from './rules'
import { stretched } from './times/rules'

const at = (offset: number): Moment => ({ anchor: 'ttime', offset })
const wish = (given: Partial<Wish> = {}): Wish => ({
  ...{ storyline: { name: 'Power grid' }, start: at(0), spacing: 100, choices: {} },
  ...given,
})
const again = (content: CatalogueContent, start: Moment, place = somePlace()) =>
  contentFrom(broughtInto(place, planBringing(content, place, wish({ start }), shuffledId))).content

const entry = (injects: object[], given: object = {}) =>
  contentSchema.parse({ format: 'startex-catalogue', version: 1, startsAt: 0, injects, ...given })

const starts = fc.oneof(
  fc.integer({ min: -90_000, max: 900_000 }).map(at),
  fc.record({
    anchor: fc.constant('dday' as const),
    day: fc.integer({ min: -30, max: 10 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    timeZone: fc.constantFrom('Europe/Tallinn', 'Asia/Tokyo', 'UTC'),
  }),
)

test('what is kept, brought in at any time and kept again says the same', () => {
  fc.assert(
    fc.property(anyContent, starts, starts, (given, first, second) => {
      // As somebody would have kept it: in the order in which it happens.
      const kept = again(given, first)
      const lost = differencesOf(given, kept)
      expect([lost.added, lost.removed, lost.changed]).toEqual([[], [], []])
      const keptAgain = again(kept, second)
      expect({ ...keptAgain, startsAt: null }).toEqual({ ...kept, startsAt: null })
      expect(sameContent(kept, keptAgain)).toBe(true)
      expect(readContent(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    }),
  )
})

test('times keep their distances, whichever notation the first is typed in', () => {
  fc.assert(
    fc.property(anyContent, starts, (content, start) => {
      const place = somePlace()
      const { injects } = planBringing(content, place, wish({ start }), shuffledId)
      const first = exerciseSecondsOf(start, place.frame)
      for (const [n, { at: kept }] of content.injects.entries()) {
        const moment = injects[n]?.moment ?? null
        expect(moment && exerciseSecondsOf(moment, place.frame)).toBe(kept === null ? null : first + kept)
      }
    }),
  )
})

test('stretched, everything keeps its order, and what follows from waits moves with it', () => {
  fc.assert(
    fc.property(anyContent, fc.integer({ min: 10, max: 1000 }), (content, spacing) => {
      const place = somePlace()
      const plan = planBringing(content, place, wish({ spacing }), shuffledId)
      const { planned } = broughtInto(place, plan)
      const before = timesIn(content)
      const after = plan.injects.map(({ id }) => planned.get(id) ?? null)
      expect(after.map(time => time === null)).toEqual(before.map(time => time === null))
      for (const [n, { at: kept }] of content.injects.entries())
        if (kept !== null) expect(after[n]).toBe(stretched(kept, spacing))
    }),
  )
  expect(stretched(25 * 60, 150)).toBe(38 * 60)
  expect([stretched(90, 50), stretched(7, 100), Object.is(stretched(0, 10), 0)]).toEqual([45, 7, true])
})

test('a time of day stays one where the first is typed as one, and T-time says what D-day cannot', () => {
  const content = entry([{ at: 0 }, { at: 90 * 60 }, { at: 90 * 60 + 30 }])
  const start: Moment = { anchor: 'dday', day: 2, minute: 9 * 60, timeZone: 'Europe/Tallinn' }
  const { injects } = planBringing(content, somePlace(), wish({ start }), shuffledId)
  expect(injects.map(({ moment }) => moment)).toMatchObject([
    start,
    { ...start, minute: 10 * 60 + 30 },
    { anchor: 'ttime' },
  ])
})

test('names are known without case and marks; actors, modes and incidents that are missing are made once', () => {
  const content = entry(
    [
      {
        incident: 0,
        mode: 'e-mail',
        from: [{ kind: 'persona', name: 'Zoë' }],
        to: [{ kind: 'team', name: 'BLUE 1' }],
      },
      { incident: 0, mode: 'Fax', from: [{ kind: 'persona', name: 'Adler' }] },
    ],
    {
      incidents: [{ name: 'Blackout', summary: 'Dark' }],
      personas: [
        { name: 'Zoë', affiliation: 'Nordavia' },
        { name: 'Adler', affiliation: 'Press' },
      ],
    },
  )
  const place = somePlace({
    modes: [{ id: idOf(41), name: 'E-Mail' }],
    personas: [{ id: idOf(51), name: 'ZOE', affiliation: '', note: '' }],
  })
  const plan = planBringing(content, place, wish(), shuffledId)
  expect(plan.injects[0]).toMatchObject({
    deliveryModeId: idOf(41),
    from: [`persona:${idOf(51)}`],
    to: [`team:${idOf(1)}`],
  })
  expect(plan.modes).toMatchObject([{ name: 'Fax' }])
  expect(plan.personas).toMatchObject([{ name: 'Adler', affiliation: 'Press' }])
  expect(plan.incidents).toMatchObject([{ name: 'Blackout', summary: 'Dark' }])
  expect(plan.injects[1]?.incidentId).toBe(plan.incidents[0]?.id)
  expect(plan.left).toEqual([])
})

test('what the exercise does not know stands in the notes, unless somebody says what it is here', () => {
  const content = entry(
    [
      {
        ...{ to: [{ kind: 'team', name: 'Green 9' }], phase: 'Hot wash', objectives: [0], notes: 'Loud' },
        values: [
          { column: 0, value: 'SIDECON' },
          { column: 1, value: 'Blue 2' },
        ],
      },
    ],
    {
      objectives: [{ number: '1.1', title: 'Another aim under a number that is known here' }],
      columns: [
        { name: 'Cell', kind: 'choice', audience: 'controllers' },
        { name: 'Weather', kind: 'text', audience: 'planners' },
      ],
    },
  )
  const plan = planBringing(content, somePlace(), wish(), shuffledId)
  expect(plan.injects[0]?.notes).toBe(
    [
      'Loud',
      'To: Green 9',
      'Phase: Hot wash',
      'Objective: 1.1 Another aim under a number that is known here',
      'Cell: SIDECON',
      'Weather: Blue 2',
    ].join('\n'),
  )
  expect(plan.injects[0]).toMatchObject({ to: [], objectives: [], phaseId: null, values: {} })
  const choices = { 'team-0': idOf(2), 'objective-0': 'o2', 'phase-0': idOf(1) }
  const chosen = planBringing(content, somePlace(), wish({ choices }), shuffledId)
  expect(chosen.injects[0]).toMatchObject({ to: [`team:${idOf(2)}`], objectives: ['o2'], phaseId: null })
  expect(chosen.left[0]?.lines).toEqual(['Phase: Hot wash', 'Cell: SIDECON', 'Weather: Blue 2'])
})

test('what planners kept to themselves finds no column that controllers read', () => {
  const content = entry([{ values: [{ column: 0, value: 'The mole' }] }], {
    columns: [{ name: 'Secret', kind: 'text', audience: 'planners' }],
  })
  const column = (audience: 'planners' | 'controllers') => ({
    columns: [{ id: 'c9', name: 'Secret', kind: 'text' as const, choices: [], audience }],
  })
  const values = (audience: 'planners' | 'controllers') =>
    planBringing(content, somePlace(column(audience)), wish(), shuffledId).injects[0]?.values
  expect([values('planners'), values('controllers')]).toEqual([{ c9: 'The mole' }, {}])
})

test('red’s plans are not brought in where there is no red, an incident not without a storyline', () => {
  const problem = (content: CatalogueContent, given: Partial<Wish> = {}) => {
    const [place, how] = [somePlace(), wish(given)]
    const { matches } = planBringing(content, place, how, shuffledId)
    return bringProblem(content, place, how, matches)
  }
  const plans = entry([{ at: 0, keptToKind: 'Crimson' }])
  expect(problem(plans)).toEqual({ reason: 'catalogue_kind_missing', names: ['Crimson'] })
  expect(problem(plans, { choices: { 'kind-0': idOf(11) } })).toBe(null)
  expect(problem(entry([{ at: 0 }], { incidents: [{ name: 'Blackout' }] }), { storyline: null })).toEqual({
    reason: 'catalogue_storyline_needed',
  })
  expect(problem(entry([{ at: 0 }]), { start: null })).toEqual({ reason: 'catalogue_start_needed' })
  expect(problem(entry([{ at: 0 }, { at: 900_000_000 }]))).toEqual({ reason: 'catalogue_too_far' })
  expect(problem(entry([{}], { startsAt: null }), { start: null })).toBe(null)
})
