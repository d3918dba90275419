import { namesOf } from '@/lib/clashes/whole/names/queries'
import { partnerName } from '@/lib/countries/rules'
import type { Locale } from '@/lib/locale'
import { getPreview, type NamedPreview } from '@/lib/moves/queries'
import type { Operation } from '@/lib/moves/schema'
import { listNations } from '@/lib/nations/queries'
import type { Actor } from '@/lib/policy'
import type { Instant } from '@/lib/time-zones'

/** A preview with what its clashes are about called by its name, for the page and for the dialog. */
export async function namedPreview(
  actor: Actor,
  exerciseId: string,
  operation: Operation,
  at: { now: Instant; locale: Locale },
): Promise<NamedPreview | null> {
  const preview = await getPreview(actor, exerciseId, operation, at)
  if (preview === null) return null
  const { made, mended } = preview.clashes
  const refs = [...made.first, ...mended.first].flatMap(({ about }) => about)
  if (refs.length === 0) return { ...preview, names: {} }
  const [nameOf, nations] = await Promise.all([
    namesOf(exerciseId, refs),
    refs.some(({ kind }) => kind === 'delegation') ? listNations(actor, exerciseId) : [],
  ])
  const inLanguage = new Map(nations.map(nation => [nation.id, partnerName(nation, at.locale)]))
  const names = refs.map(ref => [ref.id, inLanguage.get(ref.id) ?? nameOf(ref).name])
  return { ...preview, names: Object.fromEntries(names) }
}
