import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Panel } from '@/components/ui/panel'
import { startexFrame } from '@/lib/exercises/rules'
import { editNeeds } from '@/lib/registrations/own-part/actions'
import type { TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { NeedsFacts } from './needs-facts'
import { NeedsFields, type NeedsValues } from './needs-fields'

type Props = {
  ids: { exerciseId: string; participationId: string; registrationId: string }
  version: number
  needs: NeedsValues
  exercise: { startexAt: Instant; timeZone: string }
  viewer: string | null
  writable: boolean
  locale: TimeLocale
}

/** A person's needs on the page of those who look after them: a form of its own, since few may see it. */
export function NeedsPanel({ ids, version, needs, exercise, viewer, writable, locale }: Props) {
  const t = useTranslations('ownPart.needs')
  return (
    <Panel title={t('title')}>
      <p className="mb-3 text-muted text-note">{t('panelLead')}</p>
      {writable ? (
        <ActionForm action={editNeeds} submit={t('save')} done={t('saved')} hidden={{ ...ids, version }}>
          <NeedsFields needs={needs} frame={startexFrame(exercise)} viewer={viewer} />
        </ActionForm>
      ) : (
        <NeedsFacts needs={needs} timeZone={exercise.timeZone} locale={locale} />
      )}
    </Panel>
  )
}
