import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { makeExercise } from '@/prisma/factories'

/** An exercise with its planner, one beside it, and those whom planning it is no business of. */
export async function setting() {
  const [exercise, other] = [await makeExercise(), await makeExercise()]
  return {
    exercise,
    other,
    planner: await staffOf(exercise, 'planner'),
    outsiders: [
      await contactOf(await makeParticipation(exercise)),
      await staffOf(exercise, 'registrar'),
      await staffOf(other, 'planner'),
    ],
    base: () => ({ exerciseId: exercise.id }),
  }
}
