import { useEffect, useState } from 'react'
import { useExplain } from '@/components/error-words'
import type { FieldError } from '@/lib/errors'
import type { ShownProblem, ShownRow } from './protocol'

export type WordsOf = (problem: ShownProblem) => string

const keyOf = ({ reason, params }: FieldError) => JSON.stringify([reason, params ?? null])
const none: WordsOf = ({ said = '' }) => said

/** What is wrong with the rows, in the person's language: each sentence is made once, however many rows need it. */
export function useProblemWords(rows: readonly ShownRow[]): WordsOf {
  const explain = useExplain()
  const [words, setWords] = useState<WordsOf>(() => none)
  useEffect(() => {
    let current = true
    const fields: Record<string, FieldError> = {}
    for (const problem of rows.flatMap(({ problems }) => problems)) fields[keyOf(problem)] = problem
    explain({ code: 'invalid', reason: 'check_the_fields', fields }).then(({ fields: worded }) => {
      if (current) setWords(() => (problem: ShownProblem) => problem.said ?? worded.get(keyOf(problem)) ?? '')
    })
    return () => {
      current = false
    }
  }, [explain, rows])
  return words
}
