import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { signedIn } from '@/app/delegation/open-delegation'
import { accountWrites } from '@/components/accounts/account-writes'
import { PrintButton } from '@/components/attendance/print-button'
import { PlainFrame } from '@/components/frame/plain-frame'
import { SheetTable } from '@/components/me/sheet-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/text-link'
import { listOwnAttendances } from '@/lib/attendance/own/queries'
import { accountOf } from '@/lib/policy'
import { listOwnContacts, listOwnRegistrations } from '@/lib/registrations/own/queries'
import { currentOf } from '@/lib/registrations/own/rules'
import { getNeeds } from '@/lib/registrations/own-part/queries'
import { listOwnDuties } from '@/lib/shifts/own/queries'
import { formatInstant } from '@/lib/time-format'
import { currentInstant } from '@/lib/time-now'
import { ownDays } from '../own-days'

type Props = PageProps<'/me/sheet'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sheet')
  return { title: t('title') }
}

/** All of somebody's days in one exercise on a sheet of paper, for the pocket: three clocks, the way there, whom to ask. */
export default async function SheetPage({ searchParams }: Props) {
  const actor = await signedIn('/me/sheet')
  const [t, me, locale, registrations, attendances, duties, query] = await Promise.all([
    getTranslations('sheet'),
    getTranslations('me'),
    getLocale(),
    listOwnRegistrations(actor),
    listOwnAttendances(actor),
    listOwnDuties(actor),
    searchParams,
  ])
  const now = currentInstant()
  const viewer = accountOf(actor)
  const own =
    registrations.find(({ exercise }) => exercise.code === query.exercise) ?? currentOf(registrations, now)
  if (!own)
    return (
      <PlainFrame viewer={viewer} accountWrites={accountWrites} width="narrow">
        <h1 className="mb-4 font-semibold text-title">{t('title')}</h1>
        <EmptyState title={me('noneTitle')}>{me('noneText')}</EmptyState>
      </PlainFrame>
    )
  const { exercise } = own
  const zones = { own: viewer?.timeZone ?? own.homeTimeZone, home: exercise.timeZone }
  const [{ entries }, needs, contacts] = await Promise.all([
    ownDays(actor, own, { attendances, duties }),
    getNeeds(actor, exercise.id, own.id),
    listOwnContacts(actor, own.id),
  ])
  const travel = (at: number | null) =>
    at === null ? t('unsaid') : formatInstant(at, { timeZone: zones.home, locale, style: 'dateTime' })
  return (
    <PlainFrame viewer={viewer} accountWrites={accountWrites} width="normal">
      <div data-sheet="" className="grid gap-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h1 className="font-semibold text-title">
              {own.familyName} {own.givenName}
            </h1>
            <p className="text-muted">
              {[exercise.code, exercise.name, own.role.name, own.team?.name].filter(Boolean).join(' · ')}
            </p>
          </div>
          <div className="flex items-center gap-3 print:hidden">
            <TextLink href={`/me?exercise=${encodeURIComponent(exercise.code)}`}>{t('back')}</TextLink>
            <PrintButton label={t('print')} />
          </div>
        </div>
        <Facts
          items={[
            { term: t('venue'), value: exercise.venue },
            { term: t('arrival'), value: travel(needs?.arrivalAt ?? null) },
            { term: t('departure'), value: travel(needs?.departureAt ?? null) },
            ...contacts.map(({ role, name, email }) => ({
              term: t(`contact.${role}`),
              value: `${name}, ${email}`,
            })),
          ]}
        />
        <SheetTable entries={entries} own={zones.own} home={zones.home} locale={locale} />
        <p className="text-muted text-note">
          {t('madeAt', { at: formatInstant(now, { timeZone: zones.home, locale, style: 'dateTime' }) })}
        </p>
      </div>
    </PlainFrame>
  )
}
