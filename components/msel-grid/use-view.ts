'use client'

import { useCallback, useEffect, useState } from 'react'
import { printView, readView, type View } from '@/lib/injects/views/rules'

/** Long enough not to write an address for each letter, in milliseconds. */
const pause = 250

/** What the list shows, kept in the address: with the inject that stands open beside it. */
export function useView(query: string) {
  const [view, setView] = useState<View>(() => readView(new URLSearchParams(query)))
  const [opened, setOpened] = useState<string | null>(() => new URLSearchParams(query).get('inject'))
  useEffect(() => {
    const timer = setTimeout(() => {
      const printed = printView(view)
      const open = opened === null ? '' : new URLSearchParams({ inject: opened }).toString()
      const search = [printed, open].filter(Boolean).join('&')
      const next = `${window.location.pathname}${search === '' ? '' : `?${search}`}`
      if (next !== `${window.location.pathname}${window.location.search}`)
        window.history.replaceState(null, '', next)
    }, pause)
    return () => clearTimeout(timer)
  }, [view, opened])
  const change = useCallback((part: Partial<View>) => setView(before => ({ ...before, ...part })), [])
  return { view, change, setView, opened, setOpened }
}
