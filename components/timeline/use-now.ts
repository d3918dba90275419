import { useEffect, useState } from 'react'
import type { Instant } from '@/lib/time'

const EVERY = 20_000

/** The server's now, carried on by the browser's stopwatch: a viewer's wrong clock does not move the line. */
export function useNow(now: Instant): Instant {
  const [current, setCurrent] = useState(now)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setCurrent(now + performance.now() - began), EVERY)
    return () => clearInterval(timer)
  }, [now])
  return current
}
