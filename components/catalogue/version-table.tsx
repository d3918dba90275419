import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { TextLink } from '@/components/ui/text-link'
import type { CatalogueEntryView } from '@/lib/catalogue/queries'
import { formatInstant } from '@/lib/time-format'

type Props = { entry: CatalogueEntryView; href: string; shown: number; timeZone: string }

/** Every version of an entry: when, by whom, from where, and what was different. */
export function VersionTable({ entry, href, shown, timeZone }: Props) {
  const t = useTranslations('catalogue')
  const locale = useLocale()
  const link = 'inline-flex min-h-target items-center'
  return (
    <DataTable
      caption={t('versionsOf', { name: entry.name })}
      rows={entry.versions}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'number',
          header: t('version'),
          names: true,
          cell: ({ number }) => (
            <TextLink
              href={`${href}?version=${number}`}
              aria-current={number === shown ? 'true' : undefined}
              className={link}
            >
              {t('versionNumber', { number })}
            </TextLink>
          ),
        },
        {
          id: 'keptAt',
          header: t('keptAt'),
          cell: ({ keptAt, by }) => (
            <>
              <span className="whitespace-nowrap">
                {formatInstant(keptAt, { timeZone, locale, style: 'dateTime' })}
              </span>
              <span className="block text-muted text-note">{by}</span>
            </>
          ),
        },
        { id: 'from', header: t('from'), mono: true, cell: ({ from }) => from ?? t('elsewhere') },
        { id: 'injects', header: t('injects'), numeric: true, cell: ({ injects }) => injects },
        {
          id: 'note',
          header: t('note'),
          cell: ({ note }) => <span className="wrap-anywhere whitespace-pre-line">{note}</span>,
        },
        {
          id: 'compare',
          header: t('difference'),
          cell: ({ number }) =>
            entry.versions.some(other => other.number === number - 1) ? (
              <TextLink href={`${href}?version=${number}&against=${number - 1}`} className={link}>
                {t('against', { number: number - 1 })}
              </TextLink>
            ) : null,
        },
      ]}
    />
  )
}
