'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useScenarioStream } from '@/components/scenario-stream/use-scenario-stream'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

type Props = { exerciseId: string; accountId: string; cursor: string }

/** Says that others have changed the scenario since the page was loaded, and loads it again when asked: a comparison that
 * is being read must not change under the eyes. */
export function ScenarioNews({ exerciseId, accountId, cursor }: Props) {
  const t = useTranslations('baselines.news')
  const router = useRouter()
  const [loadedAt, setLoadedAt] = useState<string | null>(null)
  const changed = () => setLoadedAt(known => known ?? cursor)
  useScenarioStream({ exerciseId, accountId, cursor, onRows: changed, onRemoved: changed, onReload: changed })
  // A page that was loaded again has another cursor.
  if (loadedAt !== cursor) return <p role="status" className="sr-only" />
  return (
    <Callout tone="info" role="status" className="mt-4">
      <span className="flex flex-wrap items-center gap-3">
        {t('text')}
        <Button
          size="small"
          onClick={() => {
            setLoadedAt(null)
            router.refresh()
          }}
        >
          {t('show')}
        </Button>
      </span>
    </Callout>
  )
}
