'use client'

import { useTranslations } from 'next-intl'
import { chosenInjects } from '@/lib/catalogue/chosen/rules'
import { StateActs } from '../injects/state-acts'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'

type Props = {
  ids: readonly string[]
  exerciseId: string
  mayApprove: boolean
  /** where the scenario's pages are */
  base: string
  serialOf: (id: string) => string | undefined
  onDuplicate: (ids: readonly string[]) => void
  onRemove: (ids: readonly string[]) => void
  onChanged: (ids: readonly string[]) => Promise<unknown>
  onClear: () => void
}

/** What can be done with the chosen injects. */
export function SelectionBar({
  ids,
  exerciseId,
  mayApprove,
  base,
  serialOf,
  onDuplicate,
  onRemove,
  onChanged,
  onClear,
}: Props) {
  const t = useTranslations('msel')
  const keep = chosenInjects(ids.flatMap(id => serialOf(id) ?? []))
  return (
    <section
      aria-label={t('chosenActs')}
      className="flex flex-wrap items-center gap-2 border-line border-t bg-accent-soft px-4 py-1.5"
    >
      <strong className="mr-2 text-note">{t('chosenCount', { count: ids.length })}</strong>
      <Button size="small" onClick={() => onDuplicate(ids)}>
        {t('duplicate')}
      </Button>
      <StateActs {...{ ids, exerciseId, mayApprove, onChanged }} />
      {keep ? (
        <LinkButton size="small" href={`${base}/catalogue/keep?chosen=${encodeURIComponent(keep)}`}>
          {t('keep')}
        </LinkButton>
      ) : (
        <span className="text-note">{t('keepTooMany')}</span>
      )}
      <Button size="small" onClick={() => onRemove(ids)}>
        {t('removeMany')}
      </Button>
      <Button size="small" variant="quiet" onClick={onClear}>
        {t('chooseNone')}
      </Button>
    </section>
  )
}
