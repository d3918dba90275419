import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { timesIn } from '@/lib/catalogue/content/rules'
import type { CatalogueContent, KeptWait } from '@/lib/catalogue/content/schema'
import { formatDuration } from '@/lib/time-format'

export const injectsOnPage = 100

type Props = { caption: string; content: CatalogueContent; page: number }

/** The injects of an entry in the order in which they happen, counted from the first. */
export function ContentTable({ caption, content, page }: Props) {
  const t = useTranslations('catalogue')
  const kinds = useTranslations('msel.kind')
  const locale = useLocale()
  const times = timesIn(content)
  const from = (page - 1) * injectsOnPage
  const rows = content.injects
    .slice(from, from + injectsOnPage)
    .map((inject, n) => ({ ...inject, n: from + n }))
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ n }) => String(n)}
      columns={[
        { id: 'at', header: t('after'), mono: true, cell: ({ n }) => afterFirst(times[n] ?? null, locale) },
        {
          id: 'title',
          header: t('inject'),
          names: true,
          cell: ({ title, incident }) => (
            <span className="wrap-anywhere">
              <bdi>{title || t('untitled')}</bdi>
              {incident === null ? null : (
                <span className="block font-normal text-muted text-note">
                  <bdi>{content.incidents[incident]?.name}</bdi>
                </span>
              )}
            </span>
          ),
        },
        { id: 'kind', header: t('kindHead'), cell: ({ kind }) => kinds(kind) },
        {
          id: 'parties',
          header: t('fromTo'),
          cell: ({ from: senders, to }) =>
            [senders, to].map(list => list.map(({ name }) => name).join(', ')).join(' → '),
        },
        {
          id: 'waits',
          header: t('waitsFor'),
          cell: ({ waits }) => (
            <span className="wrap-anywhere">
              {waits.map(wait => waitWords(wait, content, t('gate'))).join('; ')}
            </span>
          ),
        },
      ]}
    />
  )
}

/** `+20 min`; nothing where no time is known. */
export function afterFirst(seconds: number | null, locale: 'en' | 'fr'): string {
  if (seconds === null) return ''
  return seconds < 0 ? formatDuration(seconds, locale) : `+${formatDuration(seconds, locale)}`
}

function waitWords({ on, at }: KeptWait, { injects, gates }: CatalogueContent, gate: string): string {
  return on === 'inject' ? (injects[at]?.title ?? '') : gates[at]?.name || gate
}
