import { useCallback, useEffect, useRef, useState } from 'react'
import type { MselTarget } from '@/lib/exchange/fields/schema'
import type { TimeChoices } from '@/lib/exchange/times/rules'
import type { Answer, Choice, Question } from './protocol'

/** How long a file may take, in milliseconds: 28,000 injects take some seconds. */
const patience = 90_000

type State = { name: string; answer: Answer | null; busy: boolean; late: boolean }

/** A list that is being read, in a worker of this page's own. Whoever changes two things quickly sees the second. */
export function useList(remembered: readonly (readonly [string, MselTarget])[]) {
  const worker = useRef<Worker | null>(null)
  const alarm = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [state, setState] = useState<State>({ name: '', answer: null, busy: false, late: false })

  const end = useCallback(() => {
    clearTimeout(alarm.current)
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => end, [end])

  const ask = useCallback(
    (question: Question) => {
      clearTimeout(alarm.current)
      const made =
        worker.current ?? new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' })
      worker.current = made
      const fail = () => {
        end()
        setState({ name: '', answer: null, busy: false, late: true })
      }
      made.onmessage = (event: MessageEvent<Answer>) => {
        clearTimeout(alarm.current)
        setState(old => ({ ...old, answer: event.data, busy: false }))
      }
      made.onerror = fail
      alarm.current = setTimeout(fail, patience)
      made.postMessage(question)
    },
    [end],
  )

  const open = useCallback(
    async (file: File, times: TimeChoices) => {
      end()
      setState({ name: file.name, answer: null, busy: true, late: false })
      const choice: Choice = { sheet: null, heading: null, mapping: null }
      ask({ file: { name: file.name, bytes: await file.arrayBuffer() }, choice, remembered, times })
    },
    [ask, end, remembered],
  )
  const change = useCallback(
    (choice: Choice, times: TimeChoices) => {
      setState(old => ({ ...old, busy: true }))
      ask({ file: null, choice, remembered, times })
    },
    [ask, remembered],
  )
  const close = useCallback(() => {
    end()
    setState({ name: '', answer: null, busy: false, late: false })
  }, [end])
  return { ...state, open, change, close }
}
