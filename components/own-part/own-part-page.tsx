import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ServerWrite } from '@/components/outcome'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { agreementOf } from '@/lib/consent/rules'
import { partnerName } from '@/lib/countries/rules'
import { missingOf } from '@/lib/questions/rules'
import type { OwnPart } from '@/lib/registrations/own-part/queries'
import { ownPartProblem } from '@/lib/registrations/own-part/rules'
import { formatInstant, type TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { OwnPartFacts } from './own-part-facts'
import { OwnPartForm } from './own-part-form'
import { OwnPartHead } from './own-part-head'

type Props = {
  part: OwnPart
  action: ServerWrite
  hidden: { [name: string]: string }
  askedBy: string | null
  now: Instant
  locale: TimeLocale
  /** above everything: the choice of language */
  top?: ReactNode
}

/** The own part of one registration, whichever way the person has come: what is asked, what is missing, until when. */
export function OwnPartPage({ part, action, hidden, askedBy, now, locale, top }: Props) {
  const t = useTranslations('ownPart')
  const { exercise, door, state, filledAt, agreedAt, homeTimeZone: timeZone } = part
  const say = (at: Instant) => formatInstant(at, { timeZone, locale, style: 'dateTime' })
  const problem = ownPartProblem(door, state, now)
  const agreement = agreementOf(part.agreedVersion, exercise)
  const missing = missingOf(part.questions, part, part.answers)
  const agreed = agreedAt === null ? null : say(agreedAt)
  const { editUntil } = door.window
  return (
    <div className="grid gap-4">
      {top}
      <PageHeader title={t('title', { exercise: exercise.name })} />
      <Panel>
        <OwnPartHead part={part} nation={partnerName(part.partner, locale)} askedBy={askedBy} />
      </Panel>
      {problem ? (
        <Callout tone="warn" title={t('readOnly')}>
          {t(`shut.${problem}`)}
        </Callout>
      ) : (
        <Progress
          filled={filledAt === null ? null : say(filledAt)}
          missing={missing.map(({ wording }) => wording)}
          agreed={agreement === 'present' || agreement === 'not_asked'}
          until={editUntil === null ? null : say(editUntil)}
        />
      )}
      <Panel>
        {problem ? (
          <OwnPartFacts {...{ part, agreement, agreed, locale }} />
        ) : (
          <OwnPartForm {...{ part, action, hidden, agreement, agreed }} />
        )}
      </Panel>
    </div>
  )
}

type ProgressProps = { filled: string | null; missing: string[]; agreed: boolean; until: string | null }

function Progress({ filled, missing, agreed, until }: ProgressProps) {
  const t = useTranslations('ownPart')
  const last = until ? <p>{t('until', { date: until })}</p> : null
  if (filled === null) return <Callout title={t('toFill')}>{last}</Callout>
  if (missing.length === 0 && agreed) {
    return (
      <Callout tone="good" title={t('finished', { date: filled })}>
        {last}
      </Callout>
    )
  }
  return (
    <Callout tone="warn" title={t('unfinished', { date: filled })}>
      <ul className="list-disc pl-5">
        {missing.map(wording => (
          <li key={wording}>
            <bdi>{wording}</bdi>
          </li>
        ))}
        {agreed ? null : <li>{t('consent.missing')}</li>}
      </ul>
      {last}
    </Callout>
  )
}
