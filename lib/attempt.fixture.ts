import type { z } from 'zod'
import { usualStartexAt as now } from '@/prisma/factories'
import { type Definition, execute } from './action'
import type { Actor } from './policy'

/** One write, ready to be tried by anybody: what a test of several writes by several people is a list of. */
export function attempt<Input extends z.ZodType, Data>(
  { definition }: { definition: Definition<Input, Data> },
  input: unknown,
) {
  return (actor: Actor) => execute(definition, actor, input, now)
}
