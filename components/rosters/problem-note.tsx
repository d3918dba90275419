'use client'

import { useEffect, useState } from 'react'
import { useExplain } from '@/components/error-words'
import { Callout } from '@/components/ui/callout'
import type { Problem } from './use-roster'

/** Why a file was not read. */
export function ProblemNote({ problem }: { problem: Problem | null }) {
  const explain = useExplain()
  const [message, setMessage] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    setMessage(null)
    if (problem)
      explain({ code: 'invalid', ...problem }).then(worded => {
        if (current) setMessage(worded.message)
      })
    return () => {
      current = false
    }
  }, [explain, problem])
  return (
    <div role="alert">
      {message ? (
        <Callout tone="bad" className="mt-3">
          {message}
        </Callout>
      ) : null}
    </div>
  )
}
