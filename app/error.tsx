'use client'

import { useTranslations } from 'next-intl'
import { FaultPage, referenceOf } from '@/components/frame/fault-page'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('fault')
  const reference = referenceOf(error)
  return (
    <FaultPage
      title={t('broken.title')}
      text={t('broken.text')}
      {...(reference ? { note: t('broken.reference', { reference }) } : {})}
    >
      <Button variant="primary" onClick={() => retry()}>
        {t('broken.again')}
      </Button>
      <LinkButton href="/">{t('home')}</LinkButton>
    </FaultPage>
  )
}
