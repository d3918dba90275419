import { useLocale, useTranslations } from 'next-intl'
import type { RestRules } from '@/lib/shifts/rest/rules'
import { formatDuration, formatMinute } from '@/lib/time-format'
import { Facts } from '../ui/facts'
import { Panel } from '../ui/panel'
import { EditRest } from './rest-form'

type Props = { exerciseId: string; rest: RestRules & { version: number }; edits: boolean }

/** What rest is asked for: warned of where it is broken, never forbidden. */
export function RestPanel({ exerciseId, rest, edits }: Props) {
  const t = useTranslations('shifts')
  const locale = useLocale()
  const said = (minutes: number, language: 'en' | 'fr' = locale) => formatDuration(minutes * 60, language)
  const night = { from: formatMinute(rest.nightFromMinute), to: formatMinute(rest.nightToMinute) }
  const typed = {
    leastRest: said(rest.leastRestMinutes, 'en'),
    mostDuty: said(rest.mostDutyMinutes, 'en'),
    mostNights: rest.mostNights,
    nightFrom: night.from,
    nightTo: night.to,
  }
  return (
    <Panel
      title={t('restTitle')}
      note={t('restNote')}
      actions={edits ? <EditRest exerciseId={exerciseId} version={rest.version} typed={typed} /> : undefined}
    >
      <Facts
        items={[
          { term: t('leastRest'), value: said(rest.leastRestMinutes) },
          { term: t('mostDuty'), value: said(rest.mostDutyMinutes) },
          { term: t('mostNights'), value: rest.mostNights },
          { term: t('night'), value: t('nightSpan', night) },
        ]}
      />
    </Panel>
  )
}
