import { useLocale, useTranslations } from 'next-intl'
import { revokeSignUpLink } from '@/lib/attendance/links/actions'
import type { listSignUpLinks } from '@/lib/attendance/links/queries'
import { partnerName } from '@/lib/countries/rules'
import { formatInstant } from '@/lib/time-format'
import { ActionButton } from '../action-button'
import { Panel } from '../ui/panel'
import { type PartnerChoice, PartnerField } from './nation-counts'
import { SendSignUpLink } from './send-sign-up-link'

type Props = {
  owner: { exerciseId: string; activityId: string }
  links: Awaited<ReturnType<typeof listSignUpLinks>>
  partners: readonly PartnerChoice[]
  timeZone: string
}

/** Letters to partners that sign their people up by a link. */
export function LinkPanel({ owner, links, partners, timeZone }: Props) {
  const t = useTranslations('attendance.link')
  const locale = useLocale()
  return (
    <Panel
      title={t('title')}
      note={t('note')}
      className="print:hidden"
      actions={
        <SendSignUpLink owner={owner}>
          <PartnerField partners={partners} />
        </SendSignUpLink>
      }
    >
      {links.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul>
        {links.map(({ id, email, partner, closesAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-1.5 first:border-t-0"
          >
            <span className="font-medium">{partnerName(partner, locale)}</span>
            <span>{email}</span>
            <span className="text-muted text-note">
              {t('until', { when: formatInstant(closesAt, { timeZone, locale, style: 'dateTime' }) })}
            </span>
            <span className="ml-auto">
              <ActionButton
                action={revokeSignUpLink}
                input={{ ...owner, linkId: id }}
                done={t('revoked')}
                button={{ size: 'small', 'aria-label': t('revokeOf', { email }) }}
              >
                {t('revoke')}
              </ActionButton>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
