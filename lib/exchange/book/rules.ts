import { gateName } from '@/lib/logic/notation/rules'
import type { DocumentInject, ExerciseDocument, Party } from '../document/schema'

/** Injects of one part of a book: a megabyte of page, and what a binder holds. */
const mostInPart = 500

export type BookPart = { part: number; parts: number; injects: DocumentInject[] }

/** One part of a long book, from 1; the first where nothing or nonsense was asked. */
export function partOfBook(injects: readonly DocumentInject[], asked: unknown): BookPart {
  const parts = Math.max(1, Math.ceil(injects.length / mostInPart))
  const wanted = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 1
  const part = Math.min(parts, Math.max(1, wanted))
  return { part, parts, injects: injects.slice((part - 1) * mostInPart, part * mostInPart) }
}

type Named = { id: string; name: string }
type Played = {
  document: ExerciseDocument
  controllerOf: ReadonlyMap<string, Named>
}

/** Lists for people name who plays an inject; a document for machines does not. */
export function withControllers({ document, controllerOf }: Played): ExerciseDocument {
  const injects = document.scenario.injects.map(inject => ({
    ...inject,
    controller: controllerOf.get(inject.id)?.name ?? '',
  }))
  return { ...document, scenario: { ...document.scenario, injects } }
}

/** Whose book: one controller's, one team's as sender or recipient, else everybody's. */
export type BookOf = { kind: 'controller' | 'team'; id: string } | null

/** `controller:<id>` or `team:<id>`; null for anything else. */
export function bookOf(text: unknown): BookOf {
  const [, kind, id] = /^(controller|team):([0-9a-f-]{36})$/.exec(typeof text === 'string' ? text : '') ?? []
  return id !== undefined && (kind === 'controller' || kind === 'team') ? { kind, id } : null
}

/** The controllers and teams that have a book, by name. */
export function booksIn({ document, controllerOf }: Played): { controllers: Named[]; teams: Named[] } {
  const controllers = new Map([...controllerOf.values()].map(person => [person.id, person]))
  const used = new Set(document.scenario.injects.flatMap(inject => teamsOf(inject)))
  return {
    controllers: [...controllers.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    teams: document.teams.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name })),
  }
}

function teamsOf({ from, to }: DocumentInject): string[] {
  return [...from, ...to].flatMap((party: Party) => (party.kind === 'team' ? [party.id] : []))
}

/** The injects of a book, in the order of the document. */
export function injectsOfBook({ document, controllerOf }: Played, of: BookOf): DocumentInject[] {
  return document.scenario.injects.filter(inject => {
    if (of === null) return true
    return of.kind === 'controller'
      ? controllerOf.get(inject.id)?.id === of.id
      : teamsOf(inject).includes(of.id)
  })
}

/** Names of a document's entries by their ids, whichever list they are in. */
export function namesIn({ teams, roles, phases, scenario }: ExerciseDocument): ReadonlyMap<string, string> {
  const named: readonly Named[] = [
    ...[...teams, ...roles, ...phases],
    ...[...scenario.storylines, ...scenario.incidents, ...scenario.modes, ...scenario.personas],
  ]
  return new Map([
    ...named.map(({ id, name }): [string, string] => [id, name]),
    ...scenario.objectives.map(({ id, number, title }): [string, string] => [id, `${number} ${title}`]),
    ...scenario.gates.map(({ id, number }): [string, string] => [id, gateName(number)]),
    ...scenario.injects.map(({ id, serial }): [string, string] => [id, serial ?? '']),
  ])
}
