import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { disciplines, frameworks, presences } from '@/lib/roles/schema'

export type RoleValues = {
  name: string
  discipline: (typeof disciplines)[number]
  presence: (typeof presences)[number]
  framework: (typeof frameworks)[number] | null
  frameworkCode: string | null
  frameworkVersion: string | null
}

/** What a role is; its place in NICE or ECSF is a reference beside its own name. */
export function RoleFields({ role }: { role?: RoleValues }) {
  const t = useTranslations('teams')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label={t('role_form.name')}
        required
        maxLength={120}
        defaultValue={role?.name ?? ''}
      />
      <Select
        name="discipline"
        label={t('role_form.discipline')}
        required
        options={disciplines.map(value => ({ value, label: t(`discipline.${value}`) }))}
        defaultValue={role?.discipline ?? 'technical'}
      />
      <RadioGroup
        name="presence"
        label={t('role_form.presence')}
        options={presences.map(value => ({ value, label: t(`presence.${value}`) }))}
        defaultValue={role?.presence ?? 'on_site'}
      />
      <Select
        name="framework"
        label={t('role_form.framework')}
        description={t('role_form.frameworkHint')}
        empty={t('role_form.noFramework')}
        options={frameworks.map(value => ({ value, label: t(`framework.${value}`) }))}
        {...(role?.framework ? { defaultValue: role.framework } : {})}
      />
      <TextField
        name="frameworkCode"
        label={t('role_form.frameworkCode')}
        mono
        maxLength={40}
        defaultValue={role?.frameworkCode ?? ''}
      />
      <TextField
        name="frameworkVersion"
        label={t('role_form.frameworkVersion')}
        mono
        maxLength={20}
        defaultValue={role?.frameworkVersion ?? ''}
      />
    </div>
  )
}
