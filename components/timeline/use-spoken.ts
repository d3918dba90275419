import { useEffect, useRef, useState } from 'react'

const SETTLED = 600

/** A text for screen readers once it has stopped changing; not the first one, which nobody has asked for. */
export function useSpoken(text: string): string {
  const [said, setSaid] = useState('')
  const first = useRef(text)
  useEffect(() => {
    if (first.current === text) return
    first.current = ''
    const timer = setTimeout(() => setSaid(text), SETTLED)
    return () => clearTimeout(timer)
  }, [text])
  return said
}
