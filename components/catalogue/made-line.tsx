import { useTranslations } from 'next-intl'
import type { Bringing } from '@/lib/catalogue/bringing/rules'

/** What would be made, in numbers. */
export function MadeLine({ plan, serials }: { plan: Bringing; serials: readonly string[] }) {
  const t = useTranslations('catalogue')
  const { injects, storyline, incidents, personas, modes, gates, left } = plan
  const counts = {
    ...{ incidents: incidents.length, personas: personas.length, modes: modes.length, gates: gates.length },
    storylines: storyline ? 1 : 0,
    left: left.length,
  }
  const keys = (['storylines', 'incidents', 'personas', 'modes', 'gates', 'left'] as const).filter(
    key => counts[key] > 0,
  )
  return (
    <div className="grid gap-1">
      <p className="font-semibold tabular">
        {t('serialsToCome', { count: injects.length, first: serials[0] ?? '', last: serials.at(-1) ?? '' })}
      </p>
      {keys.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {keys.map(key => (
            <li key={key}>{t(`made.${key}`, { count: counts[key] })}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
