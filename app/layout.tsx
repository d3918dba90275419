import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Nonce } from '@/components/nonce'
import { ToastRegion } from '@/components/ui/toast'
import { Words } from '@/components/words'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame')
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('tagline') }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, head] = await Promise.all([getLocale(), headers()])
  return (
    <html lang={locale}>
      <head>
        {/* react-aria signs the style elements it makes with this. */}
        <Nonce value={head.get('x-nonce') ?? undefined} />
      </head>
      <body>
        <Words namespaces={['ui', 'fault']}>
          {children}
          <ToastRegion />
        </Words>
      </body>
    </html>
  )
}
