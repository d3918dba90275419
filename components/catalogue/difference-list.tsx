import { useLocale, useTranslations } from 'next-intl'
import { columnOf, type Differences, type SpelledField } from '@/lib/catalogue/differences/rules'
import { injectKinds, tlpLabels } from '@/lib/injects/rules'
import { formatDuration } from '@/lib/time-format'
import { tlpNames } from '../frame/tlp-chip'
import { afterFirst } from './content-table'

/** Changes of injects that are shown; a storyline that was written anew has more than anybody reads. */
const shown = 100

type Props = { differences: Differences }

/** What a later version says otherwise: what came, what went, and field by field what changed. */
export function DifferenceList({ differences }: Props) {
  const t = useTranslations('catalogue')
  const { added, removed, changed, around } = differences
  const nothing = added.length + removed.length + changed.length + around.length === 0
  if (nothing) return <p>{t('sameContent')}</p>
  return (
    <div className="grid gap-4">
      <p>{t('differenceCount', { added: added.length, removed: removed.length, changed: changed.length })}</p>
      {around.map(({ part, from, to }) => (
        <Difference key={part} label={t(`part.${part}`)} {...{ from, to }} />
      ))}
      <Titles label={t('addedInjects')} titles={added} />
      <Titles label={t('removedInjects')} titles={removed} />
      {changed.slice(0, shown).map(({ title, fields }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles may be the same, and the list never moves.
        <section key={at} className="grid gap-1">
          <h3 className="font-semibold">
            <bdi>{title || t('untitled')}</bdi>
          </h3>
          {fields.map(({ field, from, to }) => (
            <FieldDifference key={field} {...{ field, from, to }} />
          ))}
        </section>
      ))}
      {changed.length > shown ? (
        <p className="text-muted">{t('more', { count: changed.length - shown })}</p>
      ) : null}
    </div>
  )
}

function FieldDifference({ field, from, to }: { field: SpelledField; from: string; to: string }) {
  const t = useTranslations('catalogue')
  const columns = useTranslations('msel.column')
  const kinds = useTranslations('msel.kind')
  const locale = useLocale()
  const label = field === 'waits' || field === 'values' ? t(`part.${field}`) : columns(columnOf[field])
  const said = (value: string) => {
    if (value === '') return ''
    if (field === 'at' || field === 'story') return afterFirst(Number(value), locale)
    if (field === 'durationSeconds') return formatDuration(Number(value), locale)
    if (field === 'tlp') return tlpNames[tlpLabels.find(tlp => tlp === value) ?? 'clear']
    return field === 'kind' ? kinds(injectKinds.find(kind => kind === value) ?? 'inject') : value
  }
  return <Difference {...{ label, from: said(from), to: said(to) }} />
}

function Difference({ label, from, to }: { label: string; from: string; to: string }) {
  const t = useTranslations('catalogue')
  return (
    <dl className="grid gap-x-4 gap-y-0.5 text-note sm:grid-cols-[10rem_1fr_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="wrap-anywhere line-clamp-6 whitespace-pre-line">
        {from ? <del dir="auto">{from}</del> : <span className="text-muted">{t('nothing')}</span>}
      </dd>
      <dd className="wrap-anywhere line-clamp-6 whitespace-pre-line">
        {to ? (
          <ins dir="auto" className="no-underline">
            {to}
          </ins>
        ) : (
          <span className="text-muted">{t('nothing')}</span>
        )}
      </dd>
    </dl>
  )
}

function Titles({ label, titles }: { label: string; titles: readonly string[] }) {
  const t = useTranslations('catalogue')
  if (titles.length === 0) return null
  return (
    <section className="grid gap-1">
      <h3 className="font-semibold">{label}</h3>
      <ul className="list-disc pl-5">
        {titles.slice(0, shown).map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles may be the same, and the list never moves.
          <li key={at}>
            <bdi>{title || t('untitled')}</bdi>
          </li>
        ))}
      </ul>
      {titles.length > shown ? (
        <p className="text-muted">{t('more', { count: titles.length - shown })}</p>
      ) : null}
    </section>
  )
}
