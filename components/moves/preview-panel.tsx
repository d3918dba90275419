import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { NamedPreview } from '@/lib/moves/queries'
import { Callout } from '../ui/callout'
import { PreviewAnchors } from './preview-anchors'
import { PreviewClashes } from './preview-clashes'
import { PreviewNations } from './preview-nations'
import { PreviewRows } from './preview-rows'
import { PreviewWarnings } from './preview-warnings'

type Props = {
  preview: NamedPreview
  /** Why it cannot be, in words. */
  problem: ReactNode
  /** The zone that the reader has chosen; null takes the zone of this device. */
  viewer?: string | null
}

/** What a move would do: what moves, what follows by itself, what stays, and whom all of that touches. */
export function PreviewPanel({ preview, problem, viewer = null }: Props) {
  const t = useTranslations('moves')
  if (preview.problem !== null)
    return (
      <Callout tone="bad" title={t('preview.problem')}>
        {problem}
      </Callout>
    )
  const { home, moved, made, follows, decide, walls, overtaken, stays, counts } = preview
  return (
    <div className="grid grid-cols-1 gap-3">
      <PreviewAnchors preview={preview} viewer={viewer} />
      {counts.length > 0 ? (
        <p>{counts.map(({ table, count }) => t(`counts.${table}`, { count })).join(', ')}</p>
      ) : null}
      <PreviewWarnings preview={preview} />
      <PreviewClashes preview={preview} />
      <div>
        <PreviewRows caption={t('preview.moved', { count: moved.total })} rows={moved} home={home} />
        <PreviewRows caption={t('preview.made', { count: made.total })} rows={made} home={home} />
        <PreviewRows caption={t('preview.follows', { count: follows.total })} rows={follows} home={home} />
        <PreviewRows caption={t('preview.decide', { count: decide.total })} rows={decide} home={home} />
        <PreviewRows
          caption={t('preview.overtaken', { count: overtaken.total })}
          rows={overtaken}
          home={home}
        />
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
