import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/action-form'
import { ZoneField } from '@/components/moments/zone-field'
import type { ServerWrite } from '@/components/outcome'
import { AnswerFields } from '@/components/registrations/answer-fields'
import { TextField } from '@/components/ui/text-field'
import { type Agreement, asksConsent } from '@/lib/consent/rules'
import { startexFrame } from '@/lib/exercises/rules'
import { isAsked } from '@/lib/questions/rules'
import type { OwnPart } from '@/lib/registrations/own-part/queries'
import { ConsentSection } from './consent-section'
import { NeedsFields } from './needs-fields'

type Props = {
  part: OwnPart
  action: ServerWrite
  /** what the form sends along: the link's token, or the ids */
  hidden: { [name: string]: string }
  agreement: Agreement
  agreed: string | null
}

/** All that is a person's own to say, in one form with one button; a phone is enough. */
export function OwnPartForm({ part, action, hidden, agreement, agreed }: Props) {
  const t = useTranslations('ownPart')
  const { exercise, questions, answers, needs, version } = part
  const place = { roleId: part.roleId, siteId: part.siteId }
  const asked = questions.filter(question => isAsked(question, place))
  return (
    <ActionForm
      action={action}
      submit={t('save')}
      done={t('saved')}
      hidden={{ ...hidden, version, consentVersion: exercise.consentVersion }}
      className="gap-6"
    >
      <Section title={t('you')} lead={t('youLead')}>
        <YouFields part={part} />
      </Section>
      {asked.length > 0 ? (
        <Section title={t('questions')} lead={t('questionsLead')}>
          <AnswerFields questions={asked} values={answers} place={place} />
        </Section>
      ) : null}
      <Section title={t('needs.title')} lead={t('needs.lead')}>
        <NeedsFields needs={needs} frame={startexFrame(exercise)} viewer={part.homeTimeZone} />
      </Section>
      {asksConsent(exercise) ? (
        <Section title={t('consent.title')}>
          <ConsentSection consent={exercise} writable {...{ agreement, agreed }} />
        </Section>
      ) : null}
    </ActionForm>
  )
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-line border-t pt-4 first-of-type:border-t-0 first-of-type:pt-0">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {lead ? <p className="max-w-prose text-muted text-note">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}

function YouFields({ part }: { part: OwnPart }) {
  const t = useTranslations('delegation.field')
  const own = useTranslations('ownPart')
  const { familyName, givenName, nativeName, homeTimeZone, languages } = part
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="familyName"
        label={t('familyName')}
        required
        maxLength={120}
        autoComplete="family-name"
        defaultValue={familyName}
      />
      <TextField
        name="givenName"
        label={t('givenName')}
        required
        maxLength={120}
        autoComplete="given-name"
        defaultValue={givenName}
      />
      <TextField
        name="nativeName"
        label={t('nativeName')}
        description={own('nativeHint')}
        maxLength={120}
        autoComplete="off"
        defaultValue={nativeName}
      />
      <ZoneField
        name="homeTimeZone"
        label={t('homeTimeZone')}
        description={own('zoneHint')}
        required
        defaultValue={homeTimeZone}
      />
      <TextField
        name="languages"
        label={t('languages')}
        description={t('languagesHint')}
        maxLength={400}
        autoComplete="off"
        defaultValue={languages.join(', ')}
      />
    </div>
  )
}
