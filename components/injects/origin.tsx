'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { TextLink } from '../ui/text-link'

type Origin = { number: number; entry: { id: string; name: string } | null; latest: number }
type Props = { exerciseId: string; injectId: string; catalogueHref: string }

/** Where in the catalogue an inject came from, and whether there is something newer. */
export function Origin({ exerciseId, injectId, catalogueHref }: Props) {
  const t = useTranslations('msel')
  const [origin, setOrigin] = useState<Origin | null>(null)
  useEffect(() => {
    let gone = false
    const load = async () => {
      const answer = await fetch(`/api/scenario/${exerciseId}/injects/${injectId}/origin`).catch(() => null)
      const found = answer?.ok ? await answer.json() : null
      if (!gone) setOrigin(found)
    }
    void load()
    return () => {
      gone = true
    }
  }, [exerciseId, injectId])
  if (!origin) return null
  const { number, entry, latest } = origin
  return (
    <p className="text-note">
      {t('origin', { number })}{' '}
      {entry ? (
        <TextLink href={`${catalogueHref}/${entry.id}`} className="inline-flex min-h-target items-center">
          <bdi>{entry.name}</bdi>
        </TextLink>
      ) : null}
      {latest > number && entry ? (
        <>
          {' '}
          <TextLink
            href={`${catalogueHref}/${entry.id}?version=${latest}&against=${number}`}
            className="inline-flex min-h-target items-center"
          >
            {t('originNewer', { number: latest })}
          </TextLink>
        </>
      ) : null}
    </p>
  )
}
