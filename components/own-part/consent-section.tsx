import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Facts } from '@/components/ui/facts'
import { RequiredMark } from '@/components/ui/field'
import { Status } from '@/components/ui/status'
import type { Agreement, Consent } from '@/lib/consent/rules'

type Props = {
  consent: Consent
  agreement: Agreement
  /** when the person agreed, in words */
  agreed: string | null
  /** the box is offered, or the text is only read */
  writable: boolean
}

/** What becomes of the data, by what right, and who answers for it; and the box that agrees to it. */
export function ConsentSection({ consent, agreement, agreed, writable }: Props) {
  const t = useTranslations('ownPart.consent')
  const { consentText, legalBasis, legalBasisNote, dataController, dataContact } = consent
  const basis = legalBasis ? t(`basis.${legalBasis}`) : '–'
  return (
    <div className="grid gap-3">
      <p className="wrap-anywhere max-w-prose whitespace-pre-line" dir="auto">
        {consentText}
      </p>
      <Facts
        items={[
          { term: t('legalBasis'), value: [basis, legalBasisNote].filter(Boolean).join('. ') },
          { term: t('controller'), value: <bdi>{dataController}</bdi> },
          { term: t('contact'), value: <bdi className="wrap-anywhere">{dataContact}</bdi> },
        ]}
      />
      {agreement === 'older' ? (
        <Callout tone="warn" title={t('olderTitle')}>
          {t('olderText', { date: agreed ?? '' })}
        </Callout>
      ) : null}
      {agreement === 'present' ? <Status tone="good">{t('agreedOn', { date: agreed ?? '' })}</Status> : null}
      {agreement !== 'present' && writable ? (
        <Checkbox
          name="agree"
          label={
            <>
              {t(legalBasis === 'consent' ? 'agree' : 'read')}
              <RequiredMark />
            </>
          }
        />
      ) : null}
    </div>
  )
}
