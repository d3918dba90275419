import { dateOf, type Instant } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Exercise, Partner, Programme, Series } from '../client/client'
import { home } from './moments'
import { demoPartners } from './nations'
import { endexOffset } from './phases'
import { type Making, put } from './world'

export function addProgramme({ world, random, dates }: Making): Programme {
  return put(world.Programme, {
    id: random.id(),
    code: 'LANTERN',
    name: 'Lantern exercise programme',
    host: 'Harbour Centre for Cyber Exercises',
    city: 'Tallinn',
    timeZone: home,
    createdAt: dateOf(dates.now - 900 * DAY),
  })
}

export function addSeries(
  { world, random }: Making,
  programme: Programme,
  code: string,
  name: string,
): Series {
  return put(world.Series, { id: random.id(), programmeId: programme.id, code, name })
}

type Edition = Pick<Exercise, 'code' | 'name' | 'status' | 'summary'> &
  Partial<Pick<Exercise, 'tlp' | 'clonedFromId' | 'lateRegistration' | 'version'>> & { startexAt: Instant }

export function addExercise({ world, random }: Making, series: Series, edition: Edition): Exercise {
  return put(world.Exercise, {
    id: random.id(),
    programmeId: series.programmeId,
    seriesId: series.id,
    venue: 'Harbour Hall, Tallinn',
    timeZone: home,
    endexOffset,
    tlp: 'green',
    lateRegistration: false,
    reminderDays: [14, 3, 1],
    ...{ consentText: '', consentVersion: 0, legalBasis: null, legalBasisNote: '' },
    ...{ dataController: '', dataContact: '' },
    mailName: series.name,
    mailReplyTo: null,
    retentionDays: 365,
    embedHosts: [],
    mailFooter: 'Registration desk, Harbour Hall, Tallinn.',
    clonedFromId: null,
    version: 1,
    ...edition,
    startexAt: dateOf(edition.startexAt),
    createdAt: dateOf(edition.startexAt - 355 * DAY),
  })
}

/** Those who deal with the programme, whether or not they join an exercise. */
export function addPartners({ world, random }: Making, programme: Programme): Partner[] {
  return demoPartners.map(({ code, name, kind, zones, state }) =>
    put(world.Partner, {
      id: random.id(),
      programmeId: programme.id,
      kind,
      code,
      name,
      timeZone: zones[0] ?? null,
      state: state === 'observer' || state === 'in_contact' ? state : 'confirmed',
      version: 1,
    }),
  )
}
