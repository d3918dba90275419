'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { controlLook } from '../ui/control'

export type Made = { once?: { link: string } }

/** The link, which is told this once. */
export function MadeInvitation({ made, email, onAgain }: { made: Made; email: string; onAgain: () => void }) {
  const t = useTranslations('invitations.make')
  const [copied, setCopied] = useState(false)
  const link = made.once?.link ?? null
  async function copy(text: string) {
    await navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <div className="grid gap-3" role="status">
      <Callout tone="good" title={t('madeTitle')}>
        {link === null ? t('madeBefore') : email ? t('madeByMail', { email }) : t('madeToHandOut')}
      </Callout>
      {link === null ? null : (
        <div className="flex flex-wrap items-center gap-2">
          <input
            readOnly
            aria-label={t('link')}
            value={link}
            onFocus={event => event.currentTarget.select()}
            className={`${controlLook} min-w-0 flex-1 font-mono text-note`}
          />
          <Button onClick={() => copy(link)}>{copied ? t('copied') : t('copy')}</Button>
        </div>
      )}
      <div>
        <Button variant="quiet" onClick={onAgain}>
          {t('another')}
        </Button>
      </div>
    </div>
  )
}
