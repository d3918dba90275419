'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button'
import type { AllDrafts } from './drafts'

type Props = {
  shown: number
  total: number
  state: 'loading' | 'whole' | 'failed'
  /** on which others' changes come in */
  line: 'live' | 'lost'
  onRetry: () => void
  drafts: AllDrafts
  onRefused: (injectId: string) => void
  /** what is wrong where the keyboard stands */
  hint: ReactNode
}

/** What the list shows, and whether everything written has arrived. */
export function StatusLine({ shown, total, state, line, onRetry, drafts, onRefused, hint }: Props) {
  const t = useTranslations('msel')
  const refused = [...drafts].filter(([, own]) => [...own.values()].some(draft => draft.state === 'refused'))
  const saving = [...drafts.values()].some(own => [...own.values()].some(draft => draft.state === 'saving'))
  const [first] = refused
  // Before it has come up for the first time it is not lost.
  const [wasLive, setWasLive] = useState(false)
  if (line === 'live' && !wasLive) setWasLive(true)
  return (
    <footer className="flex min-h-8 flex-wrap items-center gap-x-4 border-line border-t bg-paper px-4 text-muted text-note print:hidden">
      <p aria-live="polite" className="tabular">
        {state === 'whole' ? t('shown', { shown, total }) : null}
        {state === 'loading' ? t('loading', { total }) : null}
        {state === 'failed' ? t('loadFailed') : null}
      </p>
      {state === 'failed' ? (
        <Button size="small" variant="quiet" onClick={onRetry}>
          {t('loadAgain')}
        </Button>
      ) : null}
      <p role="status">{saving ? t('saving') : null}</p>
      {line === 'lost' && wasLive ? <p className="text-warn">{t('lineLost')}</p> : null}
      {first ? (
        <Button size="small" variant="quiet" className="text-bad" onClick={() => onRefused(first[0])}>
          {t('refusedCount', { count: refused.length })}
        </Button>
      ) : null}
      {hint ?? <p className="ml-auto max-lg:hidden">{t('keys')}</p>}
    </footer>
  )
}
