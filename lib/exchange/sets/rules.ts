import type { OutCell } from '@/lib/sheets/writing/rules'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { DAY, localMillis } from '@/lib/time-calendar'
import { formatDtg, formatIso, formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { instantOfIso, momentOfDocument } from '../document/rules'
import type { DocumentInject, ExerciseDocument, Party } from '../document/schema'
import { keptColumns } from '../kept/rules'

/** Which columns a table has: those of a known template, or all of the exercise's own. */
export const columnSets = ['own', 'hseep', 'mitre', 'blueprint'] as const
export type ColumnSet = (typeof columnSets)[number]

type Setting = { document: ExerciseDocument; frame: StartexFrame | null; names: Names }
type Column = { heading: string; cell: (inject: DocumentInject, setting: Setting) => OutCell }

/**
 * The injects of a document as a table, the headings first. Times are real values of a spreadsheet, on the wall of the
 * exercise's own zone, and beside them a text that says them wholly: Zulu (`221430ZNOV26`), or counted from STARTEX
 * where nothing says when that is. Behind the columns of a template stand the exercise's own that say something, and in
 * every set what injects keep of the files that they came from, under its old headings.
 */
export function tableOf(document: ExerciseDocument, set: ColumnSet): OutCell[][] {
  const { exercise } = document
  const frame = exercise && { startexAt: instantOfIso(exercise.startexAt), timeZone: exercise.timeZone }
  const setting = { document, frame, names: namesOf(document) }
  const planned =
    set === 'own' ? ownColumns(setting) : [...templates[set], ...filledColumns(setting, templates[set])]
  const columns = [
    ...planned,
    ...keptColumns(
      document,
      planned.map(({ heading }) => heading),
    ),
  ]
  return [
    columns.map(({ heading }) => heading),
    ...document.scenario.injects.map(inject => columns.map(({ cell }) => cell(inject, setting))),
  ]
}

type Names = Record<
  'team' | 'role' | 'persona' | 'mode' | 'phase' | 'storyline' | 'incident' | 'objective' | 'inject' | 'gate',
  ReadonlyMap<string, string>
>

function namesOf({ teams, roles, phases, scenario }: ExerciseDocument): Names {
  const by = (items: readonly { id: string; name: string }[]) =>
    new Map(items.map(({ id, name }) => [id, name]))
  return {
    team: by(teams),
    role: by(roles),
    persona: by(scenario.personas),
    mode: by(scenario.modes),
    phase: by(phases),
    storyline: by(scenario.storylines),
    incident: by(scenario.incidents),
    objective: new Map(scenario.objectives.map(({ id, number, title }) => [id, `${number} ${title}`.trim()])),
    inject: new Map(scenario.injects.map(({ id, serial }) => [id, serial ?? ''])),
    gate: new Map(scenario.gates.map(({ id, number }) => [id, `gate ${number}`])),
  }
}

const name = (of: keyof Names, id: string | null, { names }: Setting) =>
  id === null ? '' : (names[of].get(id) ?? '')

function parties(list: readonly Party[], setting: Setting): string {
  return list
    .map(party => (party.kind === 'person' ? party.words : name(party.kind, party.id, setting)))
    .join('; ')
}

const momentOf = ({ start }: DocumentInject): Moment | null => start && momentOfDocument(start)

/** Days since 1899-12-30 on that wall, as a spreadsheet counts. */
function serial(at: Instant, timeZone: string): OutCell {
  return { value: localMillis(at, timeZone) / DAY + 25_569, as: 'dateTime' }
}

function realStart(inject: DocumentInject, { frame }: Setting): OutCell {
  const moment = momentOf(inject)
  if (!moment) return ''
  if (frame) return serial(resolveMoment(moment, frame).at, frame.timeZone)
  return moment.anchor === 'fixed' ? serial(moment.at, moment.timeZone) : formatMoment(moment)
}

function zuluStart(inject: DocumentInject, { frame }: Setting): string {
  const moment = momentOf(inject)
  if (!moment) return ''
  if (!frame && moment.anchor !== 'fixed') return formatMoment(moment)
  const { at } = resolveMoment(moment, frame ?? { startexAt: 0, timeZone: 'UTC' })
  // A DTG has minutes; what has seconds is written with them.
  return at % 60_000 === 0 ? formatDtg(at) : formatIso(at)
}

/** `+ 1 02:10:00`, as Blueprint counts from the start of a MSEL. */
function blueprintTime(inject: DocumentInject, { frame }: Setting): string {
  const moment = momentOf(inject)
  if (!moment) return ''
  if (moment.anchor !== 'ttime' && !frame) return formatMoment(moment)
  const offset = moment.anchor === 'ttime' ? moment.offset : secondsFrom(moment, frame)
  const [days, rest] = [Math.floor(Math.abs(offset) / 86_400), Math.abs(offset) % 86_400]
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const clock = `${two(rest / 3600)}:${two((rest / 60) % 60)}:${two(rest % 60)}`
  return `${offset < 0 ? '-' : '+'} ${days > 0 ? `${days} ` : ''}${clock}`
}

function secondsFrom(moment: Moment, frame: StartexFrame | null): number {
  return frame ? Math.round((resolveMoment(moment, frame).at - frame.startexAt) / 1000) : 0
}

const kindNames: Record<DocumentInject['kind'], string> = {
  inject: 'Inject',
  contingency: 'Contingency Inject',
  expected_action: 'Expected Action',
  information: 'Information',
  administrative: 'Administrative',
}

const objectives = (inject: DocumentInject, setting: Setting) =>
  inject.objectives.map(id => name('objective', id, setting)).join('; ')
const scenarioTime = ({ scenarioAt }: DocumentInject, { document }: Setting): OutCell =>
  scenarioAt === null
    ? ''
    : serial(instantOfIso(scenarioAt), document.scenario.timeZone ?? document.exercise?.timeZone ?? 'UTC')
/** The story's time wholly, in its own zone. */
const storyText = ({ scenarioAt }: DocumentInject, { document }: Setting): string =>
  scenarioAt === null
    ? ''
    : formatMoment({
        anchor: 'fixed',
        at: instantOfIso(scenarioAt),
        timeZone: document.scenario.timeZone ?? document.exercise?.timeZone ?? 'UTC',
      })
/** A message without a column for its title begins with it. */
const message = ({ title, text }: DocumentInject) =>
  text.startsWith(title) ? text : [title, text].filter(Boolean).join('\n\n')
const column = (heading: string, cell: Column['cell']): Column => ({ heading, cell })

const templates: Record<Exclude<ColumnSet, 'own'>, Column[]> = {
  hseep: [
    column('Event Number', ({ serial }) => serial ?? ''),
    column('Designated Scenario Time', realStart),
    column('Event Type', ({ kind }) => kindNames[kind]),
    column('Inject Mode', ({ mode }, setting) => name('mode', mode, setting)),
    column('From', ({ from }, setting) => parties(from, setting)),
    column('To', ({ to }, setting) => parties(to, setting)),
    column('Message', message),
    column('Expected Participant Response', ({ expectedAction }) => expectedAction),
    column('Exercise Objective', objectives),
    column('Notes', ({ notes }) => notes),
    column('Time (Z)', zuluStart),
  ],
  mitre: [
    column('ID', ({ serial }) => serial ?? ''),
    column('Delivery Method', ({ mode }, setting) => name('mode', mode, setting)),
    column('Local Time', realStart),
    column('Target', ({ to }, setting) => parties(to, setting)),
    column('Title', ({ title }) => title),
    column('Description', ({ text }) => text),
    column('Assumptions', ({ trigger }) => trigger),
    column('Notes', ({ notes }) => notes),
    column('Expected Actions', ({ expectedAction }) => expectedAction),
    column('Measure of Performance', ({ measure }) => measure),
    column('Time (Z)', zuluStart),
  ],
  blueprint: [
    column('Control Number', ({ serial }) => serial ?? ''),
    column('Move', ({ phase }, setting) => name('phase', phase, setting)),
    column('Group', ({ storyline }, setting) => name('storyline', storyline, setting)),
    column('Time', blueprintTime),
    column('Delivery Time', realStart),
    column('Simulated Time', scenarioTime),
    column('Assigned To', ({ controller }) => controller),
    column('Status', ({ state }) => state),
    column('Title', ({ title }) => title),
    column('Description', ({ text }) => text.split('\n')[0]?.slice(0, 200) ?? ''),
    column('From Org', ({ from }, setting) => parties(from, setting)),
    column('To Org', ({ to }, setting) => parties(to, setting)),
    column('Details', ({ text }) => text),
    column('Expected Actions', ({ expectedAction }) => expectedAction),
    column('Time (Z)', zuluStart),
  ],
}

function ownColumns(setting: Setting): Column[] {
  const zone = setting.frame?.timeZone ?? 'UTC'
  return [
    column('Serial', ({ serial }) => serial ?? ''),
    column('Kind', ({ kind }) => kindNames[kind]),
    column('Storyline', ({ storyline }, at) => name('storyline', storyline, at)),
    column('Incident', ({ incident }, at) => name('incident', incident, at)),
    column('Title', ({ title }) => title),
    column('Text', ({ text }) => text),
    column('Delivery mode', ({ mode }, at) => name('mode', mode, at)),
    column('From', ({ from }, at) => parties(from, at)),
    column('To', ({ to }, at) => parties(to, at)),
    column('Planned', inject => plannedText(momentOf(inject))),
    column(`Start (${zone})`, realStart),
    column('Start (Z)', zuluStart),
    column('Duration', ({ durationSeconds }) =>
      durationSeconds === null ? '' : { value: durationSeconds / 86_400, as: 'duration' },
    ),
    column('Scenario time', storyText),
    column('Phase', ({ phase }, at) => name('phase', phase, at)),
    column('Controller', ({ controller }) => controller),
    column('Reviewer', ({ reviewer }) => reviewer),
    column('Trigger', ({ trigger }) => trigger),
    column('After', waitsText),
    column('Expected action', ({ expectedAction }) => expectedAction),
    column('Measure of performance', ({ measure }) => measure),
    column('Objectives', objectives),
    column('Score', ({ scoreLeast, scoreMost }) =>
      scoreMost === null ? '' : `${scoreLeast ?? 0} to ${scoreMost}`,
    ),
    column('TLP', ({ tlp }) => (tlp === null ? '' : `TLP:${tlp.toUpperCase().replace('_', '+')}`)),
    column('Releasable to', ({ releasableTo }) => releasableTo),
    column('ATT&CK techniques', ({ techniques }) => techniques.join(', ')),
    column('CVE', ({ cves }) => cves.join(', ')),
    column('CWE', ({ cwes }) => cwes.join(', ')),
    column('Status', ({ state }) => state),
    column('Notes', ({ notes }) => notes),
    ...setting.document.scenario.columns.map(column => exerciseColumn(column, setting)),
  ]
}

type ExerciseColumn = ExerciseDocument['scenario']['columns'][number]

function exerciseColumn({ id, name: heading, kind }: ExerciseColumn, setting: Setting): Column {
  const said = (value: string) => (kind === 'team' ? name('team', value, setting) : value)
  return column(heading, ({ values }) => said(values[id] ?? ''))
}

/** The exercise's own columns that say something and that a template does not have. */
function filledColumns(setting: Setting, template: readonly Column[]): Column[] {
  const { columns, injects } = setting.document.scenario
  const taken = new Set(template.map(({ heading }) => heading.toLowerCase()))
  const filled = new Set(injects.flatMap(({ values }) => Object.keys(values)))
  return columns
    .filter(({ id, name }) => filled.has(id) && !taken.has(name.toLowerCase()))
    .map(column => exerciseColumn(column, setting))
}

const plannedText = (moment: Moment | null) => (moment ? formatMoment(moment) : '')

/** `3.12 + 20m`; another condition than its release stands in brackets. */
function waitsText({ waits }: DocumentInject, setting: Setting): string {
  return waits
    .map(({ after, condition, delaySeconds }) => {
      const what = name(after.kind, after.id, setting)
      const delay = delaySeconds === 0 ? '' : ` + ${delaySeconds}s`
      return `${what}${condition === 'released' ? '' : ` (${condition})`}${delay}`
    })
    .join('; ')
}

/** A cell as CSV has it: times as `2026-11-22 14:30`, lengths as `26:10:00`. */
export function cellText(cell: OutCell): string {
  if (typeof cell === 'string') return cell
  if (cell.as === 'number') return String(cell.value)
  if (cell.as === 'duration') {
    const seconds = Math.round(cell.value * 86_400)
    const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
    return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
  }
  return formatIso(Math.round((cell.value - 25_569) * DAY))
    .replace('T', ' ')
    .replace(/(?::00)?(?:\.000)?Z$/, '')
}
