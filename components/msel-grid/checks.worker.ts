import type { Plan, PlanInject } from '@/lib/clashes/plan/rules'
import { type Checker, openChecks, type PlanEdit, type Recheck } from '@/lib/clashes/rules'
import { typedEdits } from '@/lib/clashes/typed/rules'
import type { ChecksAnswer, ChecksQuestion, TypedField } from './checks-protocol'

// Checks the whole plan apart from the page: ten thousand injects take longer than a key may wait.

let plan: Plan | null = null
let injects: PlanInject[] = []
let checker: Checker | null = null
let ids = new Map<string, string>()

function answerTo(question: ChecksQuestion): ChecksAnswer | null {
  switch (question.kind) {
    case 'begin':
      plan = question.plan
      injects = []
      return null
    case 'injects':
      injects.push(...question.injects)
      return null
    case 'open':
      return opened()
    case 'edit':
      return edited(question.edits, question.own)
    case 'try':
      return { kind: 'tried', ask: question.ask, recheck: tried(question.typed) }
  }
}

function opened(): ChecksAnswer | null {
  if (!plan) return null
  checker = openChecks({ ...plan, injects })
  ids = new Map(injects.map(({ id, serial }) => [serial.toLowerCase(), id]))
  injects = []
  return { kind: 'opened', findings: checker.findings() }
}

function edited(edits: readonly PlanEdit[], own: string[]): ChecksAnswer | null {
  if (!checker) return null
  for (const edit of edits) {
    if (edit.of === 'gate') continue
    const former = checker.inject(edit.id)
    if (former) ids.delete(former.serial.toLowerCase())
    if (edit.to) ids.set(edit.to.serial.toLowerCase(), edit.id)
  }
  return { kind: 'rechecked', recheck: checker.edit(edits), own }
}

function tried({ injectId, field, value }: TypedField): Recheck | null {
  const inject = checker?.inject(injectId)
  if (!checker || !plan || !inject) return null
  const { gates, frame } = plan
  const names = {
    injectOf: (serial: string) => ids.get(serial.toLowerCase()),
    gateNumbered: (number: number) => gates.find(gate => gate.number === number)?.id,
  }
  const edits = typedEdits(inject, field, value, { names, frame })
  return edits && checker.tried(edits)
}

addEventListener('message', ({ data }: MessageEvent<ChecksQuestion>) => {
  const answer = answerTo(data)
  if (answer) postMessage(answer)
})
