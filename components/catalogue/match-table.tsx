import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Status, type StatusTone } from '@/components/ui/status'
import type { Match } from '@/lib/catalogue/bringing/names/rules'
import { Choose } from '../registrations/choose'

const tones: Record<Match['fate'], StatusTone> = {
  matched: 'good',
  chosen: 'info',
  made: 'half',
  left: 'warn',
}

/** What each name of the entry is in this exercise; whatever is not known by name may be said to be something else. */
export function MatchTable({ matches }: { matches: readonly Match[] }) {
  const t = useTranslations('catalogue')
  if (matches.length === 0) return <p className="text-muted">{t('noNames')}</p>
  return (
    <DataTable
      caption={t('names')}
      rows={matches}
      rowKey={({ key }) => key}
      columns={[
        { id: 'kind', header: t('nameKindHead'), cell: ({ kind }) => t(`nameKind.${kind}`) },
        {
          id: 'name',
          header: t('nameThere'),
          names: true,
          cell: ({ name }) => <bdi className="wrap-anywhere">{name}</bdi>,
        },
        { id: 'injects', header: t('injects'), numeric: true, cell: ({ injects }) => injects },
        {
          id: 'fate',
          header: t('nameHere'),
          cell: ({ fate, id, options, name }) => (
            <>
              <Status tone={tones[fate]}>{t(`fate.${fate}`)}</Status>
              {fate === 'matched' && options.some(option => option.id === id && option.name !== name) ? (
                <bdi className="ml-2 text-muted">{options.find(option => option.id === id)?.name}</bdi>
              ) : null}
            </>
          ),
        },
        {
          id: 'choose',
          header: t('choose'),
          cell: ({ key, fate, kind, name, id, options }) =>
            fate === 'matched' || options.length === 0 ? null : (
              <Choose
                name={key}
                label={t('chooseFor', { name })}
                any={t(kind === 'mode' || kind === 'persona' || kind === 'incident' ? 'makeIt' : 'leaveIt')}
                value={fate === 'chosen' ? id : null}
                of={options}
              />
            ),
        },
      ]}
    />
  )
}
