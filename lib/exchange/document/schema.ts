import { z } from 'zod'
import { list } from './pieces/schema'
import {
  activity,
  exercise,
  file,
  importWord,
  nation,
  phase,
  question,
  rest,
  role,
  rota,
  seat,
  shift,
  site,
  team,
  teamKind,
} from './plan/schema'
import { scenario } from './scenario/schema'

/**
 * The whole plan of an exercise as one document: everything but people, and nothing of what has happened (its status,
 * places taken, letters, history). Whatever is read becomes one, and whatever is written is made of one. Teams, roles,
 * phases and the like are named by ids that mean something in this document alone. Lists are in order.
 *
 * People are not in it. A sender or recipient who is a registered person is a `person` with a placeholder of words (the
 * role, never the name). `controller` and `reviewer` are the words of the list that it was read from; written by an
 * exercise they are empty, since there they are accounts.
 *
 * Version 2 added to version 1, whose documents are still read: all of the exercise beyond its times; audiences, gates,
 * sign-up, agenda and legs of activities; seats, questions, nations, import words, files; numbers that are given next. Version 3
 * added watch rotas with their shifts, what rest is asked for, and the hosts that may show the timeline.
 */
export const documentFormat = 'startex-exercise'
export const documentVersion = 3

export const documentSchema = z.strictObject({
  format: z.literal(documentFormat),
  version: z.union([z.literal(1), z.literal(2), z.literal(documentVersion)]).transform(() => documentVersion),
  exercise: exercise.nullable().default(null),
  phases: list(phase),
  activities: list(activity),
  sites: list(site),
  teamKinds: list(teamKind),
  teams: list(team),
  roles: list(role),
  seats: list(seat),
  questions: list(question, 1000),
  nations: list(nation, 5000),
  rotas: list(rota, 1000),
  shifts: list(shift, 20_000),
  rest: rest.nullable().default(null),
  importWords: list(importWord, 5000),
  scenario,
  files: list(file, 5000),
})
export type ExerciseDocument = z.infer<typeof documentSchema>
export type DocumentInject = ExerciseDocument['scenario']['injects'][number]
export type Party = DocumentInject['from'][number]
export type DocumentMoment = NonNullable<ExerciseDocument['phases'][number]['start']>
