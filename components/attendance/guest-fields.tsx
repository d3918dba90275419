import { useTranslations } from 'next-intl'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

type Props = {
  /** asked of an organisation's people, or where the partner is not known beforehand */
  countries?: readonly { code: string; name: string }[]
}

/** Somebody who is on no list yet. */
export function GuestFields({ countries }: Props) {
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
      <PresenceField />
    </>
  )
}

function PresenceField() {
  const t = useTranslations('attendance')
  return (
    <Segmented
      name="presence"
      label={t('field.presence')}
      visibleLabel
      options={[
        { value: 'on_site', label: t('presence.on_site') },
        { value: 'remote', label: t('presence.remote') },
      ]}
      defaultValue="on_site"
    />
  )
}
