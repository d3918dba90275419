import { type InjectField, injectFields } from '@/lib/injects/rules'
import type { MselField, MselMapping } from '../../fields/schema'

/** The fields of an inject that a column of a file says. */
const covers: Partial<Record<MselField, readonly InjectField[]>> = {
  ...{
    kind: ['kind'],
    title: ['title'],
    text: ['text', 'title'],
    storyline: ['storylineId'],
    incident: ['incidentId'],
  },
  ...{
    mode: ['deliveryModeId'],
    from: ['from'],
    to: ['to'],
    time: ['start'],
    date: ['start'],
    day: ['start'],
  },
  ...{ after: ['start', 'waits'], duration: ['duration'], scenarioTime: ['scenarioAt'], phase: ['phaseId'] },
  ...{
    controller: ['controllerId'],
    reviewer: ['reviewerId'],
    trigger: ['trigger', 'kind'],
    expectedAction: ['expectedAction'],
  },
  ...{
    measure: ['measure'],
    objective: ['objectives'],
    score: ['scoreLeast', 'scoreMost'],
    tlp: ['tlp'],
    releasableTo: ['releasableTo'],
  },
  ...{ technique: ['techniques'], cve: ['cves'], cwe: ['cwes'], notes: ['notes'] },
}

/** The fields of which a file speaks; null for a whole document, which speaks of all. */
export function coveredFields(mapping: MselMapping | null): ReadonlySet<InjectField> {
  if (!mapping) return new Set(injectFields)
  return new Set(
    mapping.flatMap(target =>
      target === null || target === 'own' || target === 'kept' ? [] : (covers[target] ?? []),
    ),
  )
}
