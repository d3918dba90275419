import { z } from 'zod'
import { lineField } from '@/lib/text'
import { attackDomains, releaseVersion, techniqueCode } from './rules'

const releaseField = lineField(20).pipe(z.string().regex(releaseVersion, 'attack_version_form'))

const code = z.string().regex(techniqueCode, 'code_unknown_form')
const key = lineField(60)

/** Twice as many as any matrix has had. */
export const addReleaseSchema = z.object({
  domain: z.enum(attackDomains, 'required'),
  release: releaseField,
  tactics: z.array(z.object({ key, name: lineField(80) })).max(60, 'too_many'),
  techniques: z
    .array(
      z.object({
        ...{ code, name: lineField(200), tactics: z.array(key).max(20, 'too_many') },
        ...{ withdrawn: z.boolean(), replacedBy: code.nullable() },
      }),
    )
    .min(1, 'attack_no_techniques')
    .max(2000, 'too_many'),
})
export const removeReleaseSchema = z.object({ releaseId: z.uuid() })

export const chooseReleaseSchema = z.object({
  exerciseId: z.uuid(),
  release: releaseField,
})
