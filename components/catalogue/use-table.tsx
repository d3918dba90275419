import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { TextLink } from '@/components/ui/text-link'
import type { CatalogueEntryView } from '@/lib/catalogue/queries'

/** In which exercises injects of an entry are; those in which the reader has no part are a number. */
export function UseTable({ entry }: { entry: CatalogueEntryView }) {
  const t = useTranslations('catalogue')
  const { uses, usesElsewhere } = entry
  if (uses.length === 0 && usesElsewhere === 0) return <p className="text-muted">{t('unused')}</p>
  return (
    <div className="grid gap-2">
      {uses.length > 0 ? (
        <DataTable
          caption={t('usesOf', { name: entry.name })}
          rows={uses}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'code',
              header: t('exercise'),
              names: true,
              cell: ({ code, name }) => (
                <TextLink
                  href={`/exercises/${code}/scenario`}
                  className="inline-flex min-h-target items-center gap-2"
                >
                  <span className="font-mono">{code}</span> {name}
                </TextLink>
              ),
            },
            { id: 'injects', header: t('injects'), numeric: true, cell: ({ injects }) => injects },
            { id: 'number', header: t('latest'), cell: ({ number }) => t('versionNumber', { number }) },
          ]}
        />
      ) : null}
      {usesElsewhere > 0 ? (
        <p className="text-muted">{t('usesElsewhere', { count: usesElsewhere })}</p>
      ) : null}
    </div>
  )
}
