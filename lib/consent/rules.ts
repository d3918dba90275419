/** The bases of Article 6(1) GDPR that an exercise can stand on; vital interests are none of them. */
export const legalBases = [
  'consent',
  'contract',
  'legal_obligation',
  'public_task',
  'legitimate_interest',
] as const
type LegalBasis = (typeof legalBases)[number]

/** What an exercise tells of the processing; version 0 where it has never said anything. */
export type Consent = {
  consentText: string
  consentVersion: number
  legalBasis: LegalBasis | null
  legalBasisNote: string
  dataController: string
  dataContact: string
}

/** Whether people are asked at all. */
export function asksConsent({ consentText }: Pick<Consent, 'consentText'>): boolean {
  return consentText !== ''
}

export type Agreement = 'not_asked' | 'not_yet' | 'older' | 'present'

/** Where somebody stands to the text: what was agreed to before it changed is not agreed to any more. */
export function agreementOf(
  agreedVersion: number | null,
  consent: Pick<Consent, 'consentText' | 'consentVersion'>,
): Agreement {
  if (!asksConsent(consent)) return 'not_asked'
  if (agreedVersion === null) return 'not_yet'
  return agreedVersion === consent.consentVersion ? 'present' : 'older'
}

/** The version after an edit: every change of what people are told is a new one, once there is something to agree to. */
export function versionAfter(before: Consent, changed: Partial<Consent>): number {
  const text = changed.consentText ?? before.consentText
  const differs = Object.keys(changed).length > 0
  return differs && text !== '' ? before.consentVersion + 1 : before.consentVersion
}
