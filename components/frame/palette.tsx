'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PaletteEntry } from './palette-entry'

const PaletteDialog = lazy(() => import('./palette-dialog'))

/** Reaches every page by a few letters: Ctrl K, ⌘ K, or the button that says so. */
export function Palette({ entries }: { entries: readonly PaletteEntry[] }) {
  const t = useTranslations('frame.palette')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return
      event.preventDefault()
      setOpen(shown => !shown)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="flex min-h-control cursor-pointer items-center gap-2 rounded-control border border-edge bg-paper px-2.5 text-muted hover:text-ink whitespace-nowrap md:w-60"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="hidden flex-1 text-left md:inline">{t('open')}</span>
        <span className="sr-only sm:not-sr-only md:sr-only">{t('openShort')}</span>
        <span aria-hidden="true" className="hidden font-mono text-note lg:inline">
          {t('shortcut')}
        </span>
      </button>
      {open ? (
        <Suspense>
          <PaletteDialog entries={entries} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
