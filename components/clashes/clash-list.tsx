import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import type { Clash, ClashKind, ClashRef } from '@/lib/clashes/whole/plan/rules'
import type { ListedClash } from '@/lib/clashes/whole/queries'
import { clashTimes, clashWords } from '@/lib/clashes/whole/words/rules'
import { formatInstant } from '@/lib/time-format'
import { AcceptClash, ReopenClash } from './accept-clash'
import { ClashRefs } from './clash-refs'

type Props = {
  exerciseId: string
  clashes: readonly ListedClash[]
  /** The exercise's own zone, in which times are told. */
  timeZone: string
  /** What a reference is called, when it is, and where it can be mended. */
  about: (ref: ClashRef) => { name: string; when: string | null; href: string | null }
  readOnly: boolean
}

/** What clashes, by kind, in the order in which they are given: who, what, when, and how to mend it. */
export function ClashPanels({ clashes, ...list }: Props) {
  const t = useTranslations('plan-clashes')
  const kinds = new Map<ClashKind, ListedClash[]>()
  for (const clash of clashes) kinds.set(clash.kind, [...(kinds.get(clash.kind) ?? []), clash])
  return [...kinds].map(([kind, all]) => (
    <Panel key={kind} title={t(`kind.${kind}.title`)} flush>
      <ul className="divide-y divide-line">
        {all.map(clash => (
          <ClashLine key={clash.key} clash={clash} {...list} />
        ))}
      </ul>
    </Panel>
  ))
}

function ClashLine({
  clash,
  about,
  readOnly,
  exerciseId,
  timeZone,
}: Omit<Props, 'clashes'> & { clash: ListedClash }) {
  const t = useTranslations('plan-clashes')
  const locale = useLocale()
  const words = clashWords(clash, { name: ref => about(ref).name, locale, timeZone })
  const what = t(`kind.${clash.kind}.what`, words)
  const [first, ...others] = clash.about
  const name = first ? about(first).name : ''
  const own = { exerciseId, clashKey: clash.key, name }
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-2.5 md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]">
      <div className="min-w-0 wrap-anywhere font-semibold">{first ? <About {...about(first)} /> : null}</div>
      <div className="grid min-w-0 gap-1">
        <p className="wrap-anywhere">{what}</p>
        <Times clash={clash} timeZone={timeZone} />
        <ClashRefs refs={others.map(about)} />
        <p className="text-muted text-note">{t(`mend.${clash.mend}`, words)}</p>
        <Accepted clash={clash} timeZone={timeZone} />
      </div>
      {readOnly ? null : (
        <div className="print:hidden">
          {clash.accepted ? (
            <ReopenClash {...own} />
          ) : (
            <AcceptClash {...own} fingerprint={clash.fingerprint} what={what} />
          )}
        </div>
      )}
    </li>
  )
}

function About({ name, href }: { name: string; href: string | null }) {
  return href === null ? (
    <bdi className="inline-flex min-h-target items-center">{name}</bdi>
  ) : (
    <TextLink href={href} className="inline-flex min-h-target items-center">
      <bdi>{name}</bdi>
    </TextLink>
  )
}

/** At home, and by the clocks of whom it is about. */
function Times({ clash, timeZone }: { clash: Clash; timeZone: string }): ReactNode {
  const t = useTranslations('plan-clashes')
  const times = clashTimes(clash, { locale: useLocale(), timeZone })
  if (!times) return null
  return (
    <p className="text-note tabular">
      {times.home}
      {times.there ? <span className="block text-muted">{t('thereIs', times.there)}</span> : null}
    </p>
  )
}

function Accepted({ clash, timeZone }: { clash: ListedClash; timeZone: string }): ReactNode {
  const t = useTranslations('plan-clashes')
  const locale = useLocale()
  const said = clash.accepted ?? clash.before
  if (!said) return null
  const at = formatInstant(said.acceptedAt, { timeZone, locale, style: 'dateTime' })
  return (
    <p className="wrap-anywhere border-edge border-l-2 pl-2 text-note">
      {t(clash.accepted ? 'acceptedBecause' : 'acceptedBefore', { reason: said.reason })}
      <span className="block text-muted">{t('acceptedBy', { by: said.by ?? t('somebody'), at })}</span>
    </p>
  )
}
