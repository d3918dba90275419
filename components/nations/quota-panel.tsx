import { getTranslations } from 'next-intl/server'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { Meter } from '@/components/ui/meter'
import { NumberField } from '@/components/ui/number-field'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { removeQuota, setQuota } from '@/lib/nations/actions'
import type { Cut } from '@/lib/nations/cuts/rules'
import type { CalendarDate } from '@/lib/time-calendar'
import { CutDialog, PendingCut } from './quota-cut'

type QuotaLine = {
  id: string
  roleId: string | null
  siteId: string | null
  size: number
  used: number
  role: { name: string } | null
  site: { name: string } | null
  cut: Cut | null
}
type Owner = { exerciseId: string; participationId: string }
type Choice = { id: string; name: string }
type Props = Owner & {
  quotas: QuotaLine[]
  roles: Choice[]
  sites: Choice[]
  mayEdit: boolean
  today: CalendarDate
}

/** The places of a delegation: whole, and where the organiser limits a role or a site. */
export async function QuotaPanel({ quotas, roles, sites, mayEdit, today, ...owner }: Props) {
  const t = await getTranslations('nations')
  const whole = quotas.filter(quota => quota.roleId === null && quota.siteId === null)
  const limited = quotas.filter(quota => !whole.includes(quota))
  const freeRoles = roles.filter(({ id }) => !quotas.some(quota => quota.roleId === id))
  const freeSites = sites.filter(({ id }) => !quotas.some(quota => quota.siteId === id))
  return (
    <Panel
      title={t('quota')}
      note={t('quotaNote')}
      actions={
        mayEdit ? (
          <span className="flex gap-2">
            {freeRoles.length > 0 ? <LimitDialog owner={owner} scope="roleId" choices={freeRoles} /> : null}
            {freeSites.length > 0 ? <LimitDialog owner={owner} scope="siteId" choices={freeSites} /> : null}
          </span>
        ) : undefined
      }
    >
      <ul className="grid gap-2">
        {[...whole, ...limited].map(quota => (
          <li key={quota.id} className="flex flex-wrap items-center gap-3">
            <Meter
              className="min-w-64 flex-1"
              label={quota.role?.name ?? quota.site?.name ?? t('whole')}
              value={quota.used}
              max={quota.size}
              tone={quota.used >= quota.size ? 'warn' : 'good'}
              {...(quota.used >= quota.size ? { status: { word: t('full'), tone: 'warn' as const } } : {})}
            />
            {mayEdit ? <SizeDialog owner={owner} quota={quota} /> : null}
            {mayEdit && quota.used > 0 ? <CutDialog {...{ owner, quota, today }} /> : null}
            {quota.cut ? <PendingCut {...{ owner, quota, today, mayEdit }} cut={quota.cut} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

async function SizeDialog({ owner, quota }: { owner: Owner; quota: QuotaLine }) {
  const t = await getTranslations('nations')
  const name = quota.role?.name ?? quota.site?.name ?? t('whole')
  const limited = quota.roleId !== null || quota.siteId !== null
  return (
    <DialogButton
      label={t('change')}
      title={t('changeQuota', { name })}
      button={{ size: 'small' }}
      size="small"
    >
      <ActionForm
        action={setQuota}
        submit={t('save')}
        hidden={{ ...owner, roleId: quota.roleId, siteId: quota.siteId }}
        done={t('done.saved')}
        secondary={
          limited ? (
            <ActionButton
              action={removeQuota}
              input={{ ...owner, quotaId: quota.id }}
              done={t('done.removed')}
            >
              {t('removeLimit')}
            </ActionButton>
          ) : undefined
        }
      >
        <NumberField
          name="size"
          label={t('places')}
          description={t('usedHint', { used: quota.used })}
          required
          min={0}
          defaultValue={quota.size}
        />
      </ActionForm>
    </DialogButton>
  )
}

async function LimitDialog({
  owner,
  scope,
  choices,
}: {
  owner: Owner
  scope: 'roleId' | 'siteId'
  choices: Choice[]
}) {
  const t = await getTranslations('nations')
  const words =
    scope === 'roleId'
      ? { title: t('limitRole'), label: t('role') }
      : { title: t('limitSite'), label: t('site') }
  return (
    <DialogButton label={words.title} title={words.title} button={{ size: 'small' }} size="small">
      <ActionForm
        action={setQuota}
        submit={t('save')}
        hidden={{ ...owner, [scope === 'roleId' ? 'siteId' : 'roleId']: null }}
        done={t('done.saved')}
      >
        <Select
          name={scope}
          label={words.label}
          required
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField name="size" label={t('places')} required min={0} defaultValue={4} />
      </ActionForm>
    </DialogButton>
  )
}
