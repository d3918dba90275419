import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { editConsent } from '@/lib/consent/actions'
import { type Consent, legalBases } from '@/lib/consent/rules'

type Props = {
  exerciseId: string
  consent: Consent & { version: number; agreedPresent: number; agreedOlder: number }
  mayEdit: boolean
}

/** What people are told of their data, and how many have agreed to it. */
export function ConsentPanel({ exerciseId, consent, mayEdit }: Props) {
  const t = useTranslations('questions.consent')
  const words = useTranslations('questions')
  const { consentText, consentVersion, agreedPresent: present, agreedOlder: older, version } = consent
  const asked = consentText !== ''
  return (
    <Panel title={t('title')} note={asked ? t('version', { version: consentVersion }) : t('none')}>
      {asked ? <p className="mb-3 text-muted">{t('counts', { present, older })}</p> : null}
      {mayEdit ? (
        <ActionForm
          action={editConsent}
          submit={words('save')}
          done={words('saved')}
          hidden={{ exerciseId, version }}
        >
          <ConsentFields consent={consent} />
          {present > 0 ? <p className="text-muted text-note">{t('again')}</p> : null}
        </ActionForm>
      ) : (
        <ConsentFacts consent={consent} />
      )}
    </Panel>
  )
}

function ConsentFields({ consent }: { consent: Consent }) {
  const t = useTranslations('questions.consent')
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <TextField
        name="consentText"
        label={t('text')}
        description={t('textHint')}
        rows={8}
        maxLength={8000}
        defaultValue={consent.consentText}
        className="md:col-span-2"
      />
      <Select
        name="legalBasis"
        label={t('basis')}
        empty={t('basisNone')}
        options={legalBases.map(value => ({ value, label: t(`basisOf.${value}`) }))}
        defaultValue={consent.legalBasis ?? ''}
      />
      <TextField
        name="legalBasisNote"
        label={t('note')}
        description={t('noteHint')}
        maxLength={500}
        defaultValue={consent.legalBasisNote}
      />
      <TextField
        name="dataController"
        label={t('controller')}
        description={t('controllerHint')}
        maxLength={200}
        defaultValue={consent.dataController}
      />
      <TextField
        name="dataContact"
        label={t('contact')}
        description={t('contactHint')}
        maxLength={300}
        defaultValue={consent.dataContact}
      />
    </div>
  )
}

function ConsentFacts({ consent }: { consent: Consent }) {
  const t = useTranslations('questions.consent')
  const { consentText, legalBasis, legalBasisNote, dataController, dataContact } = consent
  const basis = legalBasis ? t(`basisOf.${legalBasis}`) : '–'
  return (
    <div className="grid gap-3">
      <p className="max-w-prose whitespace-pre-line">{consentText || '–'}</p>
      <Facts
        items={[
          { term: t('basis'), value: [basis, legalBasisNote].filter(Boolean).join('. ') },
          { term: t('controller'), value: dataController || '–' },
          { term: t('contact'), value: dataContact || '–' },
        ]}
      />
      <p className="text-muted text-note">{t('organisersOnly')}</p>
    </div>
  )
}
