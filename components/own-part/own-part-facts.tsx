import { useTranslations } from 'next-intl'
import { AnswerFacts } from '@/components/registrations/answer-facts'
import { Facts } from '@/components/ui/facts'
import { type Agreement, asksConsent } from '@/lib/consent/rules'
import type { OwnPart } from '@/lib/registrations/own-part/queries'
import type { TimeLocale } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'
import { ConsentSection } from './consent-section'
import { NeedsFacts } from './needs-facts'

type Props = { part: OwnPart; agreement: Agreement; agreed: string | null; locale: TimeLocale }

/** The own part as it stands, where it can no longer be changed. */
export function OwnPartFacts({ part, agreement, agreed, locale }: Props) {
  const t = useTranslations('ownPart')
  const field = useTranslations('delegation.field')
  const { exercise, questions, answers, needs } = part
  return (
    <div className="grid gap-5">
      <Facts
        items={[
          { term: field('familyName'), value: <bdi>{part.familyName}</bdi> },
          { term: field('givenName'), value: <bdi>{part.givenName}</bdi> },
          { term: field('nativeName'), value: <bdi>{part.nativeName || '–'}</bdi> },
          { term: field('homeTimeZone'), value: zoneCity(part.homeTimeZone) },
          { term: field('languages'), value: part.languages.join(', ') || '–' },
        ]}
      />
      <AnswerFacts questions={questions} values={answers} place={part} locale={locale} />
      <h2 className="font-semibold">{t('needs.title')}</h2>
      <NeedsFacts needs={needs} timeZone={exercise.timeZone} locale={locale} />
      {asksConsent(exercise) ? (
        <>
          <h2 className="font-semibold">{t('consent.title')}</h2>
          <ConsentSection consent={exercise} writable={false} {...{ agreement, agreed }} />
        </>
      ) : null}
    </div>
  )
}
