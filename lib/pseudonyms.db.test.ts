import { expect, test } from 'vitest'
import { sql } from './db'

/** Every column that says who somebody is, or may: what becomes of it is decided here, before it is filled. */
const fates = {
  'Account.email': 'the person’s own',
  'Account.name': 'the person’s own',
  'Answer.value': 'goes with the names',
  'Attendance.email': 'goes with the names',
  'Attendance.familyName': 'goes with the names',
  'Attendance.givenName': 'goes with the names',
  'Attendance.lateReason': 'goes with the names',
  'Attendance.nativeName': 'goes with the names',
  'Attendance.stateReason': 'goes with the names',
  'Change.actorLabel': 'an expert’s goes with the name; staff answer for what they did',
  'DoubleVerdict.fingerprint': 'goes with the first of the two names',
  'DoubleVerdict.reason': 'goes with the first of the two names',
  'DeletionRequest.answer': 'goes with the names',
  'DeletionRequest.note': 'goes with the names',
  'Inject.stateReason': 'a planner’s word on an inject, of no expert',
  'Invitation.email': 'goes with the names',
  'Mail.recipient': 'goes with the names, without an exercise after ninety days',
  'Person.email': 'goes with the last exercise that knows it',
  'Person.familyName': 'goes with the last exercise that knows it',
  'Person.givenName': 'goes with the last exercise that knows it',
  'Person.nativeName': 'goes with the last exercise that knows it',
  'Registration.email': 'goes with the names',
  'Registration.familyName': 'goes with the names',
  'Registration.givenName': 'goes with the names',
  'Registration.lateReason': 'goes with the names',
  'Registration.nativeName': 'goes with the names',
  'Registration.stateReason': 'goes with the names',
  'RegistrationNeeds.accessNeeds': 'goes thirty days after ENDEX',
  'RegistrationNeeds.diet': 'goes thirty days after ENDEX',
  'RegistrationNeeds.travelNote': 'goes thirty days after ENDEX',
  'SignUpLink.email': 'goes with the names',
}

test('no column says who somebody is without an end to it', async () => {
  const rows = await sql<{ column: string }[]>`
    SELECT c.relname || '.' || a.attname AS "column" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
       AND (a.attname IN ('email', 'givenName', 'familyName', 'nativeName', 'recipient', 'actorLabel', 'diet', 'accessNeeds',
                          'travelNote', 'phone', 'passport', 'birthOn', 'stateReason', 'lateReason')
            OR (c.relname, a.attname) IN (('Account', 'name'), ('Answer', 'value'), ('DeletionRequest', 'note'),
                                          ('DeletionRequest', 'answer'), ('DoubleVerdict', 'reason'),
                                          ('DoubleVerdict', 'fingerprint')))`
  expect(rows.map(({ column }) => column).sort()).toEqual(Object.keys(fates).sort())
})
