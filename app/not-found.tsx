import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '@/components/frame/missing'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('fault')
  return { title: t('notFound.title') }
}

export default function NotFound() {
  return <Missing />
}
