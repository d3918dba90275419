import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ListedClash } from '@/lib/clashes/whole/queries'
import { formatInstant } from '@/lib/time-format'
import { AcceptClash, ReopenClash } from './accept-clash'
import { ClashPanels } from './clash-list'

type Props = Pick<Parameters<typeof ClashPanels<ListedClash>>[0], 'clashes' | 'timeZone' | 'about'> & {
  exerciseId: string
  readOnly: boolean
}

/** The clashes of a plan for its planners, who mend them or say why they may stand. */
export function PlannedClashes({ exerciseId, readOnly, ...list }: Props) {
  const verdict = (clash: ListedClash, name: string, what: string) => {
    const own = { exerciseId, clashKey: clash.key, name }
    if (clash.accepted) return <ReopenClash {...own} />
    return <AcceptClash {...own} fingerprint={clash.fingerprint} what={what} />
  }
  return (
    <ClashPanels
      {...list}
      mend="mend"
      said={clash => <Accepted clash={clash} timeZone={list.timeZone} />}
      {...(readOnly ? {} : { verdict })}
    />
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
