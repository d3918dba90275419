import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteFindings } from '@/lib/clashes/brute.fixture'
import type { Finding, Plan, PlanGate, PlanInject } from '@/lib/clashes/plan/rules'
import { anyEdit, anyPlan, HOUR, plan, sound, startexAt } from '@/lib/clashes/plan.fixture'
import { graphOf } from '@/lib/logic/graph/rules'
import { impliedTimes } from '@/lib/logic/times/rules'
import { gateNode, nodeOf } from './known/rules'
import { checkPlan, openChecks, type PlanEdit, type Recheck } from './rules'

const withInjects = (...injects: Partial<PlanInject>[]): Plan => ({
  ...plan,
  injects: injects.map((one, at) => ({ ...sound, id: `i${at + 1}`, serial: `1.${at + 1}`, ...one })),
})
const wait = (after: string, delay = 0) => ({ after, condition: 'released' as const, delay })
const found = (of: Plan) => checkPlan(of)
const only = (of: Plan): Finding | undefined => {
  const all = found(of)
  expect(all).toHaveLength(1)
  return all[0]
}

describe('what is wrong with a plan', () => {
  it('is nothing where nothing is', () => {
    expect(found(plan)).toEqual([])
  })

  it('is an objective with too few injects, and what stands below it counts for it', () => {
    const objectives = [
      { id: 'o', number: '1', parentId: null, leastInjects: 2 },
      { id: 'p', number: '1.1', parentId: 'o', leastInjects: 1 },
    ]
    expect(only({ ...withInjects({ objectives: ['p', 'o'] }), objectives })).toMatchObject({
      check: 'objective_unserved',
      where: [{ kind: 'objective', id: 'o' }],
      evidence: { count: 1, least: 2, missing: 1 },
      mend: 'serve_objective',
    })
    expect(found({ ...withInjects({ objectives: ['p'] }, { objectives: ['p'] }), objectives })).toEqual([])
  })

  it('is an inject from nobody or to nobody, but not information for the white team', () => {
    const nobody = { ...sound.has, sender: false, recipient: false }
    expect(found(withInjects({ has: nobody })).map(({ check }) => check)).toEqual([
      'no_sender',
      'no_recipient',
    ])
    expect(found(withInjects({ has: nobody, kind: 'information' }))).toEqual([])
  })

  it('is an inject between the phases, or in another phase than its own', () => {
    const at = (hours: number) =>
      ({ anchor: 'fixed', at: startexAt + hours * HOUR, timeZone: 'UTC' }) as const
    const day = { toTeams: [] }
    expect(only(withInjects({ ...day, moment: at(10) }))?.check).toBe('outside_phases')
    expect(found(withInjects({ ...day, moment: at(9.9) }))).toEqual([])
    expect(only(withInjects({ ...day, moment: at(25), phaseId: 'first' }))).toMatchObject({
      check: 'outside_own_phase',
      where: [{ id: 'i1' }, { kind: 'phase', id: 'first' }],
      evidence: { injectAt: startexAt + 25 * HOUR },
    })
    expect(found({ ...withInjects({ ...day, moment: at(10) }), phases: [] })).toEqual([])
  })

  it('is an inject in the night of those who receive it, once for each zone, and the morning after', () => {
    // 14:00 Zulu in March is 16:00 in Tallinn, 10:00 in Washington and 23:00 in Tokyo.
    const moment = { anchor: 'fixed', at: startexAt + 7 * HOUR, timeZone: 'UTC' } as const
    const toTeams = ['tallinn', 'tokyo', 'washington', 'osaka']
    expect(only(withInjects({ moment, toTeams }))).toMatchObject({
      check: 'team_night',
      where: [{ id: 'i1' }, { kind: 'team', id: 'tokyo' }, { kind: 'team', id: 'osaka' }],
      evidence: { teamMinute: 23 * 60, timeZone: 'Asia/Tokyo', morningAt: startexAt + 14 * HOUR },
      mend: 'move_to_morning',
    })
    expect(found({ ...withInjects({ moment, toTeams }), night: { from: 0, to: 0 } })).toEqual([])
    expect(
      only({ ...withInjects({ moment, toTeams }), night: { from: 600, to: 660 } })?.evidence.timeZone,
    ).toBe('America/New_York')
  })

  it('is no night for a whole day, which has no hour', () => {
    const moment = { anchor: 'dday', day: 0, minute: null, timeZone: 'Europe/Tallinn' } as const
    expect(found({ ...withInjects({ moment }), phases: [] })).toEqual([])
  })

  it('is a controller with more at once than they can handle, from when until when', () => {
    const at = (minute: number) => ({ anchor: 'ttime', offset: minute * 60 }) as const
    const busy = withInjects(
      { moment: at(0), durationSeconds: 3600 },
      { moment: at(10), durationSeconds: 1200 },
      { moment: at(20), durationSeconds: null },
      { moment: at(20), durationSeconds: 600 },
      { moment: at(30), durationSeconds: 60 },
    )
    expect(only(busy)).toEqual({
      key: 'controller_overloaded:anna:i3',
      check: 'controller_overloaded',
      where: [
        { kind: 'controller', id: 'anna' },
        ...['i1', 'i2', 'i3', 'i4'].map(id => ({ kind: 'inject', id })),
      ],
      evidence: { most: 4, load: 2, count: 4, fromAt: startexAt + HOUR / 3, untilAt: startexAt + HOUR / 2 },
      mend: 'share_or_spread',
    })
    expect(found({ ...busy, controllerLoad: 4 })).toEqual([])
  })

  it('is a wait for what is gone, a gate that stands for nothing, and a circle', () => {
    const gates: PlanGate[] = [{ id: 'g', number: 1, kind: 'any', waits: [] }]
    expect(only(withInjects({ waits: [wait('nobody')] }))).toMatchObject({
      check: 'wait_gone',
      evidence: { count: 1 },
    })
    expect(only({ ...plan, gates })?.check).toBe('gate_empty')
    const round = withInjects({ moment: null, waits: [wait('i2')] }, { moment: null, waits: [wait('i1')] })
    expect(only(round)).toMatchObject({
      check: 'circular',
      path: ['i1', 'i2', 'i1'],
      where: [{ id: 'i1' }, { id: 'i2' }],
    })
  })

  it('is an inject pinned before what it waits for, with the way there', () => {
    const two = withInjects({}, { moment: null, waits: [wait('i1', 600)] }, { waits: [wait('i2')] })
    expect(only({ ...two, controllerLoad: 9 })).toMatchObject({
      check: 'pinned_too_early',
      where: [{ id: 'i3' }],
      path: ['i1', 'i2', 'i3'],
      evidence: { ownOffset: 3600, floorOffset: 4200, earlySeconds: 600 },
    })
  })

  it('is a contingency without a trigger, and an inject without a time', () => {
    expect(only(withInjects({ kind: 'contingency', moment: null }))?.check).toBe('no_trigger')
    expect(only(withInjects({ moment: null }))?.check).toBe('no_time')
    const has = { ...sound.has, trigger: true }
    expect(found(withInjects({ kind: 'contingency', moment: null, has }))).toEqual([])
  })

  it('is an approved inject without its words, and no draft', () => {
    const has = { ...sound.has, title: false, text: false, mode: false }
    expect(found(withInjects({ has })).map(({ mend }) => mend)).toEqual([
      'write_title',
      'write_text',
      'choose_mode',
    ])
    expect(found(withInjects({ has, state: 'draft' }))).toEqual([])
  })

  it('is a gap in the serials, unless somebody counts by tens', () => {
    const numbered = (...serials: string[]) =>
      withInjects(...serials.map(serial => ({ serial, controllerId: null })))
    expect(only(numbered('3.1', '3.2', '3.3', '3.7', '3.8'))).toMatchObject({
      check: 'serial_gap',
      evidence: { prefix: '3.', first: 4, last: 6, count: 3 },
    })
    expect(found(numbered('10', '20', '30', '41'))).toEqual([])
    expect(found(numbered('INJ-009', 'inj-010', 'INJ-11', 'A', 'B'))).toEqual([])
  })
})

function edited(before: Plan, edit: PlanEdit): Plan {
  const others = <Row extends { id: string }>(rows: readonly Row[]) => rows.filter(({ id }) => id !== edit.id)
  return edit.of === 'inject'
    ? { ...before, injects: [...others(before.injects), ...(edit.to ? [edit.to] : [])] }
    : { ...before, gates: [...others(before.gates), ...(edit.to ? [edit.to] : [])] }
}

/** The number that the slow judge gives with a finding. */
function chief({ check, evidence }: Finding): number {
  const number = {
    circular: evidence.count,
    wait_gone: evidence.count,
    pinned_too_early: evidence.earlySeconds,
    outside_phases: evidence.injectAt,
    outside_own_phase: evidence.injectAt,
    team_night: evidence.teamMinute,
    controller_overloaded: evidence.untilAt,
    objective_unserved: evidence.count,
    serial_gap: evidence.count,
  } as Partial<Record<string, number | string>>
  return Number(number[check] ?? 0)
}

/** When each inject and gate is planned, as the whole plan says it. */
const timesOf = (of: Plan) => {
  const nodes = [...of.injects.map(inject => nodeOf(inject, of)), ...of.gates.map(gateNode)]
  return new Map([...impliedTimes(graphOf(nodes))].map(([id, { at }]) => [id, at]))
}

const byKey = (findings: readonly Finding[]) => findings.toSorted((a, b) => (a.key < b.key ? -1 : 1))

describe('the checks', () => {
  it('find what their definitions say, in any plan', () => {
    fc.assert(
      fc.property(anyPlan, any => {
        const all = checkPlan(any)
        expect(new Map(all.map(finding => [finding.key, chief(finding)]))).toEqual(bruteFindings(any))
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      }),
      { numRuns: 1500 },
    )
  })

  it('say the same after one edit after another as from scratch, and tell what each changed, tried or done', () => {
    const together = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 6,
    })
    const told = ({ gone, came, moves }: Recheck) => ({
      gone: gone.toSorted(),
      came: byKey(came),
      moves: moves.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    })
    fc.assert(
      fc.property(anyPlan, together, (first, steps) => {
        const checker = openChecks(first)
        let now = first
        for (const edits of steps) {
          const before = new Map(checker.findings().map(finding => [finding.key, finding]))
          const timesBefore = timesOf(now)
          const tried = checker.tried(edits)
          expect(byKey(checker.findings())).toEqual(byKey([...before.values()]))
          now = edits.reduce(edited, now)
          const done = checker.edit(edits)
          expect(told(tried)).toEqual(told(done))
          const scratch = byKey(checkPlan(now))
          expect(byKey(checker.findings())).toEqual(scratch)
          for (const key of done.gone) before.delete(key)
          for (const finding of done.came) before.set(finding.key, finding)
          expect(byKey([...before.values()])).toEqual(scratch)
          for (const { id, from, to } of done.moves) {
            expect(timesBefore.get(id) ?? null).toBe(from)
            timesBefore.set(id, to)
          }
          const after = timesOf(now)
          for (const id of new Set([...timesBefore.keys(), ...after.keys()]))
            expect(timesBefore.get(id) ?? null).toBe(after.get(id) ?? null)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('tell the other way to a time where the first no longer leads there', () => {
    const two = withInjects(
      {},
      {},
      { moment: null, waits: [wait('i1'), wait('i2')] },
      { waits: [wait('i3', 60)] },
    )
    const checker = openChecks({ ...two, controllerLoad: 9 })
    const path = () => checker.findings().find(({ check }) => check === 'pinned_too_early')?.path
    expect(path()).toEqual(['i1', 'i3', 'i4'])
    const earlier = { anchor: 'ttime', offset: 0 } as const
    checker.edit([{ of: 'inject', id: 'i1', to: { ...sound, id: 'i1', moment: earlier } }])
    expect(path()).toEqual(['i2', 'i3', 'i4'])
  })
})
