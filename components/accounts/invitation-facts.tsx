import { getLocale, getTranslations } from 'next-intl/server'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { Facts } from '../ui/facts'
import { Panel } from '../ui/panel'

type Props = {
  invitation: {
    role: string
    email: string | null
    inviter: string | null
    exercise: { code: string; name: string } | null
    programme: { name: string } | null
    nation: string | null
    company: string | null
    expiresAt: Instant
    timeZone: string
  }
}

/** Who invites to what. */
export async function InvitationFacts({ invitation }: Props) {
  const [t, roles, locale] = await Promise.all([
    getTranslations('invitations'),
    getTranslations('accounts.roles'),
    getLocale(),
  ])
  const { role, email, exercise, programme, nation, expiresAt, timeZone } = invitation
  const company = invitation.company ?? ''
  const inviter = invitation.inviter ?? 'Startex'
  const sentence =
    nation !== null && exercise
      ? t('contact', { inviter, role, nation, company, exercise: exercise.name })
      : exercise
        ? t('staff', { inviter, exercise: exercise.name })
        : programme
          ? t('programme', { inviter, programme: programme.name })
          : t('administrator')
  const until = formatInstant(expiresAt, { timeZone, locale, style: 'dateTime' })
  return (
    <Panel>
      <p className="mb-3 text-lead">{sentence}</p>
      <Facts
        items={[
          ...(exercise ? [{ term: t('facts.exercise'), value: `${exercise.code} · ${exercise.name}` }] : []),
          ...(nation === null ? [] : [{ term: t('facts.nation'), value: nation }]),
          ...(programme ? [{ term: t('facts.programme'), value: programme.name }] : []),
          { term: t('facts.role'), value: roles.has(role) ? roles(role) : role },
          ...(email === null ? [] : [{ term: t('facts.for'), value: email }]),
          { term: t('facts.until'), value: until },
        ]}
      />
      {nation === null ? null : (
        <p className="mt-3 text-muted">{t('contactWhat', { role, nation, company })}</p>
      )}
    </Panel>
  )
}
