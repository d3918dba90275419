import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { factoryDb } from '@/prisma/factories'
import { applyMove } from './actions'
import { changeIdOf, DAY, HOUR, images, look, move, now, setting, slide, undo } from './moving.fixture'
import type { Operation } from './schema'

describe('two planners at once', () => {
  it('the second is told who did what, and moves nothing', async () => {
    const { exercise, planner, director, phase, briefing } = await setting()
    const operation = slide(phase.id, DAY)
    const { seen } = await look(planner, exercise.id, operation)
    const dragged: Operation = {
      kind: 'items',
      items: [{ kind: 'activity', id: briefing.id }],
      bySeconds: HOUR,
    }
    await move(director, exercise.id, dragged)
    const before = await images(exercise.id)
    const input = { exerciseId: exercise.id, operation, seen, reason: 'Late' }
    expect(await execute(applyMove.definition, planner, input, now)).toMatchObject({
      error: {
        code: 'conflict',
        reason: 'plan_changed',
        conflicts: [{ field: 'Briefing', theirs: 'plan.move' }],
      },
    })
    expect(await images(exercise.id)).toEqual(before)
    expect(await move(planner, exercise.id, operation)).toMatchObject({ ok: true })
  })

  it('of moves from the same preview at the same moment one happens', async () => {
    const { exercise, planner, director, phase } = await setting()
    const operation = slide(phase.id, DAY)
    const { seen } = await look(planner, exercise.id, operation)
    const results = await Promise.all(
      [planner, director, planner].map(actor =>
        execute(
          applyMove.definition,
          actor,
          { exerciseId: exercise.id, operation, seen, reason: 'Late' },
          now,
        ),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await factoryDb().phase.findUnique({ where: { id: phase.id } })).toMatchObject({
      startOffset: DAY,
    })
  })

  it('a move on which something has been built stays, and says what', async () => {
    const { exercise, planner, director, phase, briefing } = await setting()
    const changeId = changeIdOf(await move(planner, exercise.id, slide(phase.id, DAY)))
    await move(director, exercise.id, {
      kind: 'items',
      items: [{ kind: 'activity', id: briefing.id }],
      bySeconds: HOUR,
    })
    const before = await images(exercise.id)
    expect(await undo(planner, exercise.id, changeId)).toMatchObject({
      error: { code: 'refused', reason: 'move_built_upon', conflicts: [{ field: 'Briefing' }] },
    })
    expect(await images(exercise.id)).toEqual(before)
  })

  it('whoever may stretch a day may put it back, ENDEX with it', async () => {
    const { exercise, planner } = await setting()
    const before = await images(exercise.id)
    const operation: Operation = {
      ...{ kind: 'stretch_day', on: '2027-03-23', bySeconds: 2 * HOUR, withPinned: false },
    }
    const stretched = await move(planner, exercise.id, operation)
    const { endexOffset } = await factoryDb().exercise.findUniqueOrThrow({ where: { id: exercise.id } })
    expect(endexOffset).toBe(exercise.endexOffset + 2 * HOUR)
    expect(await undo(planner, exercise.id, changeIdOf(stretched))).toMatchObject({ ok: true })
    expect(await images(exercise.id)).toEqual(before)
  })
})
