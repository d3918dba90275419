import type { InjectKind } from '../client/client'
import type { InjectPlace } from './injects-times'
import type { Beat, IncidentPlan, StoryPlan } from './story/plan'

/** An inject in words; the kind may follow from what it is. */
export type InjectWords = Beat & { kind: InjectKind; red: boolean; measure: string }

const measures = [
  'Minutes from release to the first report.',
  'Cause, effect and certainty named in the first report.',
  'Number of other teams warned before they noticed by themselves.',
  'Decision written down with its reason before it is carried out.',
  'Answer given before the deadline that was set.',
]

const answers = [
  'Teams report {what} at {place}',
  'First assessment of {what} at {place} reaches control',
  'Teams propose measures against {what} at {place}',
  'Control receives the word that {place} is contained',
  'Teams hand over {place} to the next shift',
]

/** What is played at one place of an incident, in the words of its plan. */
export function wordsOf(plan: StoryPlan, incident: IncidentPlan, spot: InjectPlace): InjectWords {
  const round = spot.storyline + spot.incident + spot.place
  const measure = measures[round % measures.length] ?? ''
  const said = (beat: Beat, kind: InjectKind, red = false): InjectWords => {
    const here = (text: string) =>
      sentence(
        text.replaceAll('{place}', incident.places[spot.place] ?? '').replaceAll('{what}', incident.what),
      )
    return {
      ...{ mode: beat.mode, kind, red, measure: beat.expected === '' ? '' : measure },
      ...{ title: here(beat.title), text: here(beat.text) },
      ...{ expected: here(beat.expected), trigger: here(beat.trigger) },
    }
  }
  const [opening, follow, later] = incident.beats
  if (spot.part === 'opening') return said(opening, 'inject')
  if (spot.part === 'follow') return said(follow, 'inject')
  if (spot.part === 'later') return said(later, 'inject')
  if (spot.part === 'answer') {
    const title = answers[round % answers.length] ?? ''
    const text = `What control waits for after “${opening.title}”: ${opening.expected}`
    return said({ mode: 'R', title, text, expected: opening.expected, trigger: '' }, 'expected_action')
  }
  if (spot.place === 0) return said(plan.pressure[spot.incident % 3] ?? plan.pressure[0], 'information')
  if (spot.place === 1)
    return said(plan.contingencies[spot.incident % 2] ?? plan.contingencies[0], 'contingency')
  return said(plan.red[spot.incident % 2] ?? plan.red[0], 'administrative', true)
}

/** Names of places begin small within a sentence, and a sentence does not. */
function sentence(text: string): string {
  return text.replace(/(^|[.?!:]\s+)(\p{Ll})/gu, (_, before: string, letter: string) => {
    return before.endsWith(': ') ? before + letter : before + letter.toUpperCase()
  })
}
