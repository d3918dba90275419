'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'

type Props = {
  mayEdit: boolean
  /** where storylines are made, while there is none */
  storylines: string | null
  onAdd: () => void
}

/** What a MSEL is, and how one begins. */
export function EmptyMsel({ mayEdit, storylines, onAdd }: Props) {
  const t = useTranslations('msel')
  if (!mayEdit) return <EmptyState title={t('empty.title')}>{t('empty.reader')}</EmptyState>
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {storylines ? (
            <LinkButton href={storylines} variant="primary">
              {t('empty.storyline')}
            </LinkButton>
          ) : null}
          <Button variant={storylines ? 'plain' : 'primary'} onClick={onAdd}>
            {t('empty.first')}
          </Button>
        </span>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
