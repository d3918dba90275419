import { useTranslations } from 'next-intl'
import { type Presence, presences } from '@/lib/attendance/rules'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

type Props = {
  /** asked of an organisation's people, or where the partner is not known beforehand */
  countries?: readonly { code: string; name: string }[]
  /** how one can take part */
  of?: readonly Presence[]
}

/** Somebody who is on no list yet. */
export function GuestFields({ countries, of = presences }: Props) {
  const t = useTranslations('attendance.field')
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="familyName" label={t('familyName')} required maxLength={120} autoComplete="off" />
        <TextField name="givenName" label={t('givenName')} required maxLength={120} autoComplete="off" />
        <TextField name="nativeName" label={t('nativeName')} maxLength={120} autoComplete="off" />
        <TextField name="email" type="email" label={t('email')} required maxLength={254} autoComplete="off" />
      </div>
      {countries ? (
        <Select
          name="homeNation"
          label={t('homeNation')}
          description={t('homeNationHint')}
          empty="–"
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
      ) : null}
      <PresenceField of={of} />
    </>
  )
}

export function PresenceField({ of }: { of: readonly Presence[] }) {
  const t = useTranslations('attendance')
  const [only] = of
  if (of.length === 1) return <input type="hidden" name="presence" value={only} />
  return (
    <Segmented
      name="presence"
      label={t('field.presence')}
      visibleLabel
      options={of.map(presence => ({ value: presence, label: t(`presence.${presence}`) }))}
      defaultValue="on_site"
    />
  )
}
