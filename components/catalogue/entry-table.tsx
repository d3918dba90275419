import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Status } from '@/components/ui/status'
import { TextLink } from '@/components/ui/text-link'
import type { CatalogueLine } from '@/lib/catalogue/queries'
import { formatInstant } from '@/lib/time-format'
import { TlpChip, tlpNames } from '../frame/tlp-chip'

type Props = { entries: readonly CatalogueLine[]; base: string; timeZone: string }

/** What the programme keeps, by name: what it is, how old, and where it is in use. */
export function EntryTable({ entries, base, timeZone }: Props) {
  const t = useTranslations('catalogue')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('title')}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('name'),
          names: true,
          cell: ({ id, name, summary, keywords, retired }) => (
            <span className="wrap-anywhere">
              <TextLink href={`${base}/${id}`} className="inline-flex min-h-target items-center">
                <bdi>{name}</bdi>
              </TextLink>
              {retired ? (
                <span className="ml-2">
                  <Status tone="neutral">{t('retired')}</Status>
                </span>
              ) : null}
              {summary ? (
                <span className="line-clamp-2 max-w-prose font-normal text-muted text-note">{summary}</span>
              ) : null}
              {keywords.length > 0 ? (
                <span className="block font-normal text-muted text-note">{keywords.join(' · ')}</span>
              ) : null}
            </span>
          ),
        },
        { id: 'kind', header: t('kindHead'), cell: ({ kind }) => t(`kind.${kind}`) },
        { id: 'injects', header: t('injects'), numeric: true, cell: ({ injects }) => injects },
        {
          id: 'version',
          header: t('latest'),
          cell: ({ number, keptAt }) => (
            <>
              {t('versionNumber', { number })}
              <span className="block whitespace-nowrap text-muted text-note">
                {formatInstant(keptAt, { timeZone, locale, style: 'date' })}
              </span>
            </>
          ),
        },
        {
          id: 'uses',
          header: t('inUse'),
          cell: ({ exercises, here, hereNumber, number }) => (
            <>
              {t('exercises', { count: exercises })}
              <HereLine {...{ here, hereNumber, latest: number }} />
            </>
          ),
        },
        {
          id: 'tlp',
          header: t('tlp'),
          cell: ({ tlp }) => <TlpChip tlp={tlp} title={tlpNames[tlp]} />,
        },
      ]}
    />
  )
}

type Here = { here: number; hereNumber: number | null; latest: number }

/** What of an entry is in this exercise, and whether there is something newer. */
export function HereLine({ here, hereNumber, latest }: Here) {
  const t = useTranslations('catalogue')
  if (here === 0 || hereNumber === null) return null
  return (
    <span className="block text-note">
      {t('here', { count: here, number: hereNumber })}
      {hereNumber < latest ? (
        <span className="block">
          <Status tone="info">{t('newer', { number: latest })}</Status>
        </span>
      ) : null}
    </span>
  )
}
