import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import type { Clash, ClashKind, ClashRef } from '@/lib/clashes/whole/plan/rules'
import { clashTimes, clashWords } from '@/lib/clashes/whole/words/rules'
import { ClashRefs } from './clash-refs'

type Props<Listed extends Clash> = {
  clashes: readonly Listed[]
  /** In which times are told. */
  timeZone: string
  /** What a reference is called, when it is, and where it can be mended. */
  about: (ref: ClashRef) => { name: string; when: string | null; href: string | null }
  /** How to mend it, by whoever reads. */
  mend: 'mend' | 'nationMend'
  /** What else there is to a clash: what was said of it, and what one may do. */
  said?: (clash: Listed) => ReactNode
  verdict?: (clash: Listed, name: string, what: string) => ReactNode
}

/** What clashes, by kind, in the order in which they are given: who, what, when, and how to mend it. */
export function ClashPanels<Listed extends Clash>({ clashes, ...list }: Props<Listed>) {
  const t = useTranslations('plan-clashes')
  const kinds = new Map<ClashKind, Listed[]>()
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

type LineProps<Listed extends Clash> = Omit<Props<Listed>, 'clashes'> & { clash: Listed }

function ClashLine<Listed extends Clash>({ clash, about, mend, said, verdict, timeZone }: LineProps<Listed>) {
  const t = useTranslations('plan-clashes')
  const locale = useLocale()
  const words = clashWords(clash, { name: ref => about(ref).name, locale, timeZone })
  const what = t(`kind.${clash.kind}.what`, words)
  const [first, ...others] = clash.about
  const name = first ? about(first).name : ''
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-2.5 md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]">
      <div className="min-w-0 wrap-anywhere font-semibold">{first ? <About {...about(first)} /> : null}</div>
      <div className="grid min-w-0 gap-1">
        <p className="wrap-anywhere">{what}</p>
        <Times clash={clash} timeZone={timeZone} />
        <ClashRefs refs={others.map(about)} />
        <p className="text-muted text-note">{t(`${mend}.${clash.mend}`, words)}</p>
        {said?.(clash)}
      </div>
      {verdict ? <div className="print:hidden">{verdict(clash, name, what)}</div> : null}
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
