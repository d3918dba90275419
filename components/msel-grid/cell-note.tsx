'use client'

import { useTranslations } from 'next-intl'
import { type CellForm, printCell } from '@/lib/injects/cells/rules'
import type { FieldValue } from '@/lib/injects/rules'
import { Button } from '../ui/button'
import type { Draft } from './drafts'

type Props = {
  draft: Draft
  theirs: { form: CellForm; value: FieldValue; by: string | null } | null
  onTheirs: () => void
  onMine: () => void
}

/** Why what was written is not saved, and what can be done: both versions where somebody else was quicker. */
export function CellNote({ draft, theirs, onTheirs, onMine }: Props) {
  const t = useTranslations('msel')
  const said = theirs ? printCell(theirs.value, theirs.form) : ''
  return (
    <div
      role="alert"
      className="absolute top-full left-0 z-30 mt-1 grid w-80 max-w-[80vw] gap-2 whitespace-normal rounded-control border border-bad bg-sheet p-2.5 font-normal text-ink text-note no-underline shadow-lift"
    >
      {theirs ? (
        <>
          <p>{t('conflict', { by: theirs.by ?? t('somebody') })}</p>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
            <dt className="text-muted">{t('theirsIs')}</dt>
            <dd className="line-clamp-4">{said === '' ? t('nothing') : said}</dd>
            <dt className="text-muted">{t('mineIs')}</dt>
            <dd className="line-clamp-4">{draft.text === '' ? t('nothing') : draft.text}</dd>
          </dl>
        </>
      ) : (
        <p>{draft.message ?? ''}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {draft.value === undefined ? null : (
          <Button size="small" onClick={onMine}>
            {t(theirs ? 'keepMine' : 'tryAgain')}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={onTheirs}>
          {t(theirs ? 'takeTheirs' : 'giveUp')}
        </Button>
      </div>
    </div>
  )
}
