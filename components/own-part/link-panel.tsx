import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { Status } from '@/components/ui/status'
import type { Agreement } from '@/lib/consent/rules'
import { revokeLinks } from '@/lib/registrations/links/actions'
import type { Instant } from '@/lib/time-zones'
import { SendLink } from './send-link'

type Props = {
  owner: { exerciseId: string; participationId: string }
  registrationId: string
  link: { sentAt: Instant; openedAt: Instant | null; by: string | null } | null
  filledAt: Instant | null
  agreedAt: Instant | null
  agreement: Agreement
  /** the questions that wait for an answer */
  missing: readonly string[]
  mayRevoke: boolean
  maySend: boolean
  email: string
  say: (at: Instant) => string
}

/** How far the person is with the own part, and the link that leads there. */
export function LinkPanel(props: Props) {
  const { owner, registrationId, link, filledAt, agreement, missing, mayRevoke, maySend, email, say } = props
  const t = useTranslations('ownPart.link')
  const when = (at: Instant | null) => (at === null ? t('notYet') : say(at))
  const sent = (found: NonNullable<Props['link']>) =>
    found.by
      ? t('sentBy', { date: say(found.sentAt), name: found.by })
      : t('sentOn', { date: say(found.sentAt) })
  return (
    <Panel
      title={t('title')}
      actions={
        <>
          {link && mayRevoke ? (
            <ActionButton
              action={revokeLinks}
              input={{ ...owner, registrationIds: [registrationId] }}
              done={t('revoked')}
              confirm={{ title: t('revokeTitle'), text: t('revokeText'), label: t('revoke'), danger: true }}
              button={{ size: 'small', variant: 'quiet' }}
            >
              {t('revoke')}
            </ActionButton>
          ) : null}
          {maySend ? <SendLink {...{ owner, registrationId, email }} again={link !== null} /> : null}
        </>
      }
    >
      <Facts
        items={[
          { term: t('sent'), value: link ? sent(link) : t('none') },
          ...(link ? [{ term: t('opened'), value: when(link.openedAt) }] : []),
          { term: t('filled'), value: when(filledAt) },
          { term: t('agreed'), value: <Agreed agreement={agreement} date={when(props.agreedAt)} /> },
          ...(missing.length > 0
            ? [
                {
                  term: t('missingTerm'),
                  value: (
                    <Status tone="warn">
                      <bdi>{missing.join(' · ')}</bdi>
                    </Status>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function Agreed({ agreement, date }: { agreement: Agreement; date: string }) {
  const t = useTranslations('ownPart.link')
  if (agreement === 'not_asked') return t('notAsked')
  if (agreement === 'older') return <Status tone="warn">{t('older', { date })}</Status>
  return date
}
