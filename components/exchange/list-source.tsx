'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { buttonLook } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { classes } from '@/components/ui/control'
import { Panel } from '@/components/ui/panel'
import type { Refused } from '@/lib/exchange/files/rules'

type Props = {
  onOpen: (file: File) => void
  busy: boolean
  late: boolean
  refused: Refused | null
  /** what may be chosen, where it is not any list */
  hint?: string
}

/** Where the list comes from, and why a file was refused. */
export function ListSource({ onOpen, busy, late, refused, hint: said }: Props) {
  const t = useTranslations('exchange')
  const hint = useId()
  return (
    <Panel title={t('source.title')}>
      <label
        className={classes(
          buttonLook('primary'),
          'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
        )}
      >
        {busy ? t('source.reading') : t('source.choose')}
        <input
          type="file"
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,.json"
          aria-describedby={hint}
          className="sr-only"
          onChange={event => {
            const [file] = event.currentTarget.files ?? []
            if (file) onOpen(file)
            // The same file, mended, may be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p id={hint} className="mt-2 max-w-prose text-muted text-note">
        {said ?? t('source.hint')}
      </p>
      <div role="alert">
        {late ? (
          <Callout tone="bad" className="mt-3">
            {t('source.late')}
          </Callout>
        ) : null}
        {refused ? (
          <Callout tone="bad" className="mt-3">
            {t('refusal', { refusal: refused.refusal, about: refused.about })}
            {refused.problems.length > 0 ? (
              <ul className="mt-1 list-disc pl-5">
                {refused.problems.slice(0, 10).map(({ path, words }) => (
                  <li key={`${path} ${words}`} className="break-words">
                    <span className="font-mono">{path}</span> {words}
                  </li>
                ))}
              </ul>
            ) : null}
          </Callout>
        ) : null}
      </div>
    </Panel>
  )
}
