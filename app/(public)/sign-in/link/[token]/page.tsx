import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UseLinkForm } from '@/components/accounts/use-link-form'
import { PlainFrame } from '@/components/frame/plain-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { Words } from '@/components/words'
import { safePath } from '@/lib/sign-in/rules'

type Props = PageProps<'/sign-in/link/[token]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('link.title'), robots: { index: false } }
}

/** Opening the page changes nothing, whoever opens it: programs that scan mail follow links too. */
export default async function LinkPage({ params, searchParams }: Props) {
  const [t, { token }, query] = await Promise.all([getTranslations('accounts'), params, searchParams])
  return (
    <PlainFrame viewer={null} width="narrow">
      <Words namespaces={['accounts']}>
        <PageHeader title={t('link.title')} />
        <Panel>
          <UseLinkForm token={token} next={safePath(query.next)} />
          <p className="mt-4 text-muted text-note">
            {t('link.old')} <TextLink href="/sign-in">{t('link.again')}</TextLink>
          </p>
        </Panel>
      </Words>
    </PlainFrame>
  )
}
