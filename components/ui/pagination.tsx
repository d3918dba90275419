import { useTranslations } from 'next-intl'
import { LinkButton } from './link-button'

export type PaginationProps = {
  /** From 1. */
  page: number
  pages: number
  hrefFor: (page: number) => string
  /** What is paged through, for screen readers. */
  label: string
}

/** Steps through a long list; absent when all of it is shown. */
export function Pagination({ page, pages, hrefFor, label }: PaginationProps) {
  const t = useTranslations('ui')
  if (pages <= 1) return null
  return (
    <nav aria-label={label} className="flex items-center gap-2 py-2 print:hidden">
      {page > 1 ? (
        <LinkButton href={hrefFor(page - 1)} rel="prev" size="small">
          {t('previous')}
        </LinkButton>
      ) : null}
      <span className="text-muted tabular">{t('pageOf', { page, pages })}</span>
      {page < pages ? (
        <LinkButton href={hrefFor(page + 1)} rel="next" size="small">
          {t('next')}
        </LinkButton>
      ) : null}
    </nav>
  )
}
