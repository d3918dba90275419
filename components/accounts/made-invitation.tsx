'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { CopyField } from '../ui/copy-field'

export type Made = { once?: { link: string } }

/** The link, which is told this once. */
export function MadeInvitation({ made, email, onAgain }: { made: Made; email: string; onAgain: () => void }) {
  const t = useTranslations('invitations.make')
  const link = made.once?.link ?? null
  return (
    <div className="grid gap-3" role="status">
      <Callout tone="good" title={t('madeTitle')}>
        {link === null ? t('madeBefore') : email ? t('madeByMail', { email }) : t('madeToHandOut')}
      </Callout>
      {link === null ? null : (
        <CopyField label={t('link')} value={link} copy={t('copy')} copied={t('copied')} />
      )}
      <div>
        <Button variant="quiet" onClick={onAgain}>
          {t('another')}
        </Button>
      </div>
    </div>
  )
}
