import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextField } from '@/components/ui/text-field'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { addCompany, editCompany, removeCompany } from '@/lib/companies/actions'
import { companyKinds } from '@/lib/companies/schema'

export type CompanyLine = {
  id: string
  kind: 'company' | 'agency'
  name: string
  version: number
  people: number
}
type Owner = { exerciseId: string; participationId: string }
type Props = { owner: Owner; companies: readonly CompanyLine[]; mayEdit: boolean }

/** The companies and agencies of a delegation, and how many people each sends. */
export function CompanyPanel({ owner, companies, mayEdit }: Props) {
  const t = useTranslations('companies')
  const add = (
    <DialogButton label={t('add')} title={t('addTitle')} button={{ variant: 'primary' }} size="small">
      <ActionForm action={addCompany} hidden={owner} submit={t('add')} done={t('added')}>
        <CompanyFields />
      </ActionForm>
    </DialogButton>
  )
  if (companies.length === 0) {
    return (
      <EmptyState title={t('emptyTitle')} action={mayEdit ? add : undefined}>
        {t('emptyText')}
      </EmptyState>
    )
  }
  return (
    <Panel title={t('title')} note={String(companies.length)} actions={mayEdit ? add : undefined} flush>
      <DataTable
        caption={t('title')}
        rows={companies}
        rowKey={company => company.id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            names: true,
            cell: company => (
              <>
                {company.name}
                <span className="block font-normal text-muted text-note">{t(`kind.${company.kind}`)}</span>
              </>
            ),
          },
          { id: 'people', header: t('people'), numeric: true, cell: company => company.people },
          ...(mayEdit
            ? [
                {
                  id: 'acts',
                  header: <VisuallyHidden>{t('acts')}</VisuallyHidden>,
                  cell: (company: CompanyLine) => <CompanyActs owner={owner} company={company} />,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function CompanyActs({ owner, company }: { owner: Owner; company: CompanyLine }) {
  const t = useTranslations('companies')
  const { id: companyId, name, version, people } = company
  const title = t('removeTitle', { name })
  return (
    <span className="flex flex-wrap justify-end gap-1.5">
      <DialogButton
        label={t('edit')}
        title={t('editTitle', { name })}
        button={{ size: 'small' }}
        size="small"
      >
        <ActionForm
          action={editCompany}
          hidden={{ ...owner, companyId, version }}
          submit={t('save')}
          done={t('saved')}
        >
          <CompanyFields company={company} />
        </ActionForm>
      </DialogButton>
      {people === 0 ? (
        <ActionButton
          action={removeCompany}
          input={{ ...owner, companyId }}
          done={t('removed')}
          confirm={{ title, text: t('removeText'), label: t('remove'), danger: true }}
          button={{ size: 'small' }}
        >
          {t('remove')}
        </ActionButton>
      ) : null}
    </span>
  )
}

function CompanyFields({ company }: { company?: CompanyLine }) {
  const t = useTranslations('companies')
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        required
        maxLength={200}
        {...(company ? { defaultValue: company.name } : {})}
      />
      <RadioGroup
        name="kind"
        label={t('kindHead')}
        required
        options={companyKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
        defaultValue={company?.kind ?? 'company'}
      />
    </>
  )
}
