import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element in pixels; the server's guess until it is measured, before the first paint of the browser. */
export function useWidth(element: RefObject<Element | null>, guess: number): number {
  const [width, setWidth] = useState(guess)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const read = () => setWidth(Math.max(1, Math.round(measured.getBoundingClientRect().width)))
    const observer = new ResizeObserver(read)
    observer.observe(measured)
    read()
    return () => observer.disconnect()
  }, [element])
  return width
}
