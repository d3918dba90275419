'use client'

import { FaultPage, referenceOf } from '@/components/frame/fault-page'
import { Button } from '@/components/ui/button'
import en from '@/messages/en/fault.json'
import fr from '@/messages/fr/fault.json'
import './globals.css'

/** The layout itself has failed, and with it the words: this page brings its own, in the browser's language. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const french = typeof navigator !== 'undefined' && navigator.language.startsWith('fr')
  const words = french ? fr : en
  const reference = referenceOf(error)
  return (
    <html lang={french ? 'fr' : 'en'}>
      <head>
        <title>{words.broken.title}</title>
      </head>
      <body>
        <FaultPage
          title={words.broken.title}
          text={words.broken.text}
          {...(reference ? { note: words.broken.reference.replace('{reference}', reference) } : {})}
        >
          <Button variant="primary" onClick={() => retry()}>
            {words.broken.again}
          </Button>
        </FaultPage>
      </body>
    </html>
  )
}
