'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { checkIn, undoCheckIn } from '@/lib/registrations/check-in/actions'
import type { Arrival } from '@/lib/registrations/check-in/rules'
import { currentInstant } from '@/lib/time-now'
import { useExplain } from '../error-words'
import { newRequestId } from '../outcome'
import { type QueuedPress, readQueue, writeQueue } from './queue'

/** How often a desk asks what others have done, and tries again when the line is cut, in ms. */
const ASK = 10_000
const RETRY = 3_000

type News = { id: string; arrivedAt: number | null }[]

/** One desk: who is here as far as it knows, and what it still has to tell. */
export function useDesk(exerciseId: string, people: readonly Arrival[], now: number) {
  const explain = useExplain()
  const [arrivals, setArrivals] = useState(() => new Map(people.map(({ id, arrivedAt }) => [id, arrivedAt])))
  const [queue, setQueue] = useState<readonly QueuedPress[]>([])
  const [cut, setCut] = useState(false)
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map())
  const waiting = useRef<QueuedPress[]>([])
  const sending = useRef(false)
  const asked = useRef(now)

  const note = useCallback((id: string, arrivedAt: number | null) => {
    setArrivals(known => new Map(known).set(id, arrivedAt))
  }, [])
  const keep = useCallback(
    (next: QueuedPress[]) => {
      waiting.current = next
      writeQueue(exerciseId, next)
      setQueue(next)
    },
    [exerciseId],
  )

  /** Tells the server, one after the other and in order; stops where the line is cut. */
  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    try {
      for (let [press] = waiting.current; press; [press] = waiting.current) {
        const { requestId, kind, registrationId, seenAt } = press
        const input = { exerciseId, registrationId, requestId, ...(kind === 'in' ? { seenAt } : {}) }
        const outcome = await (kind === 'in' ? checkIn(input) : undoCheckIn(input))
        keep(waiting.current.slice(1))
        setCut(false)
        if (outcome.ok) {
          note(registrationId, outcome.data.arrivedAt)
        } else {
          const { message } = await explain(outcome.error)
          note(registrationId, kind === 'in' ? null : seenAt)
          setRefusals(known => new Map(known).set(registrationId, message))
        }
      }
    } catch {
      setCut(true)
    } finally {
      sending.current = false
    }
  }, [exerciseId, explain, keep, note])

  const ask = useCallback(async () => {
    const began = currentInstant()
    try {
      const answer = await fetch(`/api/arrivals/${exerciseId}?since=${asked.current - ASK}`)
      if (!answer.ok) return
      const news: News = await answer.json()
      asked.current = began
      const own = new Set(waiting.current.map(press => press.registrationId))
      for (const { id, arrivedAt } of news) if (!own.has(id)) note(id, arrivedAt)
    } catch {
      setCut(true)
    }
  }, [exerciseId, note])

  useEffect(() => {
    const kept = readQueue(exerciseId)
    keep(kept)
    for (const { kind, registrationId, seenAt } of kept) note(registrationId, kind === 'in' ? seenAt : null)
    const again = () => void send()
    again()
    const retry = setInterval(again, RETRY)
    const poll = setInterval(() => void ask(), ASK)
    window.addEventListener('online', again)
    return () => {
      clearInterval(retry)
      clearInterval(poll)
      window.removeEventListener('online', again)
    }
  }, [exerciseId, keep, note, send, ask])

  const press = useCallback(
    (kind: QueuedPress['kind'], registrationId: string) => {
      const seenAt = currentInstant()
      setRefusals(known => new Map([...known].filter(([id]) => id !== registrationId)))
      note(registrationId, kind === 'in' ? seenAt : null)
      keep([...waiting.current, { requestId: newRequestId(), kind, registrationId, seenAt }])
      void send()
    },
    [keep, note, send],
  )
  return { arrivals, queue, cut, refusals, press }
}
