import { z } from 'zod'
import { companyKinds } from '@/lib/companies/schema'
import { legalBases } from '@/lib/consent/rules'
import { frameSource } from '@/lib/exercises/embedding/rules'
import { questionKinds } from '@/lib/questions/rules'
import { disciplines, frameworks, presences } from '@/lib/roles/schema'
import { activityKinds, audiences, gates } from '@/lib/schedule/kinds/rules'
import {
  count,
  documentMomentSchema,
  id,
  instant,
  line,
  list,
  optionalId,
  optionalMoment,
  zone,
} from '../pieces/schema'
import { tlps } from '../scenario/schema'

/** What the exercise is and what it tells people. How far it has come is no part of its plan. */
export const exercise = z.strictObject({
  code: line(16),
  name: line(200),
  startexAt: instant,
  timeZone: zone,
  /** seconds from STARTEX */
  endexOffset: z.int(),
  venue: line(200).default(''),
  tlp: z.enum(tlps).default('green'),
  summary: line(4000).default(''),
  lateRegistration: z.boolean().default(false),
  reminderDays: z.array(z.int().min(0).max(90)).max(6).default([14, 3, 1]),
  consentText: line(8000).default(''),
  legalBasis: z.enum(legalBases).nullable().default(null),
  legalBasisNote: line(500).default(''),
  dataController: line(200).default(''),
  dataContact: line(300).default(''),
  mailName: line(80).default(''),
  mailReplyTo: line(254).nullable().default(null),
  mailFooter: line(500).default(''),
  retentionDays: z.int().min(30).max(3650).default(365),
  /** whose pages may show the public timeline in a frame */
  embedHosts: z
    .array(line(300).refine(host => frameSource(host) === host, 'not_a_host'))
    .max(20)
    .default([]),
})

export const phase = z.strictObject({
  id,
  name: line(200),
  audience: z.enum(audiences).default('participants'),
  start: optionalMoment,
  end: optionalMoment,
})

const length = count.nullable().default(null)
const agendaItem = z.strictObject({
  title: line(200),
  place: line(200).default(''),
  link: line(500).default(''),
  start: documentMomentSchema,
  durationSeconds: length,
})
const leg = z.strictObject({
  from: line(200).default(''),
  to: line(200),
  start: documentMomentSchema,
  durationSeconds: length,
  transport: line(200).default(''),
  note: line(1000).default(''),
})
/** Places on site, remote, or of one nation; without a size there is no limit. */
const places = z.strictObject({
  presence: z.enum(presences).nullable().default(null),
  nation: optionalId,
  size: count.nullable().default(null),
})
const signUp = z.strictObject({
  open: z.boolean().default(true),
  by: z.enum(['nation', 'person']).default('nation'),
  nationPlaces: count.nullable().default(null),
  opens: optionalMoment,
  closes: optionalMoment,
})

/** A conference, a deadline, a briefing… with its programme and its itinerary, but without speakers and hosts. */
export const activity = z.strictObject({
  id,
  kind: z.enum(activityKinds),
  gate: z.enum(gates).nullable().default(null),
  title: line(200),
  description: line(4000).default(''),
  audience: z.enum(audiences),
  phase: optionalId,
  team: optionalId,
  start: documentMomentSchema,
  durationSeconds: z.int().min(0).max(316_224_000).nullable().default(null),
  days: count.nullable().default(null),
  place: line(200).default(''),
  link: line(500).default(''),
  signUp: signUp.nullable().default(null),
  places: list(places, 1000),
  agenda: list(agendaItem, 1000),
  legs: list(leg, 1000),
})

export const site = z.strictObject({
  id,
  name: line(200),
  place: line(200).default(''),
  timeZone: zone,
  remote: z.boolean(),
  capacity: count.nullable().default(null),
})
export const teamKind = z.strictObject({
  id,
  name: line(60),
  letter: line(4),
  colour: line(7),
  trained: z.boolean().default(false),
})
export const team = z.strictObject({
  id,
  name: line(120),
  number: count.nullable().default(null),
  kind: optionalId,
  parent: optionalId,
  site: optionalId,
})
export const role = z.strictObject({
  id,
  name: line(120),
  discipline: z.enum(disciplines),
  presence: z.enum(presences),
  framework: z.enum(frameworks).nullable().default(null),
  frameworkCode: line(40).nullable().default(null),
  frameworkVersion: line(20).nullable().default(null),
})
export const seat = z.strictObject({ team: id, role: id, least: count.default(0), most: count })

const crew = z.int().min(1).max(26)
const atOnce = z.int().min(1).max(200)
/** A watch rotation, without its people; crews are counted from 1. */
export const rota = z.strictObject({
  id,
  name: line(120),
  team: id,
  role: optionalId,
  phase: optionalId,
  start: documentMomentSchema,
  end: documentMomentSchema,
  lengthSeconds: z.int().min(900).max(172_800),
  handoverSeconds: z.int().min(0).max(86_400).default(0),
  crews: crew.default(2),
  places: atOnce.default(1),
})
/** One of a rota's or of a team's alone, without who stands it. `made`: as its rota made it, edited by nobody since. */
export const shift = z.strictObject({
  rota: optionalId,
  team: id,
  role: optionalId,
  crew: crew.nullable().default(null),
  title: line(200).default(''),
  note: line(1000).default(''),
  start: documentMomentSchema,
  durationSeconds: z.int().min(60).max(604_800),
  places: atOnce.default(1),
  made: z.boolean().default(false),
})
const minute = z.int().min(0).max(1439)
/** How much duty the exercise asks of one person. */
export const rest = z
  .strictObject({
    leastRestMinutes: z.int().min(0).max(2880),
    mostDutyMinutes: z.int().min(60).max(1440),
    mostNights: z.int().min(0).max(30),
    nightFromMinute: minute,
    nightToMinute: minute,
  })
  .refine(({ nightFromMinute, nightToMinute }) => nightFromMinute !== nightToMinute, 'night_has_no_length')

/** Asked of everybody, or in these roles at these sites alone. */
export const question = z.strictObject({
  kind: z.enum(questionKinds),
  wording: line(300),
  help: line(500).default(''),
  required: z.boolean().default(false),
  options: list(line(200), 50),
  roles: list(id, 1000),
  sites: list(id, 1000),
})

/**
 * A nation, an organisation or a fictional state by its code: with the size of its delegation, or (not `invited`) only
 * because an activity has places for it.
 */
export const nation = z.strictObject({
  id,
  kind: z.enum(['nation', 'organisation', 'fictional']),
  code: line(16),
  name: line(200),
  timeZone: zone.nullable().default(null),
  invited: z.boolean().default(true),
  quotas: list(z.strictObject({ role: optionalId, site: optionalId, size: count }), 1000),
  companies: list(z.strictObject({ kind: z.enum(companyKinds), name: line(200) }), 1000),
  teams: list(id, 1000),
  dates: list(z.strictObject({ gate: z.enum(gates), start: documentMomentSchema }), 3),
})

/** What a heading of an imported list was said to mean; with a colon before it, what its times mean. */
export const importWord = z.strictObject({ word: line(200), meaning: line(64) })
/** A small file of an inject, in base64. */
export const file = z.strictObject({ inject: id, name: line(200), content: z.base64().max(1_400_000) })
