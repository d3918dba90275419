import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'

type Ref = { name: string; when: string | null; href: string | null }

/** As many as one reads; of a deadline's or a crew's there may be a hundred. */
const most = 8

/** Who and what else a clash is about, each with its time and the way to where it can be changed. */
export function ClashRefs({ refs }: { refs: readonly Ref[] }) {
  const t = useTranslations('plan-clashes')
  if (refs.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-4 text-note">
      {refs.slice(0, most).map(({ name, when, href }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two shifts of one name may begin at one time, and nothing here moves
        <li key={at} className="inline-flex min-h-target min-w-0 flex-wrap items-center gap-x-1.5">
          {href === null ? <bdi>{name}</bdi> : <TextLink href={href}>{name}</TextLink>}
          {when === null ? null : <span className="text-muted tabular">{when}</span>}
        </li>
      ))}
      {refs.length > most ? (
        <li className="inline-flex min-h-target items-center text-muted">
          {t('more', { count: refs.length - most })}
        </li>
      ) : null}
    </ul>
  )
}
