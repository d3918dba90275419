import type { useTranslations } from 'next-intl'
import { agreementOf } from '@/lib/consent/rules'
import { hasEnded, progressOf } from '@/lib/registrations/own-part/rules'
import type { ListedRegistration } from '@/lib/registrations/queries'

export type SayOwn = ReturnType<typeof useTranslations<'ownPart.line'>>

/** How far somebody is with the own part, where anything is asked at all. */
export function ownWords(person: ListedRegistration, t: SayOwn): string | null {
  if (hasEnded(person.state)) return null
  const agreement = agreementOf(person.agreedVersion, person)
  const progress = progressOf({ ...person, agreement })
  const words = [
    progress === 'not_asked' ? null : t(progress),
    person.missing > 0 ? t('missing', { count: person.missing }) : null,
    agreement === 'older' ? t('older') : null,
  ].filter(word => word !== null)
  return words.length > 0 ? words.join(' · ') : null
}
