import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/control'
import type { Check, Finding } from '@/lib/clashes/plan/rules'

type Props = {
  href: string
  chosen: Check | null
  groups: ReadonlyMap<Check, readonly Finding[]>
}

/** The checks that found something, each with how much; chosen, it stands alone. */
export function CheckChoice({ href, chosen, groups }: Props) {
  const t = useTranslations('clashes')
  const total = [...groups.values()].reduce((sum, all) => sum + all.length, 0)
  return (
    <nav aria-label={t('kinds')} className="print:hidden">
      <ul className="flex flex-wrap gap-1.5">
        <li>
          <ChoiceLink href={href} current={chosen === null} label={t('all')} count={total} />
        </li>
        {[...groups].map(([check, { length }]) => (
          <li key={check}>
            <ChoiceLink
              href={`${href}?check=${check}`}
              current={check === chosen}
              label={t(`checks.${check}.title`)}
              count={length}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** One of several ways to look at a list, with how much there is of it. */
export function ChoiceLink({
  href,
  current,
  label,
  count,
}: {
  href: string
  current: boolean
  label: string
  count: number
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className={classes(
        'inline-flex min-h-target items-center gap-1.5 rounded-full border px-2.5 text-note',
        current
          ? 'border-accent bg-accent-soft font-semibold text-ink'
          : 'border-line bg-sheet text-muted hover:border-edge hover:text-ink',
      )}
    >
      {label}
      <span className="font-mono tabular">{count}</span>
    </Link>
  )
}
