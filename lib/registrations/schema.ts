import { z } from 'zod'
import { nationName } from '@/lib/countries/rules'
import { answersField } from '@/lib/questions/schema'
import { emailField, emptyAsNull, lineField, optionalLine, seenFields } from '@/lib/text'
import { zoneField } from '@/lib/time-typed'
import { languagesIn, registrationStates } from './rules'

const inExercise = { exerciseId: z.uuid() }
const inDelegation = { ...inExercise, participationId: z.uuid() }

/** How many people one action moves: a delegation of Locked Shields' size, with room. */
const mostAtOnce = 500

const registrationIds = z
  .array(z.uuid())
  .min(1, 'choose_people')
  .max(mostAtOnce, 'too_many')
  .transform(ids => [...new Set(ids)].sort())

/** Typed as one line, or given as a list; at most ten, of forty characters each. */
const languagesField = z.preprocess(
  value => (typeof value === 'string' ? languagesIn(value) : value),
  z.array(lineField(40)).max(10, 'too_many'),
)

/** What is a person's own to say: the delegation writes it first, the person may correct it. */
export const ownFields = {
  givenName: lineField(120),
  familyName: lineField(120),
  /** the name in the person's own script */
  nativeName: optionalLine(120),
  homeTimeZone: zoneField,
  languages: languagesField,
}

/** What a delegation writes about a person. */
const writtenFields = {
  email: emailField,
  ...ownFields,
  companyId: emptyAsNull(z.uuid()),
  roleId: z.uuid('required'),
  /** the team wanted, until the organiser confirms one */
  teamId: emptyAsNull(z.uuid()),
  siteId: emptyAsNull(z.uuid()),
  presence: z.enum(['on_site', 'remote'], 'required'),
  /** the last day for which the nation vouches for the clearance; never a document */
  clearanceUntilOn: emptyAsNull(z.iso.date('not_a_date')),
}
export type Written = z.output<z.ZodObject<typeof writtenFields>>

/** An ISO 3166 alpha-3 code; an organisation's people have a home nation too. */
const homeNation = lineField(8).refine(code => nationName(code, 'en') !== null, 'nation_unknown')

/** One person as the form and a roster's row name them. */
export const nomineeSchema = z.object({ ...writtenFields, homeNation })

/** Whose people alone a company's contact acts on; absent for whoever speaks for the nation or the organisers. */
const ofCompany = { ofCompany: z.uuid().optional() }

export const nominateSchema = z.object({
  ...inDelegation,
  ...ofCompany,
  ...nomineeSchema.shape,
  answers: answersField,
})

export const editRegistrationSchema = z.object({
  ...inDelegation,
  ...ofCompany,
  registrationId: z.uuid(),
  ...seenFields,
  ...writtenFields,
  answers: answersField,
})

const reasonLine = optionalLine(500)

/** What becomes of people for whom no place is free: nothing, or they wait, each alone or all together. */
const whenFull = ['refuse', 'wait', 'wait_together'] as const
export type WhenFull = (typeof whenFull)[number]

export const submitSchema = z.object({
  ...inDelegation,
  registrationIds,
  whenFull: z.enum(whenFull).default('refuse'),
  /** why they come after the window has closed */
  lateReason: emptyAsNull(lineField(500)),
})
export const endorseSchema = z.object({ ...inDelegation, registrationIds })
export const withdrawSchema = z.object({ ...inDelegation, registrationIds, reason: reasonLine.optional() })
export const setBackSchema = z.object({ ...inDelegation, registrationIds, reason: reasonLine.optional() })
export const reopenSchema = z.object({ ...inDelegation, registrationIds })
export const wishTeamSchema = z.object({ ...inDelegation, registrationIds, teamId: emptyAsNull(z.uuid()) })
export const discardSchema = z.object({ ...inDelegation, ...ofCompany, registrationIds })

export const confirmSchema = z.object({
  ...inExercise,
  registrationIds,
  /** one team for all of them; null seats each in the team wanted */
  teamId: emptyAsNull(z.uuid()),
})
export const moveSchema = z.object({
  ...inExercise,
  registrationIds,
  teamId: z.uuid('required'),
  /** seats that fall under their least were named, and that is meant */
  acceptUnderLeast: z.boolean().default(false),
})
export const waitlistSchema = z.object({ ...inExercise, registrationIds, reason: reasonLine.optional() })
export const prioritySchema = z.object({
  ...inExercise,
  registrationIds,
  /** higher comes first, whoever waits longer */
  priority: z.coerce.number().int().min(0).max(9),
})
export const waitSinglySchema = z.object({ ...inDelegation, registrationIds })
export const declineSchema = z.object({ ...inExercise, registrationIds, reason: lineField(500) })

/** People on one page of a list. */
export const pageSize = 50

/** People on one page of a delegation's own list: all of them, in any delegation that was ever seen. */
export const delegationPage = mostAtOnce

const listSorts = ['name', 'nation', 'role', 'team', 'company', 'state', 'changed'] as const
export type ListSort = (typeof listSorts)[number]

const idOrNone = z.union([z.uuid(), z.literal('none')])
const or = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null).default(null)

/** Not filled in by the person, a required answer missing, agreed to a text that has changed since. */
export const ownFilters = ['unfilled', 'unanswered', 'older'] as const

/** What a list of people is narrowed and ordered by, as it stands in the address: whatever makes no sense is left out. */
export const listFilterSchema = z.object({
  state: or(z.enum(registrationStates)),
  nation: or(z.uuid()),
  role: or(z.uuid()),
  team: or(idOrNone),
  company: or(idOrNone),
  /** those who came after the window: only the undecided, unless a state is named; or those who hold a seat */
  queue: or(z.enum(['late', 'seated'])),
  /** how far people are with the own part; nobody who was declined or withdrawn */
  own: or(z.enum(ownFilters)),
  q: or(optionalLine(100)),
  sort: or(z.enum(listSorts)),
  order: or(z.enum(['asc', 'desc'])),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ListFilter = z.output<typeof listFilterSchema>
