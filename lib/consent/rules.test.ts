import { expect, test } from 'vitest'
import { agreementOf, versionAfter } from './rules'

const consent = {
  consentText: 'We keep your name.',
  consentVersion: 2,
  legalBasis: 'public_task' as const,
  legalBasisNote: '',
  dataController: 'Harbour Centre',
  dataContact: 'data@example.org',
}

test('nobody is asked without a text; what was agreed to before it changed is older', () => {
  expect(agreementOf(null, { ...consent, consentText: '' })).toBe('not_asked')
  expect(agreementOf(null, consent)).toBe('not_yet')
  expect(agreementOf(1, consent)).toBe('older')
  expect(agreementOf(2, consent)).toBe('present')
})

test('each change of what people are told is a new version, and nothing changed is none', () => {
  expect(versionAfter(consent, { dataContact: 'other@example.org' })).toBe(3)
  expect(versionAfter(consent, {})).toBe(2)
})

test('a text that goes is no version, and the next one is not one that somebody agreed to', () => {
  expect(versionAfter(consent, { consentText: '' })).toBe(2)
  expect(versionAfter({ ...consent, consentText: '' }, { consentText: 'We keep more.' })).toBe(3)
})
