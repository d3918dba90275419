import { useTranslations } from 'next-intl'
import { MomentField } from '@/components/moments/moment-field'
import { TextField } from '@/components/ui/text-field'
import type { Instant, StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'

export type NeedsValues = {
  diet: string | null
  accessNeeds: string | null
  arrivalAt: Instant | null
  departureAt: Instant | null
  travelNote: string | null
}

type Props = { needs: NeedsValues; frame: StartexFrame; viewer: string | null }

/** Diet, access and travel: all of it optional, and seen by few. Moments are those on the wall where the exercise is. */
export function NeedsFields({ needs, frame, viewer }: Props) {
  const t = useTranslations('ownPart.needs')
  const { timeZone } = frame
  const typed = (at: Instant | null) =>
    at === null ? '' : formatMoment({ anchor: 'fixed', at, timeZone }, timeZone)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="diet"
        label={t('diet')}
        description={t('dietHint')}
        rows={2}
        maxLength={500}
        defaultValue={needs.diet ?? ''}
      />
      <TextField
        name="accessNeeds"
        label={t('access')}
        description={t('accessHint')}
        rows={2}
        maxLength={1000}
        defaultValue={needs.accessNeeds ?? ''}
      />
      <MomentField
        name="arrivalAt"
        instant
        label={t('arrival')}
        description={t('momentHint', { city: zoneCity(timeZone) })}
        placeholder={t('momentPlaceholder')}
        defaultValue={typed(needs.arrivalAt)}
        {...{ frame, viewer }}
      />
      <MomentField
        name="departureAt"
        instant
        label={t('departure')}
        description={t('momentHint', { city: zoneCity(timeZone) })}
        placeholder={t('momentPlaceholder')}
        defaultValue={typed(needs.departureAt)}
        {...{ frame, viewer }}
      />
      <TextField
        name="travelNote"
        label={t('travelNote')}
        description={t('travelHint')}
        rows={2}
        maxLength={1000}
        defaultValue={needs.travelNote ?? ''}
        className="sm:col-span-2"
      />
    </div>
  )
}
