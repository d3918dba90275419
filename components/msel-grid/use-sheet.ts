'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { StartexFrame } from '@/lib/time'
import { chosenColumns } from './columns'
import { type Scenario, sheetOf } from './sheet'

type Given = {
  exerciseId: string
  scenario: Scenario & { frame: StartexFrame }
  viewerZone: string | null
  /** the columns that this browser remembers */
  remembered: string | null
  serialOf: (id: string) => string | undefined
}

/** What the cells need to know beside their rows, and which columns are shown. */
export function useSheet({ exerciseId, scenario, viewerZone, remembered, serialOf }: Given) {
  const t = useTranslations('msel')
  const locale = useLocale()
  const words = useMemo(
    () => ({
      kinds: {
        inject: t('kind.inject'),
        contingency: t('kind.contingency'),
        expected_action: t('kind.expected_action'),
        information: t('kind.information'),
        administrative: t('kind.administrative'),
      },
      states: {
        draft: t('state.draft'),
        review: t('state.review'),
        approved: t('state.approved'),
        synchronised: t('state.synchronised'),
      },
      say: t,
      yes: t('yes'),
      no: t('no'),
    }),
    [t],
  )
  const sheet = useMemo(
    () => sheetOf(scenario, { exerciseId, frame: scenario.frame, viewerZone, locale }, words, serialOf),
    [scenario, exerciseId, viewerZone, locale, words, serialOf],
  )
  const [cookie, setCookie] = useState(remembered)
  const columns = useMemo(() => chosenColumns(sheet.columns, cookie ?? undefined), [sheet, cookie])
  return { sheet, columns, setCookie }
}
