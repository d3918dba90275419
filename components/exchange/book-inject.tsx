import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Markdown } from '@/components/injects/markdown'
import { Facts } from '@/components/ui/facts'
import type { DocumentInject, Party } from '@/lib/exchange/document/schema'

export type BookTime = { own: string; home: string; zulu: string }

type Props = {
  inject: DocumentInject
  time: BookTime | null
  controller: string | null
  names: ReadonlyMap<string, string>
}

/** One inject on paper: what is played, when, by whom and to whom, and what is expected. Never parted by a page's end where it fits on one. */
export function BookInject({ inject, time, controller, names }: Props) {
  const t = useTranslations('exchange')
  const named = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const who = (parties: readonly Party[]) =>
    parties.map(party => (party.kind === 'person' ? party.words || t('person') : named(party.id))).join(', ')
  const waits = inject.waits.map(({ after, condition, delaySeconds }) =>
    t('book.wait', { name: named(after.id), condition, minutes: Math.round(delaySeconds / 60) }),
  )
  const facts: [string, ReactNode][] = [
    [t('book.when'), time ? `${time.own} · ${time.home} · ${time.zulu}` : ''],
    [t('book.from'), who(inject.from)],
    [t('book.to'), who(inject.to)],
    [t('book.mode'), named(inject.mode)],
    [t('book.controller'), controller ?? ''],
    [t('book.storyline'), [named(inject.storyline), named(inject.incident)].filter(Boolean).join(' › ')],
    [t('book.phase'), named(inject.phase)],
    [t('book.trigger'), inject.trigger],
    [t('book.waits'), waits.join(', ')],
    [t('book.expected'), inject.expectedAction],
    [t('book.measure'), inject.measure],
    [t('book.objectives'), inject.objectives.map(named).join(', ')],
    [t('book.notes'), inject.notes],
  ]
  return (
    <article className="break-inside-avoid border-line border-t py-3">
      <h2 className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        <span className="font-mono">{inject.serial}</span>
        <span>{inject.title || t('book.untitled')}</span>
        {inject.tlp ? <span className="font-mono text-note">{t('tlp', { tlp: inject.tlp })}</span> : null}
        <span className="font-normal text-muted text-note">{t('kind', { kind: inject.kind })}</span>
      </h2>
      {inject.text === '' ? null : (
        // A line of a text that came from a list stays one.
        <div className="my-2 max-w-prose [&_li]:whitespace-pre-line [&_p]:whitespace-pre-line">
          <Markdown text={inject.text} />
        </div>
      )}
      <Facts
        items={facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => ({
            term: label,
            value: <span className="whitespace-pre-wrap break-words">{value}</span>,
          }))}
      />
    </article>
  )
}
