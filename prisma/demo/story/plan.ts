import type { InjectKind } from '../../client/client'

/** The exercise's delivery modes by the letter that the plans use. */
export const demoModes = {
  E: 'E-mail',
  P: 'Phone',
  N: 'News',
  S: 'Social media',
  O: 'Order',
  R: 'Report',
  I: 'In person',
  T: 'Technical',
} as const
type ModeLetter = keyof typeof demoModes

export type Beat = { mode: ModeLetter; title: string; text: string; expected: string; trigger: string }

/** What happens at three places, one wave of blue teams each; `what` is how a report would call it. */
export type IncidentPlan = {
  name: string
  summary: string
  what: string
  places: readonly [string, string, string]
  techniques: readonly string[]
  cwes?: readonly string[]
  beats: readonly [Beat, Beat, Beat]
}

export type StoryPlan = {
  name: string
  summary: string
  /** whose injects it mostly is: that of blue teams, or of one of their roles */
  role: string | null
  /** numbers of the objectives that it serves */
  objectives: readonly string[]
  /** who of the story speaks by which mode */
  voices: Partial<Record<ModeLetter, string>>
  cell: 'HICON' | 'LOCON' | 'SIDECON' | 'Grey cell' | 'Media cell'
  /** what comes from outside while an incident runs */
  pressure: readonly [Beat, Beat, Beat]
  contingencies: readonly [Beat, Beat]
  /** what the red team prepares, which the others do not read */
  red: readonly [Beat, Beat]
  incidents: readonly [IncidentPlan, IncidentPlan, IncidentPlan, IncidentPlan, IncidentPlan]
}

const isMode = (letter: string): letter is ModeLetter => letter in demoModes

/**
 * `T | title | text | expected action`; of a contingency with what it is played for as a fifth part. `{place}` and
 * `{what}` stand for those of the incident. Throws where a plan is not written so.
 */
export function beat(line: string): Beat {
  const [mode = '', title = '', text = '', expected = '', trigger = ''] = line.split(' | ')
  if (!isMode(mode) || title === '' || text === '') throw new Error(`No beat: ${line}`)
  return { mode, title, text, expected, trigger }
}

/** The five injects of one place, in the order of their serials. */
export type Slot = { kind: InjectKind; part: 'opening' | 'follow' | 'later' | 'answer' | 'aside' }
export const slots: readonly Slot[] = [
  { kind: 'inject', part: 'opening' },
  { kind: 'inject', part: 'follow' },
  { kind: 'inject', part: 'later' },
  { kind: 'expected_action', part: 'answer' },
  { kind: 'information', part: 'aside' },
]
