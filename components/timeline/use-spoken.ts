import { useEffect, useRef, useState } from 'react'

const SETTLED = 600

/** Says a text to screen readers once it has stopped changing; not the first one, which the page says itself. */
export function useSpoken(text: string): [said: string, say: (text: string) => void] {
  const [said, say] = useState('')
  const first = useRef(text)
  useEffect(() => {
    if (first.current === text) return
    first.current = ''
    const timer = setTimeout(() => say(text), SETTLED)
    return () => clearTimeout(timer)
  }, [text])
  return [said, say]
}
