'use client'

import { useLocale, useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Locale } from '@/lib/locale'
import { type Packed, pack } from '../packed'
import { Button } from '../ui/button'
import { WordsProvider } from '../words-provider'

const InjectStory = lazy(async () => ({
  default: (await import('../baselines/inject-story')).InjectStory,
}))

type Catalogue = Record<string, unknown>

// Fetched when a history is asked for: the list itself says none of it.
const wordings: Record<Locale, () => Promise<Catalogue>> = {
  en: async () => ({
    baselines: (await import('@/messages/en/baselines.json')).default,
    history: (await import('@/messages/en/history.json')).default,
    exercises: (await import('@/messages/en/exercises.json')).default,
    schedule: (await import('@/messages/en/schedule.json')).default,
  }),
  fr: async () => ({
    baselines: (await import('@/messages/fr/baselines.json')).default,
    history: (await import('@/messages/fr/history.json')).default,
    exercises: (await import('@/messages/fr/exercises.json')).default,
    schedule: (await import('@/messages/fr/schedule.json')).default,
  }),
}

type Props = { exerciseId: string; injectId: string; serial: string; home: string; version: number }

/** Who has changed what of an inject, for whoever asks. */
export function PanelStory(props: Props) {
  const t = useTranslations('msel')
  const locale = useLocale()
  const [asked, setAsked] = useState(false)
  const [words, setWords] = useState<Packed<Catalogue> | null>(null)
  useEffect(() => {
    if (!asked) return
    let gone = false
    void wordings[locale]().then(found => {
      if (!gone) setWords(pack(found))
    })
    return () => {
      gone = true
    }
  }, [asked, locale])
  if (!asked)
    return (
      <Button size="small" onClick={() => setAsked(true)}>
        {t('historyShow')}
      </Button>
    )
  if (!words) return null
  return (
    <WordsProvider locale={locale} words={words}>
      <Suspense>
        <InjectStory {...props} />
      </Suspense>
    </WordsProvider>
  )
}
