import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FaultPage } from '@/components/frame/fault-page'
import { LinkButton } from '@/components/ui/link-button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('fault')
  return { title: t('notFound.title') }
}

export default async function NotFound() {
  const t = await getTranslations('fault')
  return (
    <FaultPage title={t('notFound.title')} text={t('notFound.text')}>
      <LinkButton href="/" variant="primary">
        {t('home')}
      </LinkButton>
    </FaultPage>
  )
}
