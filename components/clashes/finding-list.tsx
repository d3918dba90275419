import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import type { Check, Finding, Subject } from '@/lib/clashes/plan/rules'
import { wordArguments } from '@/lib/clashes/words/rules'

type Props = {
  findings: readonly Finding[]
  called: (subject: Subject) => { name: string; title: string }
  /** Where a subject can be mended, if there is a place for it. */
  hrefOf: (subject: Subject, check: Check) => string | null
  /** The exercise's own zone, in which times are told. */
  timeZone: string
}

/**
 * What is wrong, where, and how to mend it: one fault a line, or one below the other where there is no room. What is the
 * same of all of them is said once.
 */
export function FindingList({ findings, called, hrefOf, timeZone }: Props) {
  const t = useTranslations('clashes')
  const locale = useLocale()
  const name = (subject: Subject) => called(subject).name
  const label = (id: string) => name({ kind: 'inject', id }) || name({ kind: 'gate', id })
  const told = findings.map(finding => {
    const words = wordArguments(finding, { name, label, locale, timeZone })
    const what = t(`checks.${finding.check}.what`, words)
    return { finding, about: finding.where[0], what, mend: t(`mend.${finding.mend}`, words) }
  })
  const [first] = told
  const alike = told.length > 1 && told.every(one => one.what === first?.what && one.mend === first.mend)
  if (!alike || !first)
    return (
      <ul className="divide-y divide-line">
        {told.map(({ finding, about, ...said }) => (
          <li
            key={finding.key}
            className="grid gap-x-6 gap-y-0.5 px-4 py-2 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
          >
            <div className="min-w-0">
              {about ? (
                <About
                  {...called(about)}
                  person={about.kind === 'controller'}
                  href={hrefOf(about, finding.check)}
                />
              ) : null}
            </div>
            <Said {...said} />
          </li>
        ))}
      </ul>
    )
  return (
    <div className="grid gap-2 px-4">
      <Said what={first.what} mend={first.mend} />
      <ul className="grid gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
        {told.map(({ finding, about }) => (
          <li key={finding.key} className="min-w-0 border-line border-t py-1.5">
            {about ? (
              <About
                {...called(about)}
                person={about.kind === 'controller'}
                href={hrefOf(about, finding.check)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Said({ what, mend }: { what: string; mend: string }) {
  return (
    <div className="min-w-0">
      <p className="wrap-anywhere">{what}</p>
      <p className="text-muted text-note">{mend}</p>
    </div>
  )
}

type AboutProps = { name: string; title: string; person: boolean; href: string | null }

function About({ name, title, person, href }: AboutProps) {
  const shown = person ? <bdi>{name}</bdi> : <span className="font-mono">{name}</span>
  return (
    <>
      {href === null ? (
        <span className="inline-flex min-h-target items-center">{shown}</span>
      ) : (
        <TextLink href={href} className="inline-flex min-h-target items-center">
          {shown}
        </TextLink>
      )}
      {title ? (
        <span className="block truncate text-note" title={title}>
          {title}
        </span>
      ) : null}
    </>
  )
}
