'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './button'
import { Status } from './status'

export type ToastTone = 'good' | 'info' | 'bad'
export type ToastAction = { label: string; run: () => void }
type Toast = { id: number; text: ReactNode; tone: ToastTone; action: ToastAction | undefined }

const shownMs = 8_000
/** Long enough to read a refusal, or to decide on taking something back. */
const longMs = 20_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()
const none: readonly Toast[] = []

function put(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says what has just happened; with an action, offers to take it back. Outlives a change of page. */
export function toast(text: ReactNode, options: { tone?: ToastTone; action?: ToastAction } = {}): void {
  lastId += 1
  const next = { id: lastId, text, tone: options.tone ?? 'good', action: options.action }
  put([...toasts.slice(-2), next])
}

function dismissToast(id: number): void {
  put(toasts.filter(other => other.id !== id))
}

function ToastCard({ entry, held }: { entry: Toast; held: boolean }) {
  const t = useTranslations('ui')
  useEffect(() => {
    if (held) return
    const timer = setTimeout(
      () => dismissToast(entry.id),
      entry.action || entry.tone === 'bad' ? longMs : shownMs,
    )
    return () => clearTimeout(timer)
  }, [entry, held])
  return (
    <li className="flex [&_button]:pointer-events-auto items-center gap-3 rounded-control border border-edge bg-sheet px-3 py-1.5 shadow-lift">
      <Status tone={entry.tone} className="min-w-0 flex-1">
        <span className="text-ink">{entry.text}</span>
      </Status>
      {entry.action ? (
        <Button
          size="small"
          onClick={() => {
            entry.action?.run()
            dismissToast(entry.id)
          }}
        >
          {entry.action.label}
        </Button>
      ) : null}
      <Button variant="quiet" size="small" aria-label={t('dismiss')} onClick={() => dismissToast(entry.id)}>
        <X aria-hidden="true" className="size-4" />
      </Button>
    </li>
  )
}

/** Once, in the root layout. The region stands from the start, or screen readers miss the first toast. */
export function ToastRegion() {
  const t = useTranslations('ui')
  const [held, setHeld] = useState(false)
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  )
  return (
    <section
      aria-label={t('notifications')}
      aria-live="polite"
      aria-relevant="additions"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-none fixed inset-x-3 bottom-[calc(var(--bottom-bar)+0.75rem)] z-50 grid justify-items-end md:bottom-4 print:hidden"
    >
      {/* On a phone it covers what is pressed next, so there only its buttons take the finger. */}
      <ol className="grid max-w-md gap-2 md:pointer-events-auto">
        {shown.map(entry => (
          <ToastCard key={entry.id} entry={entry} held={held} />
        ))}
      </ol>
    </section>
  )
}
