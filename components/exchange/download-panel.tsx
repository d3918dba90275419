import { useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { columnSets } from '@/lib/exchange/sets/rules'

type Props = {
  exerciseId: string
  /** the bytes of its files and the most that a document takes, for those who see all of it */
  whole: { files: number; most: number } | null
}

/** The MSEL as files. The whole exercise as one goes to those who see all of it. */
export function DownloadPanel({ exerciseId, whole }: Props) {
  const t = useTranslations('exchange')
  const address = (format: string, columns = 'own') =>
    `/api/scenario/${exerciseId}/export?format=${format}&columns=${columns}`
  const look = buttonLook('plain', 'small')
  return (
    <Panel title={t('download.title')} className="print:hidden">
      <p className="mb-3 max-w-prose text-muted">{t('download.lead')}</p>
      <ul className="grid gap-2">
        {columnSets.map(set => (
          <li key={set} className="flex flex-wrap items-center gap-2">
            <span className="min-w-56">{t(`download.set.${set}`)}</span>
            <a className={look} href={address('xlsx', set)} download="">
              {t('download.xlsx', { set: t(`download.set.${set}`) })}
            </a>
            <a className={look} href={address('csv', set)} download="">
              {t('download.csv', { set: t(`download.set.${set}`) })}
            </a>
          </li>
        ))}
        {whole ? (
          <li className="flex flex-wrap items-center gap-2">
            <span className="min-w-56">{t('download.whole')}</span>
            {whole.files <= whole.most ? (
              <a className={look} href={address('json')} download="">
                {t('download.json')}
              </a>
            ) : null}
            {whole.files > 0 ? (
              <a className={look} href={`${address('json')}&files=none`} download="">
                {t('download.without')}
              </a>
            ) : null}
          </li>
        ) : null}
      </ul>
      {whole ? (
        <p className="mt-3 max-w-prose text-muted text-note">
          {t('download.wholeHint')}{' '}
          {whole.files > whole.most ? t('download.full', { megabytes: whole.most / 1_000_000 }) : null}
        </p>
      ) : null}
    </Panel>
  )
}
