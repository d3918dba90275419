import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { addSite, editSite, removeSite } from '@/lib/sites/actions'
import { RemoveButton } from './remove-button'
import { SiteFields, type SiteValues } from './site-fields'

export type SiteRow = SiteValues & { id: string; version: number }

/** Where teams sit. */
export async function SiteTable(props: { exerciseId: string; sites: SiteRow[]; mayEdit: boolean }) {
  const { exerciseId, sites, mayEdit } = props
  const t = await getTranslations('teams')
  const edit = {
    id: 'edit',
    header: t('change'),
    cell: (site: SiteRow) => <EditSite exerciseId={exerciseId} site={site} />,
  }
  return (
    <DataTable
      caption={t('sites')}
      rows={sites}
      rowKey={site => site.id}
      empty={<EmptyState title={t('site_form.emptyTitle')}>{t('site_form.emptyText')}</EmptyState>}
      columns={[
        { id: 'name', header: t('site'), names: true, cell: site => site.name },
        {
          id: 'place',
          header: t('site_form.place'),
          cell: site => (site.remote ? t('site_form.isRemote') : site.place),
        },
        { id: 'zone', header: t('site_form.timeZone'), mono: true, cell: site => site.timeZone },
        { id: 'capacity', header: t('site_form.capacity'), numeric: true, cell: site => site.capacity },
        ...(mayEdit ? [edit] : []),
      ]}
    />
  )
}

export async function AddSite({ exerciseId }: { exerciseId: string }) {
  const t = await getTranslations('teams')
  return (
    <DialogButton label={t('site_form.add')} title={t('site_form.add')} button={{ variant: 'primary' }}>
      <ActionForm action={addSite} submit={t('site_form.add')} hidden={{ exerciseId }} done={t('done.added')}>
        <SiteFields />
      </ActionForm>
    </DialogButton>
  )
}

async function EditSite({ exerciseId, site }: { exerciseId: string; site: SiteRow }) {
  const t = await getTranslations('teams')
  return (
    <DialogButton
      label={t('change')}
      title={t('site_form.edit', { site: site.name })}
      button={{ size: 'small' }}
    >
      <ActionForm
        action={editSite}
        submit={t('save')}
        hidden={{ exerciseId, siteId: site.id, version: site.version }}
        done={t('done.saved')}
        secondary={
          <RemoveButton
            action={removeSite}
            input={{ exerciseId, siteId: site.id }}
            name={site.name}
            text={t('site_form.removeText')}
          />
        }
      >
        <SiteFields site={site} />
      </ActionForm>
    </DialogButton>
  )
}
