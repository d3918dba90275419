import { dateOf, type Instant } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Account, Exercise, Registration, RegistrationState } from '../client/client'
import { accountOf, jsonInstant, record } from './history'
import { type Making, one } from './world'

type Step = { to: RegistrationState; action: string; by: Account; at: Instant; reason?: string | null }

const batchSize = 10

/** How Japan's experts came to their states, ten at a time: submitted and endorsed at home, decided in Tallinn. */
export function addJapanHistory(making: Making, exercise: Exercise): void {
  const { dates } = making
  const contact = accountOf(making, 'contact_jpn')
  const registrar = accountOf(making, 'registrar')
  const rows = registrationsOf(making, exercise, 'JPN').filter(row => row.submittedAt !== null)
  const steps: { rows: Registration[]; step: Step }[] = []
  const batches = Math.ceil(rows.length / batchSize)
  for (let batch = 0; batch < batches; batch++) {
    const some = rows.slice(batch * batchSize, (batch + 1) * batchSize)
    const at = dates.now - Math.round(((batches - batch) * 30 * DAY) / batches / DAY) * DAY + 5.2 * 3_600_000
    for (const row of some) row.submittedAt = dateOf(at)
    steps.push({ rows: some, step: { to: 'submitted', action: 'registration.submit', by: contact, at } })
    const endorsed = some.filter(row => row.state !== 'submitted')
    steps.push({
      rows: endorsed,
      step: { to: 'endorsed', action: 'registration.endorse', by: contact, at: at + 3_600_000 },
    })
    for (const [to, action] of decisions) {
      const by = to === 'withdrawn' ? contact : registrar
      const decided = endorsed.filter(row => row.state === to)
      const reason = decided[0]?.stateReason ?? null
      for (const row of decided) row.stateReason = reason
      steps.push({ rows: decided, step: { to, action, by, at: at + DAY, reason } })
    }
  }
  for (const { rows, step } of steps.sort((a, b) => a.step.at - b.step.at))
    decide(making, exercise, rows, step)
}

const decisions = [
  ['confirmed', 'registration.confirm'],
  ['waitlisted', 'registration.waitlist'],
  ['declined', 'registration.decline'],
  ['withdrawn', 'registration.withdraw'],
] as const

/** Yesterday the registrar confirmed a few of many delegations. */
export function addConfirmations(making: Making, exercise: Exercise): void {
  const registrar = accountOf(making, 'registrar')
  const codes = ['EST', 'FIN', 'USA', 'ISL', 'DEU', 'KOR', 'LVA', 'GBR', 'POL', 'NATO', 'CAN', 'GRC']
  codes.forEach((code, index) => {
    const rows = registrationsOf(making, exercise, code).filter(row => row.state === 'confirmed')
    const at = making.dates.now - DAY + 7 * 3_600_000 + index * 9 * 60_000
    decide(making, exercise, rows.slice(0, 5), {
      to: 'confirmed',
      action: 'registration.confirm',
      by: registrar,
      at,
    })
  })
}

function registrationsOf({ world }: Making, exercise: Exercise, code: string): Registration[] {
  const partner = one(world.Partner, row => row.code === code)
  const own = one(world.Participation, row => row.exerciseId === exercise.id && row.partnerId === partner.id)
  return world.Registration.filter(row => row.participationId === own.id)
}

const stateBefore: Partial<Record<RegistrationState, RegistrationState>> = {
  submitted: 'draft',
  endorsed: 'submitted',
}

/** Records one step of these rows; those that it leaves in their present state came to it then. */
function decide(making: Making, exercise: Exercise, rows: readonly Registration[], step: Step): void {
  if (rows.length === 0) return
  const { to, at, by, action, reason } = step
  const version = to === 'submitted' ? 2 : to === 'endorsed' ? 3 : 4
  for (const row of rows) if (row.state === to) row.stateAt = dateOf(at)
  record(making, exercise, {
    at,
    by,
    action,
    ...(reason ? { reason } : {}),
    fields: rows.flatMap(({ id }) => {
      const base = { table: 'Registration', row: id, version }
      const state = { ...base, field: 'state', from: stateBefore[to] ?? 'endorsed', to }
      const submitted = { ...base, field: 'submittedAt', from: null, to: jsonInstant(dateOf(at)) }
      return to === 'submitted' ? [state, submitted] : [state]
    }),
  })
}
