'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { FaultPage, referenceOf } from './fault-page'

export type BrokenProps = { error: unknown; retry: () => void }

/** For every `error.tsx`: what went wrong stays in the log, the page shows under which number. */
export function Broken({ error, retry, framed = false }: BrokenProps & { framed?: boolean }) {
  const t = useTranslations('fault')
  const reference = referenceOf(error)
  return (
    <FaultPage
      title={t('broken.title')}
      text={t('broken.text')}
      framed={framed}
      {...(reference ? { note: t('broken.reference', { reference }) } : {})}
    >
      <Button variant="primary" onClick={() => retry()}>
        {t('broken.again')}
      </Button>
      <LinkButton href="/">{t('home')}</LinkButton>
    </FaultPage>
  )
}

/** The same inside a frame: `export { BrokenInFrame as default }` in an `error.tsx` beside the frame's layout. */
export function BrokenInFrame(props: BrokenProps) {
  return <Broken {...props} framed />
}
