import type { getTranslations } from 'next-intl/server'
import { audiences } from '@/lib/schedule/kinds/rules'
import { dateNames, type TimeLocale } from '@/lib/time-names'
import { itemKinds } from '@/lib/timeline/columns/rules'
import { groupings } from '@/lib/timeline/lanes/rules'
import { type BoardWords, plainWords, templates, terms } from './words'

export type Translate = Awaited<ReturnType<typeof getTranslations>>

/** An object with a value for each of some names. */
function each<Name extends string>(
  names: readonly Name[],
  say: (name: Name) => string,
): Record<Name, string> {
  // The compiler does not know that a list has every name of its own type.
  return Object.fromEntries(names.map(name => [name, say(name)])) as Record<Name, string>
}

/** Made by the server once a page. `t` speaks the namespace `timeline`. */
export function boardWords(t: Translate, locale: TimeLocale): BoardWords {
  const { months, longMonths, weekdays } = dateNames[locale]
  const open = new Map(
    templates.map(([name, values]) => [name, Object.fromEntries(values.map(one => [one, `{${one}}`]))]),
  )
  return {
    ...each(plainWords, name => t(name)),
    ...each(
      templates.map(([name]) => name),
      name => t(name, open.get(name)),
    ),
    kinds: each(itemKinds, kind => t(`kinds.${kind}`)),
    kind: each(itemKinds, kind => t(`kind.${kind}`)),
    groupings: each(groupings, by => t(`lanes.${by}`)),
    terms: each(terms, term => t(`terms.${term}`)),
    audience: each(audiences, audience => t(`audience.${audience}`)),
    names: { months, longMonths, weekdays, quarter: t('quarter', { n: '{n}' }) },
  }
}
