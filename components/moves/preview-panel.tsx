import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Preview } from '@/lib/moves/queries'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { Callout } from '../ui/callout'
import { Facts } from '../ui/facts'
import { PreviewClashes } from './preview-clashes'
import { PreviewNations } from './preview-nations'
import { PreviewRows } from './preview-rows'

type Props = {
  preview: Preview
  /** Why it cannot be, in words. */
  problem: ReactNode
}

/** What a move would do: what moves, what follows by itself, what stays, and whom all of that touches. */
export function PreviewPanel({ preview, problem }: Props) {
  const t = useTranslations('moves')
  if (preview.problem !== null)
    return (
      <Callout tone="bad" title={t('preview.problem')}>
        {problem}
      </Callout>
    )
  const { home, moved, made, follows, walls, stays, counts } = preview
  return (
    <div className="grid grid-cols-1 gap-3">
      <Anchors preview={preview} />
      {counts.length > 0 ? (
        <p>{counts.map(({ table, count }) => t(`counts.${table}`, { count })).join(', ')}</p>
      ) : null}
      <Warnings preview={preview} />
      <PreviewClashes clashes={preview.clashes} />
      <div>
        <PreviewRows caption={t('preview.moved', { count: moved.total })} rows={moved} home={home} />
        <PreviewRows caption={t('preview.made', { count: made.total })} rows={made} home={home} />
        <PreviewRows caption={t('preview.follows', { count: follows.total })} rows={follows} home={home} />
        <PreviewRows caption={t('preview.walls', { count: walls.total })} rows={walls} home={home} />
        {stays.map(({ why, ...rows }) => (
          <PreviewRows
            key={why}
            caption={t('preview.stays', { why, count: rows.total })}
            rows={rows}
            home={home}
          />
        ))}
      </div>
      <section>
        <h3 className="mb-1 font-semibold">{t('preview.nations')}</h3>
        <PreviewNations nations={preview.nations} />
      </section>
      <p className="text-muted">{t('preview.calendars', { count: preview.calendars })}</p>
    </div>
  )
}

/** STARTEX, ENDEX and the home zone, where they change. */
function Anchors({ preview: { home, startex, endex } }: Pick<Props, 'preview'>) {
  const t = useTranslations('moves.preview')
  const locale = useLocale()
  const say = (at: Instant, timeZone: string) => formatInstant(at, { timeZone, locale, style: 'dateTime' })
  const change = (term: string, { from, to }: { from: Instant; to: Instant }) =>
    from === to && home.from === home.to
      ? []
      : [{ term, value: `${say(from, home.from)} → ${say(to, home.to)}`, mono: true }]
  const zone =
    home.from === home.to ? [] : [{ term: t('home'), value: `${home.from} → ${home.to}`, mono: true }]
  const items = [...change(t('startex'), startex), ...change(t('endex'), endex), ...zone]
  return items.length === 0 ? null : <Facts items={items} />
}

function Warnings({ preview: { walls, approved, broken } }: Pick<Props, 'preview'>) {
  const t = useTranslations('moves.preview')
  if (walls.total === 0 && approved === 0 && broken.length === 0) return null
  return (
    <Callout tone="warn">
      <ul className="grid gap-1">
        {broken.length > 0 ? <li>{t('broken', { names: broken.join(', ') })}</li> : null}
        {walls.total > 0 ? (
          <li>
            {t('walls', { count: walls.total })}. {t('wallsHint')}
          </li>
        ) : null}
        {approved > 0 ? <li>{t('approved', { count: approved })}</li> : null}
      </ul>
    </Callout>
  )
}
