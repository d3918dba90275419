import { z } from 'zod'

export const sendAgainSchema = z.object({ mailId: z.uuid() })
