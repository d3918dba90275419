import { useLocale, useTranslations } from 'next-intl'
import type { LastMove } from '@/lib/moves/queries'
import { formatInstant } from '@/lib/time-format'
import { DataTable } from '../ui/data-table'
import { UndoMove } from './undo-move'

type Props = { exerciseId: string; moves: readonly LastMove[]; home: string }

/** The last moves, each of which can be put back for as long as nothing has been built on it. */
export function LastMoves({ exerciseId, moves, home }: Props) {
  const t = useTranslations('moves')
  const locale = useLocale()
  const what = ({ kind }: LastMove) => (t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : kind)
  const when = ({ at }: LastMove) => formatInstant(at, { timeZone: home, locale, style: 'dateTime' })
  return (
    <DataTable
      caption={t('last.title')}
      rows={moves}
      rowKey={({ id }) => id}
      empty={<p className="px-4 text-muted">{t('last.none')}</p>}
      columns={[
        {
          id: 'when',
          header: t('last.when'),
          names: true,
          cell: move => (
            <>
              {when(move)}
              <span className="block font-normal md:hidden">{what(move)}</span>
              <span className="block font-normal text-muted text-note md:hidden">
                {[move.by, move.reason].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        { id: 'who', wide: true, header: t('last.who'), cell: ({ by }) => by },
        { id: 'what', wide: true, header: t('last.what'), cell: what },
        { id: 'rows', wide: true, header: t('last.rows'), cell: ({ moved }) => moved, numeric: true },
        { id: 'reason', wide: true, header: t('last.reason'), cell: ({ reason }) => reason },
        {
          id: 'undo',
          header: t('last.act'),
          cell: move =>
            move.undone ? (
              t('last.undone')
            ) : (
              <UndoMove
                exerciseId={exerciseId}
                changeId={move.id}
                label={t('preview.ofKind', { kind: t('undo.button'), what: `${what(move)}, ${when(move)}` })}
              />
            ),
        },
      ]}
    />
  )
}
