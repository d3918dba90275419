'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'

type Props = {
  /** null until the plan has been looked at */
  count: number | null
  open: boolean
  onToggle: () => void
}

/** How much is wrong with the plan; shows what. */
export function FindingsButton({ count, open, onToggle }: Props) {
  const t = useTranslations('msel')
  const Mark = count === 0 ? CircleCheck : TriangleAlert
  return (
    <Button
      size="small"
      aria-expanded={open}
      aria-busy={count === null}
      disabled={count === null}
      onClick={onToggle}
    >
      <Mark
        aria-hidden="true"
        className={`size-4 ${count === null ? 'text-muted' : count === 0 ? 'text-good' : 'text-warn'}`}
      />
      {count === null ? t('findingsChecking') : t('findingsCount', { count })}
    </Button>
  )
}
