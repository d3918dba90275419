import { useTranslations } from 'next-intl'
import type { ClashCount, Preview } from '@/lib/moves/queries'
import { Status } from '../ui/status'

/** Which clashes a move makes and which it mends, by kind. */
export function PreviewClashes({ clashes: { made, mended } }: Pick<Preview, 'clashes'>) {
  const t = useTranslations('moves.preview')
  const all = (counts: readonly ClashCount[]) => counts.reduce((sum, { count }) => sum + count, 0)
  if (made.length === 0 && mended.length === 0) return <p className="text-muted">{t('noClash')}</p>
  return (
    <section className="grid gap-2">
      {made.length > 0 ? (
        <Kinds tone="bad" title={t('clashesMade', { count: all(made) })} counts={made} />
      ) : null}
      {mended.length > 0 ? (
        <Kinds tone="good" title={t('clashesMended', { count: all(mended) })} counts={mended} />
      ) : null}
    </section>
  )
}

type Props = { tone: 'bad' | 'good'; title: string; counts: readonly ClashCount[] }

function Kinds({ tone, title, counts }: Props) {
  const word = useTranslations('moves.clashes')
  return (
    <div>
      <Status tone={tone}>{title}</Status>
      <ul className="list-disc pl-8">
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            {word(kind)}: {count}
          </li>
        ))}
      </ul>
    </div>
  )
}
