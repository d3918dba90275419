import { z } from 'zod'

const mostAtOnce = 500

const people = {
  exerciseId: z.uuid(),
  participationId: z.uuid(),
  registrationIds: z
    .array(z.uuid())
    .min(1, 'choose_people')
    .max(mostAtOnce, 'too_many')
    .transform(ids => [...new Set(ids)].sort()),
}

export const sendLinksSchema = z.object(people)
export const revokeLinksSchema = z.object(people)

/** The registration whose link was opened, as the link itself says. */
export const openedSchema = z.object({
  exerciseId: z.uuid(),
  participationId: z.uuid(),
  registrationId: z.uuid(),
})

const token = z.string().min(1).max(200)

export const openLinkSchema = z.object({ token })

/** What else the form sends is judged by the schema of the deed itself. */
export const fillByLinkSchema = z.looseObject({ token })
