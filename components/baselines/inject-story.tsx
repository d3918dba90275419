'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { InjectStory as Story } from '@/lib/baselines/queries'
import { formatInstant, formatIso } from '@/lib/time-format'
import { FieldLines } from './field-lines'
import { RestoreInject } from './restore-inject'

type Props = {
  exerciseId: string
  injectId: string
  serial: string
  /** the exercise's zone */
  home: string
  /** changes whenever the inject does: the history is read again */
  version: number
}

/**
 * The history of one inject, for its side panel: who, when, what from and to, and the way back. Wants the namespaces
 * baselines, history, exercises and schedule.
 */
export function InjectStory({ exerciseId, injectId, serial, home, version }: Props) {
  const t = useTranslations('baselines.story')
  const [story, setStory] = useState<Story | 'loading' | 'failed'>('loading')
  const read = useCallback(
    async (signal?: AbortSignal) => {
      const path = `/api/scenario/${exerciseId}/injects/${injectId}/history`
      const answer = await fetch(path, signal ? { signal } : {}).catch(() => null)
      if (signal?.aborted) return
      setStory(answer?.ok ? await answer.json() : 'failed')
    },
    [exerciseId, injectId],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the inject has a new history
  useEffect(() => {
    const leaving = new AbortController()
    read(leaving.signal)
    return () => leaving.abort()
  }, [read, version])
  if (story === 'loading') return <p className="text-muted">{t('loading')}</p>
  if (story === 'failed')
    return (
      <p className="flex items-center gap-2">
        {t('failed')}
        <Button size="small" onClick={() => read()}>
          {t('again')}
        </Button>
      </p>
    )
  if (story.length === 0) return <p className="text-muted">{t('empty')}</p>
  return (
    <ol aria-label={t('title')} className="divide-y divide-line">
      {story.map(entry => (
        <Entry key={entry.id} {...{ entry, home, serial, injectId, exerciseId }} onRestored={() => read()} />
      ))}
    </ol>
  )
}

type EntryProps = Omit<Props, 'version'> & { entry: Story[number]; onRestored: () => void }

function Entry({ entry, home, serial, injectId, exerciseId, onRestored }: EntryProps) {
  const t = useTranslations('baselines.story')
  const locale = useLocale()
  const { at, actorLabel, kind, fields, reason } = entry
  const time = formatInstant(at, { timeZone: home, locale, style: 'dateTime' })
  return (
    <li className="grid gap-1 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-medium">{actorLabel === '' ? t('somebody') : actorLabel}</bdi>
        <time dateTime={formatIso(at)} className="text-muted text-note tabular">
          {time}
        </time>
      </p>
      {kind === 'changed' ? (
        <FieldLines fields={fields} home={home} />
      ) : (
        <p className="text-muted">{t(kind)}</p>
      )}
      {reason ? <p>{t('reason', { reason })}</p> : null}
      {kind === 'added' ? null : (
        <span>
          <RestoreInject
            past={{ exerciseId, baselineId: null, at: at - 1, name: time }}
            injectId={injectId}
            serial={serial}
            label={t('before')}
            named={t('beforeNamed', { serial, time })}
            onDone={onRestored}
          />
        </span>
      )}
    </li>
  )
}
