import type { ColumnKind } from '../rules'

/** A field that every inject has, by its name in the MSEL. */
type BuiltInField =
  | 'serial'
  | 'storylineId'
  | 'incidentId'
  | 'kind'
  | 'title'
  | 'text'
  | 'from'
  | 'to'
  | 'deliveryModeId'
  | 'start'
  | 'scenarioAt'
  | 'expectedAction'
  | 'measure'
  | 'objectives'
  | 'notes'
  | 'tlp'
  | 'releasableTo'
  | 'controllerId'
  | 'state'

/** A column of a template: a field that every inject has under the template's own name, or a column to be added. */
export type SetColumn =
  | { name: string; field: BuiltInField }
  | { name: string; kind: ColumnKind; choices?: readonly string[]; audience: 'planners' | 'controllers' }

/**
 * The columns of templates that planners know, in their order and in the templates' own words. HSEEP and MITRE as CMU
 * SEI's Blueprint ships them, with HSEEP's rating scale; the last in the manner of a NATO main events and incidents list.
 */
export const columnSets = {
  hseep: {
    columns: [
      { name: 'Event Number', field: 'serial' },
      { name: 'Designated Scenario Time', field: 'scenarioAt' },
      { name: 'Event Type', field: 'kind' },
      { name: 'Inject Mode', field: 'deliveryModeId' },
      { name: 'From', field: 'from' },
      { name: 'To', field: 'to' },
      { name: 'Message', field: 'text' },
      { name: 'Expected Participant Response', field: 'expectedAction' },
      { name: 'Exercise Objective', field: 'objectives' },
      { name: 'Notes', field: 'notes' },
      { name: 'Core Capability', kind: 'text', audience: 'controllers' },
      {
        name: 'Rating',
        kind: 'choice',
        choices: [
          'P – performed without challenges',
          'S – performed with some challenges',
          'M – performed with major challenges',
          'U – unable to be performed',
        ],
        audience: 'controllers',
      },
    ],
  },
  mitre: {
    columns: [
      { name: 'ID', field: 'serial' },
      { name: 'Local Time', field: 'start' },
      { name: 'Delivery Method', field: 'deliveryModeId' },
      { name: 'Target', field: 'to' },
      { name: 'Title', field: 'title' },
      { name: 'Description', field: 'text' },
      { name: 'Assumptions', kind: 'text', audience: 'controllers' },
      { name: 'Notes', field: 'notes' },
      { name: 'Expected Actions', field: 'expectedAction' },
      { name: 'Measure of Performance', field: 'measure' },
    ],
  },
  nato: {
    columns: [
      { name: 'Event', field: 'storylineId' },
      { name: 'Incident', field: 'incidentId' },
      { name: 'Inject', field: 'serial' },
      { name: 'Title', field: 'title' },
      { name: 'Time of injection', field: 'start' },
      { name: 'Means', field: 'deliveryModeId' },
      { name: 'From', field: 'from' },
      { name: 'Primary training audience', field: 'to' },
      { name: 'Secondary training audience', kind: 'team', audience: 'controllers' },
      {
        name: 'Response cell',
        kind: 'choice',
        choices: ['HICON', 'LOCON', 'SIDECON', 'Grey cell', 'Media cell'],
        audience: 'controllers',
      },
      { name: 'Training objectives', field: 'objectives' },
      { name: 'Expected outcome', field: 'expectedAction' },
      { name: 'Responsible officer', field: 'controllerId' },
      { name: 'Coordinated with', kind: 'text', audience: 'planners' },
      { name: 'Supporting documents', kind: 'url', audience: 'controllers' },
      { name: 'Releasability', field: 'releasableTo' },
      { name: 'Status', field: 'state' },
    ],
  },
} as const satisfies Record<string, { columns: readonly SetColumn[] }>

export type ColumnSet = keyof typeof columnSets

export const isColumnSet = (name: string): name is ColumnSet => Object.hasOwn(columnSets, name)

/** What a set adds to what every inject has. */
export function addedBy(set: ColumnSet) {
  const columns: readonly SetColumn[] = columnSets[set].columns
  return columns.flatMap(column =>
    'kind' in column ? [{ ...column, choices: [...(column.choices ?? [])] }] : [],
  )
}
