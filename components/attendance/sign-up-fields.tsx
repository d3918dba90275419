import { useTranslations } from 'next-intl'
import type { SignUpBy } from '@/lib/attendance/rules'
import type { StartexFrame } from '@/lib/time'
import { MomentField } from '../moments/moment-field'
import { NumberField } from '../ui/number-field'
import { RadioGroup } from '../ui/radio-group'

type Props = {
  frame: StartexFrame
  viewer: string | null
  values?: { by: SignUpBy; nationPlaces: number | null; typed: { opens: string; closes: string } }
}

/** Who signs up, how many of each nation, and from when until when. */
export function SignUpFields({ frame, viewer, values }: Props) {
  const t = useTranslations('attendance.field')
  return (
    <>
      <RadioGroup
        name="by"
        label={t('by')}
        required
        defaultValue={values?.by ?? 'nation'}
        options={[
          { value: 'nation', label: t('nation'), description: t('nationHint') },
          { value: 'person', label: t('person'), description: t('personHint') },
        ]}
      />
      <NumberField
        name="nationPlaces"
        label={t('nationPlaces')}
        description={t('nationPlacesHint')}
        min={0}
        defaultValue={values?.nationPlaces ?? ''}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <MomentField
          name="opens"
          label={t('opens')}
          description={t('opensHint')}
          frame={frame}
          viewer={viewer}
          defaultValue={values?.typed.opens ?? ''}
        />
        <MomentField
          name="closes"
          label={t('closes')}
          description={t('closesHint')}
          frame={frame}
          viewer={viewer}
          ends
          defaultValue={values?.typed.closes ?? ''}
        />
      </div>
    </>
  )
}
