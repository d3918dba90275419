import { z } from 'zod'
import { optionalLine, textField } from '@/lib/text'
import { type BuiltInField, type FieldValue, injectKinds, partyOf, tlpLabels } from '../rules'

const reference = z.uuid({ error: 'not_found' }).nullable()
const score = z.int({ error: 'not_a_number' }).min(-100_000).max(100_000).nullable()

/** Without repetition, in the order given. */
function codes(form: RegExp, most: number) {
  return z
    .array(z.string().trim().toUpperCase().regex(form, 'code_unknown_form'))
    .max(most, 'too_many')
    .transform(list => [...new Set(list)])
}

const parties = z
  .array(z.string().refine(ref => partyOf(ref) !== null, 'not_found'))
  .max(100, 'too_many')
  .transform(list => [...new Set(list)])

/** What each field of an inject may hold; times and lengths as typed, which `judgeEdit` reads. */
export const valueSchemas = {
  kind: z.enum(injectKinds),
  title: optionalLine(300),
  text: textField(20_000),
  storylineId: reference,
  incidentId: reference,
  deliveryModeId: reference,
  start: optionalLine(2000),
  waits: optionalLine(2000),
  duration: optionalLine(200),
  scenarioAt: optionalLine(200),
  phaseId: reference,
  controllerId: reference,
  reviewerId: reference,
  trigger: textField(2000),
  expectedAction: textField(4000),
  measure: textField(2000),
  scoreLeast: score,
  scoreMost: score,
  notes: textField(8000),
  tlp: z.enum(tlpLabels).nullable(),
  releasableTo: optionalLine(300),
  keptToKindId: reference,
  techniques: codes(/^T\d{4}(?:\.\d{3})?$/, 50),
  cves: codes(/^CVE-\d{4}-\d{4,7}$/, 50),
  cwes: codes(/^CWE-\d{1,5}$/, 50),
  from: parties,
  to: parties,
  objectives: z
    .array(z.uuid({ error: 'not_found' }))
    .max(100, 'too_many')
    // Without an order of their own; one that is always the same tells equal from changed.
    .transform(list => [...new Set(list)].sort()),
} satisfies Record<BuiltInField, z.ZodType<FieldValue>>

/** What a column of the exercise's own holds, as text; its kind judges further. */
export const columnValueSchema = textField(4000)
