'use client'

import { useTranslations } from 'next-intl'
import { revokeFeed } from '@/lib/calendars/actions'
import { ActionButton } from '../action-button'

/** One of somebody's links, in words. */
export type FeedLine = { id: string; name: string; what: string; made: string; read: string }

export function FeedList({ feeds }: { feeds: readonly FeedLine[] }) {
  const t = useTranslations('calendars')
  return (
    <ul className="grid gap-2">
      {feeds.map(({ id, name, what, made, read }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b pb-2 last:border-0 last:pb-0"
        >
          <div>
            <p className="font-medium">{name}</p>
            <p>{what}</p>
            <p className="text-muted text-note tabular">
              {made} · {read}
            </p>
          </div>
          <ActionButton
            action={revokeFeed}
            input={{ feedId: id }}
            done={t('revoked')}
            confirm={{ title: t('revokeTitle'), text: t('revokeText'), label: t('revoke'), danger: true }}
            button={{ size: 'small', 'aria-label': t('revokeOne', { name, what }) }}
          >
            {t('revoke')}
          </ActionButton>
        </li>
      ))}
    </ul>
  )
}
