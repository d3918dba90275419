/** Rows of a scenario for tests, benches and seeds; see `factories.ts`. */
import type { CatalogueEntry, Exercise, Inject, Prisma, Storyline } from './client/client'
import { factoryDb, type Given, nextNumber } from './factories'

type Owner = Pick<Exercise, 'id'>

export function makeInject(
  exercise: Owner,
  given: Given<Prisma.InjectUncheckedCreateInput, 'exerciseId'> = {},
): Promise<Inject> {
  const n = nextNumber()
  return factoryDb().inject.create({
    data: { exerciseId: exercise.id, serial: `0.${n}`, title: `Inject ${n}`, ...given },
  })
}

export function makeStoryline(
  exercise: Owner,
  given: Given<Prisma.StorylineUncheckedCreateInput, 'exerciseId'> = {},
): Promise<Storyline> {
  const n = nextNumber()
  return factoryDb().storyline.create({
    data: { exerciseId: exercise.id, number: n, name: `Storyline ${n}`, ...given },
  })
}

export function makePersona(exercise: Owner, name: string) {
  return factoryDb().persona.create({ data: { exerciseId: exercise.id, name } })
}

/** An entry of the catalogue that says nothing yet. */
export function makeEntry(
  { id: exerciseId, programmeId }: { id: string; programmeId: string },
  given: Given<Prisma.CatalogueEntryUncheckedCreateInput, 'exerciseId' | 'programmeId'> = {},
): Promise<CatalogueEntry> {
  return factoryDb().catalogueEntry.create({
    data: { exerciseId, programmeId, kind: 'inject', name: `Entry ${nextNumber()}`, tlp: 'green', ...given },
  })
}
