import type { SpelledField } from '@/lib/catalogue/differences/rules'

/** The column of the MSEL whose words a field of an entry goes by. */
export const columnOf = {
  ...{ title: 'title', text: 'text', kind: 'kind', incident: 'incidentId', at: 'start' },
  ...{ durationSeconds: 'duration', story: 'scenarioAt', phase: 'phaseId', from: 'from', to: 'to' },
  ...{ mode: 'deliveryModeId', objectives: 'objectives', trigger: 'trigger', measure: 'measure' },
  ...{ expectedAction: 'expectedAction', scoreLeast: 'scoreLeast', scoreMost: 'scoreMost', notes: 'notes' },
  ...{ tlp: 'tlp', releasableTo: 'releasableTo', keptToKind: 'keptToKindId', techniques: 'techniques' },
  ...{ cves: 'cves', cwes: 'cwes' },
} as const satisfies Partial<Record<SpelledField, string>>
