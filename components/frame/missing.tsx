import { getTranslations } from 'next-intl/server'
import { LinkButton } from '../ui/link-button'
import { FaultPage } from './fault-page'

/** For every `not-found.tsx`: what does not exist, and what is not theirs to see, look the same to people. */
export async function Missing({ framed = false, href = '/' }: { framed?: boolean; href?: string }) {
  const t = await getTranslations('fault')
  return (
    <FaultPage title={t('notFound.title')} text={t('notFound.text')} framed={framed}>
      <LinkButton href={href} variant="primary">
        {t('home')}
      </LinkButton>
    </FaultPage>
  )
}
