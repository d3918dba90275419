import type { Operation, WholeKind } from '../schema'

export type Right = 'schedule.edit' | 'scenario.edit' | 'exercise.move'

/** What somebody must be allowed to do for an operation: the schedule, the injects, or the exercise itself. */
export function permissionsFor(operation: Operation | { kind: WholeKind }): Right[] {
  switch (operation.kind) {
    case 'items':
    case 'duplicate':
      return operation.items.some(({ kind }) => kind === 'inject' || kind === 'phase')
        ? ['schedule.edit', 'scenario.edit']
        : ['schedule.edit']
    case 'edge':
      return operation.item.kind === 'inject' ? ['schedule.edit', 'scenario.edit'] : ['schedule.edit']
    case 'slip_startex':
    case 'home_zone':
      return ['exercise.move']
    default:
      return ['schedule.edit', 'scenario.edit']
  }
}
