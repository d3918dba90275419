import Link from 'next/link'
import { useTranslations } from 'next-intl'

export type Crumb = { label: string; href?: string }

/** The way here; the last entry is the page itself and needs no address. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('breadcrumbs')} className="text-note print:hidden">
      <ol className="flex flex-wrap gap-x-1.5">
        {items.map((item, index) => (
          <li key={item.label} className="flex items-center gap-1.5 text-muted">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {item.href ? (
              <Link
                href={item.href}
                prefetch={false}
                className="inline-block min-h-6 py-0.5 hover:text-ink hover:underline"
              >
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" className="py-0.5">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
