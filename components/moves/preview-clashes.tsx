'use client'

import { useParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ClashesTold, NamedPreview } from '@/lib/moves/queries'
import type { ToldRows } from '@/lib/moves/telling/rules'
import { formatSpan } from '@/lib/time-spans'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'

type Props = { preview: Pick<NamedPreview, 'clashes' | 'early' | 'names' | 'home'> }

/** Which clashes a move makes and which it mends: the first by name, all by kind. */
export function PreviewClashes({ preview: { clashes, early, names, home } }: Props) {
  const t = useTranslations('moves.preview')
  const [made, mended] = [clashes.made.total + early.made.total, clashes.mended.total + early.mended.total]
  if (made + mended === 0) return <p className="text-muted">{t('noClash')}</p>
  const rest = { names, timeZone: home.to }
  return (
    <section className="grid gap-2">
      {made > 0 ? (
        <Told {...rest} clashes={clashes.made} early={early.made}>
          <Status tone="bad">{t('clashesMade', { count: made })}</Status>
        </Told>
      ) : null}
      {mended > 0 ? (
        <Told {...rest} clashes={clashes.mended} early={early.mended}>
          <Status tone="good">{t('clashesMended', { count: mended })}</Status>
        </Told>
      ) : null}
    </section>
  )
}

type ToldProps = {
  clashes: ClashesTold
  early: ToldRows
  names: NamedPreview['names']
  timeZone: string
  children: ReactNode
}

/** How many injects are named beside the clashes. */
const mostEarly = 6

function Told({ clashes: { total, kinds, first }, early, names, timeZone, children }: ToldProps) {
  const t = useTranslations('moves.preview')
  const word = useTranslations('moves.clashes')
  const locale = useLocale()
  const { code } = useParams<{ code: string }>()
  const injects = early.rows.slice(0, mostEarly)
  const more = total - first.length + early.total - injects.length
  const by = [
    ...kinds.map(({ kind, count }) => t('ofKind', { kind: word(kind), what: String(count) })),
    ...(early.total > 0 ? [t('ofKind', { kind: word('inject_early'), what: String(early.total) })] : []),
  ]
  return (
    <div>
      {children}
      <p className="text-muted">{by.join(' · ')}</p>
      <ul className="list-disc pl-8">
        {first.map(({ key, kind, about, startAt, endAt }) => (
          <li key={key}>
            {about.length === 0
              ? word(kind)
              : t('ofKind', {
                  kind: word(kind),
                  what: about.map(({ id }) => names[id] || id).join(', '),
                })}
            {startAt === null ? null : (
              <span className="block font-mono text-muted text-note tabular">
                {formatSpan(startAt, endAt ?? startAt, { timeZone, locale })}
              </span>
            )}
          </li>
        ))}
        {injects.map(({ id, name }) => (
          <li key={id}>{t('ofKind', { kind: word('inject_early'), what: name })}</li>
        ))}
        {more > 0 ? (
          <li>
            <TextLink href={`/exercises/${code}/clashes`}>{t('more', { count: more })}</TextLink>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
