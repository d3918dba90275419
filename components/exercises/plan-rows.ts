import type { ActivityKind, Audience, Gate } from '@/lib/schedule/kinds/rules'
import type { templateFor } from '@/lib/schedule/template/rules'

/** A row of the plan that a new exercise starts with, as the form holds it. */
export type PhaseRow = {
  key: string
  include: boolean
  name: string
  start: string
  end: string
  audience: Audience
}

export type ActivityRow = {
  key: string
  include: boolean
  phase: string
  title: string
  kind: ActivityKind
  start: string
  duration: string
  audience: Audience
  gate: Gate | null
}

/** What the person typed over the template, by row. */
export type Edits = {
  phases: Record<string, Partial<PhaseRow>>
  activities: Record<string, Partial<ActivityRow>>
  added: number
}

export const noEdits: Edits = { phases: {}, activities: {}, added: 0 }

type Template = ReturnType<typeof templateFor>
type Titles = {
  phase: (key: Template['phases'][number]['key']) => string
  activity: (key: Template['activities'][number]['key']) => string
}

/**
 * The template with what was typed over it: a row that nobody touched goes on following ENDEX, one that somebody did
 * keeps what was typed. What would be over already is left out, unless somebody ticks it.
 */
export function planRows(
  template: Template,
  edits: Edits,
  titles: Titles,
  isOver: (typed: string) => boolean,
) {
  const phases = template.phases.map(
    ({ key, start, end, audience }): PhaseRow => ({
      ...{ key, include: !isOver(end), name: titles.phase(key), start, end, audience },
      ...edits.phases[key],
    }),
  )
  const activities = template.activities.map(({ key, ...row }): ActivityRow => {
    const { phase, kind, start, duration, audience, gate } = row
    return {
      ...{ key, include: !isOver(start), title: titles.activity(key) },
      ...{ phase, kind, start, duration, audience, gate },
      ...edits.activities[key],
    }
  })
  return { phases, activities: [...activities, ...addedRows(edits)] }
}

function addedRows({ added, activities }: Edits): ActivityRow[] {
  return Array.from({ length: added }, (_, index): ActivityRow => {
    const key = `added${index}`
    const blank = { title: '', phase: '', start: '', duration: '', gate: null }
    return {
      ...{ key, include: true, kind: 'conference', audience: 'nations', ...blank },
      ...activities[key],
    }
  })
}
