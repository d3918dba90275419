import { afterAll, afterEach } from 'vitest'
import { staffOf } from '@/prisma/actors'
import { makeExercise } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { perform } from './action.fixture'
import { sql } from './db'
import type { Actor } from './policy'
import { asSql } from './policy-rows'
import { endListening, type Subscriber, subscribe } from './stream'
import { streamAccess } from './stream-access'
import { currentCursor } from './stream-changes'
import type { ChangesMessage, Present } from './stream-messages'

type Row = { id: string; title: string }
type Message = ChangesMessage<Row>

export async function readerOf(actor: Actor, exerciseId: string, cursor?: string) {
  const access = await streamAccess(actor, exerciseId)
  if (!access) throw new Error('The actor sees nothing of this scenario')
  const rows = async (ids: string[]): Promise<Row[]> => {
    const { text, values } = asSql(access.rule, 'i', 2)
    return sql.unsafe(`SELECT "id", "title" FROM "Inject" i WHERE "id" = ANY($1::uuid[]) AND ${text}`, [
      ids,
      ...values,
    ])
  }
  return { ...access, exerciseId, cursor: cursor ?? (await currentCursor()), rows }
}

const leaving: (() => void)[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})
afterAll(endListening)

/** Somebody who listens; `next` waits for what they are told, in order. */
export async function listener(actor: Actor, exerciseId: string, cursor?: string) {
  const reader = await readerOf(actor, exerciseId, cursor)
  const inbox: { event: string; id: string | null; data: unknown }[] = []
  let arrived = () => {}
  let checks = 0
  const subscriber: Subscriber = {
    ...reader,
    told: reader.cursor,
    send: (event, id, data) => {
      inbox.push({ event, id, data: JSON.parse(data) })
      arrived()
    },
    check: async () => {
      checks += 1
      arrived()
    },
  }
  const leave = subscribe(subscriber)
  leaving.push(leave)
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise<void>(resolve => (arrived = resolve))
  }
  const next = async (event: string) => {
    await until(() => inbox.some(one => one.event === event))
    const [found] = inbox.splice(
      inbox.findIndex(one => one.event === event),
      1,
    )
    return found?.data
  }
  return {
    inbox,
    leave,
    changes: async () => (await next('changes')) as Message,
    presence: async () => (await next('presence')) as Present[],
    checked: (count: number) => until(() => checks >= count),
  }
}

export const rename = (exerciseId: string, id: string, title: string) =>
  perform(({ tx }) => tx.inject.update({ where: { id }, data: { title }, select: { id: true } }), {
    exerciseId,
  })

export const write = (exerciseId: string, run: Parameters<typeof perform>[0]) => perform(run, { exerciseId })

export async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const inject = await makeInject(exercise, { title: 'Mail to the port' })
  return { exercise, exerciseId: exercise.id, planner, inject }
}
