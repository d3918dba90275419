import { useTranslations } from 'next-intl'
import type { LegEntry } from '@/lib/itineraries/queries'
import type { StartexFrame } from '@/lib/time'
import { MomentField } from '../moments/moment-field'
import { TextField } from '../ui/text-field'

type Props = { frame: StartexFrame; viewer: string | null; next: string; leg?: LegEntry }

/** What is written of a leg. */
export function LegFields({ frame, viewer, next, leg }: Props) {
  const t = useTranslations('programme.field')
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="fromPlace"
          label={t('from')}
          description={t('fromHint')}
          maxLength={200}
          defaultValue={leg?.fromPlace ?? ''}
        />
        <TextField
          name="toPlace"
          label={t('to')}
          required
          maxLength={200}
          defaultValue={leg?.toPlace ?? ''}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <MomentField
          name="start"
          label={t('start')}
          required
          frame={frame}
          viewer={viewer}
          defaultValue={leg?.typed.start ?? next}
        />
        <TextField
          name="duration"
          label={t('duration')}
          description={t('durationHint')}
          maxLength={60}
          mono
          defaultValue={leg?.typed.duration ?? ''}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="hosts"
          label={t('hosts')}
          description={t('hostsHint')}
          maxLength={500}
          defaultValue={leg?.hosts ?? ''}
        />
        <TextField
          name="transport"
          label={t('transport')}
          description={t('transportHint')}
          maxLength={200}
          defaultValue={leg?.transport ?? ''}
        />
      </div>
      <TextField name="note" label={t('note')} rows={2} maxLength={1000} defaultValue={leg?.note ?? ''} />
    </>
  )
}
