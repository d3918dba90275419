import { describe, expect, test } from 'vitest'
import { checkPlan } from '@/lib/clashes/rules'
import { instantOf, momentOf, optionalMomentOf, resolveMoment } from '@/lib/time'
import { demoWorld } from './demo-world'
import { one } from './world'

const world = demoWorld('2026-11-22')
const exercise = one(world.Exercise, row => row.code === 'BL27')
const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
const waitsOf = (own: (row: (typeof world.Wait)[number]) => boolean) =>
  world.Wait.filter(own).map(({ afterInjectId, afterGateId, condition, delaySeconds }) => ({
    ...{ after: afterInjectId ?? afterGateId ?? '', condition, delay: delaySeconds },
  }))

/** The demo's scenario as the checks read it; nobody plays from another zone here. */
const plan = {
  frame,
  ...{ night: { from: 1320, to: 360 }, controllerLoad: one(world.Scenario, () => true).controllerLoad },
  phases: world.Phase.filter(row => row.exerciseId === exercise.id).map(row => ({
    id: row.id,
    startAt: resolveMoment(momentOf(row, 'start'), frame).at,
    endAt: resolveMoment(momentOf(row, 'end'), frame).at,
  })),
  teams: world.Team.map(({ id }) => ({ id, timeZone: exercise.timeZone })),
  objectives: world.Objective,
  techniques: null,
  gates: world.LogicGate.map(gate => ({ ...gate, waits: waitsOf(row => row.gateId === gate.id) })),
  injects: world.Inject.map(inject => {
    const parties = world.InjectParty.filter(row => row.injectId === inject.id)
    return {
      ...inject,
      moment: optionalMomentOf(inject, 'start'),
      has: {
        ...{ title: inject.title !== '', text: inject.text !== '', mode: inject.deliveryModeId !== null },
        trigger: inject.trigger !== '',
        sender: parties.some(({ side }) => side === 'from'),
        recipient: parties.some(({ side }) => side === 'to'),
      },
      toTeams: parties.flatMap(({ side, teamId }) => (side === 'to' && teamId ? [teamId] : [])),
      objectives: world.InjectObjective.flatMap(row => (row.injectId === inject.id ? [row.objectiveId] : [])),
      waits: waitsOf(row => row.injectId === inject.id),
    }
  }),
}

describe('the demo’s scenario', () => {
  test('has 900 injects in twelve storylines, each with its own words', () => {
    expect([world.Inject.length, world.Storyline.length]).toEqual([900, 12])
    expect(new Set(world.Inject.map(({ title }) => title)).size).toBeGreaterThan(870)
    const left = world.Inject.filter(row =>
      /[{}]/.test(row.title + row.text + row.expectedAction + row.trigger),
    )
    expect(left.map(({ serial }) => serial)).toEqual([])
    expect(Math.max(...world.Inject.map(({ title }) => title.length))).toBeLessThanOrEqual(120)
  })

  test('gives each serial once and leaves the next ones free', () => {
    expect(new Set(world.Inject.map(({ serial }) => serial)).size).toBe(900)
    for (const { id, nextInject } of world.Storyline) {
      const own = world.Inject.filter(({ storylineId }) => storylineId === id)
      expect(Math.max(...own.map(({ serial }) => Number(serial.split('.')[1])))).toBe(nextInject - 1)
    }
  })

  test('is sound but for what is left for a planner to find', () => {
    const found = new Map<string, number>()
    for (const { check } of checkPlan(plan)) found.set(check, (found.get(check) ?? 0) + 1)
    for (const check of ['circular', 'wait_gone', 'gate_empty', 'no_trigger', 'no_sender', 'outside_phases'])
      expect(found.get(check), check).toBe(undefined)
    expect(Object.fromEntries(found)).toMatchObject({ pinned_too_early: 2, no_recipient: 2, serial_gap: 1 })
    expect(found.get('objective_unserved')).toBeGreaterThanOrEqual(2)
    expect(found.get('controller_overloaded') ?? 0).toBeLessThan(40)
  })
})
