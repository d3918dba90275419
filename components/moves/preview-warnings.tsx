import { useTranslations } from 'next-intl'
import type { Preview } from '@/lib/moves/queries'
import { Callout } from '../ui/callout'

type Props = {
  preview: Pick<Preview, 'past' | 'overtaken' | 'decide' | 'walls' | 'approved' | 'unfit'>
}

/** What a person has to decide before or after the move; the rows themselves are listed below. */
export function PreviewWarnings({ preview }: Props) {
  const t = useTranslations('moves.preview')
  const { past, overtaken, decide, walls, approved, unfit } = preview
  const warnings = [
    past ? t('past') : null,
    overtaken.total > 0 ? `${t('overtaken', { count: overtaken.total })}.` : null,
    decide.total > 0 ? `${t('decide', { count: decide.total })}. ${t('decideHint')}` : null,
    unfit.names.length > 0 ? t('broken', { names: unfit.names.join(', ') }) : null,
    unfit.window ? t('brokenWindow') : null,
    unfit.nations.length > 0 ? t('brokenNations', { names: unfit.nations.join(', ') }) : null,
    walls.total > 0 ? `${t('walls', { count: walls.total })}. ${t('wallsHint')}` : null,
    approved > 0 ? t('approved', { count: approved }) : null,
  ].filter(warning => warning !== null)
  if (warnings.length === 0) return null
  return (
    <Callout tone="warn">
      <ul className="grid gap-1">
        {warnings.map(warning => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Callout>
  )
}
