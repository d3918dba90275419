'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Check, Finding } from '@/lib/clashes/plan/rules'
import { groupsOf, inPlanOrder } from '@/lib/clashes/words/rules'
import { Button } from '../ui/button'
import { TextLink } from '../ui/text-link'
import type { Telling } from './use-telling'

type Props = {
  findings: ReadonlyMap<string, Finding>
  telling: Telling
  /** where what no inject is at fault for is mended; null for what is mended in the list */
  hrefOf: (finding: Finding) => string | null
  onPick: (finding: Finding) => void
  onClose: () => void
}

/** Shown of each check at first: whoever has more of one kind begins with these. */
const atFirst = 20

/** Everything that is wrong with the plan, by kind: each leads to where it is mended. */
export function FindingsList({ findings, telling, hrefOf, onPick, onClose }: Props) {
  const t = useTranslations('msel')
  const heading = useRef<HTMLHeadingElement>(null)
  // Thousands are put in order: typing comes first.
  const settled = useDeferredValue(findings)
  const groups = useMemo(() => {
    const nameOf = new Map([...settled.values()].map(one => [one.where[0], telling.of(one).about]))
    return [...groupsOf([...settled.values()])].map(
      ([check, all]) => [check, inPlanOrder(all, subject => nameOf.get(subject) ?? '')] as const,
    )
  }, [settled, telling])
  useEffect(() => heading.current?.focus(), [])
  return (
    <aside
      aria-label={t('findings')}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="flex w-[26rem] shrink-0 flex-col border-line border-t border-l bg-sheet max-md:fixed max-md:inset-0 max-md:z-40 max-md:w-full"
    >
      <header className="flex items-center gap-3 border-line border-b px-4 py-2">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 font-semibold text-lead outline-none">
          {t('findings')}
        </h2>
        <Button size="small" variant="quiet" aria-label={t('closeFindings')} onClick={onClose}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </header>
      <div className="grid content-start gap-5 overflow-y-auto px-4 py-4">
        <p className="text-muted text-note">{t(findings.size === 0 ? 'findingsNone' : 'findingsHint')}</p>
        {groups.map(([check, all]) => (
          <Group key={check} {...{ check, all, telling, hrefOf, onPick }} />
        ))}
      </div>
    </aside>
  )
}

type GroupProps = Pick<Props, 'telling' | 'hrefOf' | 'onPick'> & { check: Check; all: readonly Finding[] }

/** One kind of finding. What is the same of all of them is said once. */
function Group({ check, all, telling, hrefOf, onPick }: GroupProps) {
  const t = useTranslations('msel')
  const [most, setMost] = useState(atFirst)
  const [first] = all
  const shown = all.slice(0, most)
  const same = (a: Finding, b: Finding) =>
    telling.of(a).what === telling.of(b).what && telling.of(a).mend === telling.of(b).mend
  const alike = first !== undefined && all.length > 1 && shown.every(one => same(one, first))
  const where = (finding: Finding) => <Where key={finding.key} {...{ finding, telling, hrefOf, onPick }} />
  return (
    <section className="grid gap-1.5">
      <h3 className="flex justify-between gap-3 border-line border-b pb-1 font-semibold text-note">
        {telling.title(check)}
        <span className="font-normal text-muted tabular">{all.length}</span>
      </h3>
      {alike ? (
        <>
          <Said finding={first} telling={telling} />
          <div className="flex flex-wrap gap-x-3">{shown.map(where)}</div>
        </>
      ) : (
        <ul className="grid gap-2">
          {shown.map(finding => (
            <li key={finding.key}>
              {where(finding)}
              <Said finding={finding} telling={telling} />
            </li>
          ))}
        </ul>
      )}
      {all.length > most ? (
        <Button
          size="small"
          variant="quiet"
          className="justify-self-start"
          onClick={() => setMost(most + 5 * atFirst)}
        >
          {t('findingsMore', { count: all.length - most })}
        </Button>
      ) : null}
    </section>
  )
}

function Said({ finding, telling }: { finding: Finding; telling: Telling }) {
  const { what, mend } = telling.of(finding)
  return (
    <p className="text-note wrap-anywhere">
      {what} <span className="text-muted">{mend}</span>
    </p>
  )
}

function Where({
  finding,
  telling,
  hrefOf,
  onPick,
}: Omit<GroupProps, 'check' | 'all'> & { finding: Finding }) {
  const { about } = telling.of(finding)
  const href = hrefOf(finding)
  const look = 'inline-flex min-h-target items-center text-left text-accent text-note hover:underline'
  if (href)
    return (
      <TextLink href={href} className={look}>
        {about}
      </TextLink>
    )
  return (
    <button type="button" className={`${look} cursor-pointer`} onClick={() => onPick(finding)}>
      <bdi className={finding.where[0]?.kind === 'inject' ? 'font-mono tabular' : ''}>{about}</bdi>
    </button>
  )
}
