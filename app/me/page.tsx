import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { signedIn } from '@/app/delegation/open-delegation'
import { accountWrites } from '@/components/accounts/account-writes'
import { OwnAttendances } from '@/components/attendance/own-attendances'
import { OwnOffers } from '@/components/attendance/own-offers'
import { PlainFrame } from '@/components/frame/plain-frame'
import { DayList } from '@/components/me/day-list'
import { NowCards } from '@/components/me/now-cards'
import { OwnHead } from '@/components/me/own-head'
import { ownSections } from '@/components/me/own-sections'
import { type ZoneChoice, ZoneSwitch } from '@/components/me/zone-switch'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-link'
import { Words } from '@/components/words'
import { listOwnAttendances } from '@/lib/attendance/own/queries'
import { signUpDoor } from '@/lib/attendance/rules'
import { endexAt } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { listOwnRegistrations } from '@/lib/registrations/own/queries'
import { currentOf, splitByNow } from '@/lib/registrations/own/rules'
import { listOwnDuties } from '@/lib/shifts/own/queries'
import { currentInstant } from '@/lib/time-now'
import { doingEntries, ownDays } from './own-days'

type Props = PageProps<'/me'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('me')
  return { title: t('title') }
}

/** An expert's own days: where to be now, what comes next, and in which zone. */
export default async function MePage({ searchParams }: Props) {
  const actor = await signedIn('/me')
  const [t, locale, registrations, attendances, duties, query] = await Promise.all([
    getTranslations('me'),
    getLocale(),
    listOwnRegistrations(actor),
    listOwnAttendances(actor),
    listOwnDuties(actor),
    searchParams,
  ])
  const now = currentInstant()
  const viewer = accountOf(actor)
  const named = registrations.find(({ exercise }) => exercise.code === query.exercise)
  const own = named ?? currentOf(registrations, now)
  const readable = attendances
    .map(one => one.exercise.id)
    .filter(exerciseId => can(actor, 'exercise.read', { exerciseId }))
  if (!own) {
    const first = attendances[0] ?? duties[0]
    const home = first?.exercise.timeZone ?? 'UTC'
    const timeZone = viewer?.timeZone ?? home
    return (
      <PlainFrame viewer={viewer} accountWrites={accountWrites} width="narrow">
        <h1 className="mb-4 font-semibold text-title">{t('title')}</h1>
        {first ? (
          <Words namespaces={['me', 'attendance']}>
            <div className="grid gap-4">
              <OwnAttendances {...{ attendances, readable, now, timeZone }} />
              <DayList
                entries={await doingEntries({ attendances, duties })}
                {...{ now, locale, timeZone }}
                ownTimeZone={timeZone}
                homeTimeZone={home}
              />
            </div>
          </Words>
        ) : (
          <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
        )}
      </PlainFrame>
    )
  }
  const { exercise } = own
  const zones = { own: viewer?.timeZone ?? own.homeTimeZone, home: exercise.timeZone, zulu: 'UTC' }
  const chosen: ZoneChoice = query.zone === 'home' || query.zone === 'zulu' ? query.zone : 'own'
  const { entries, offers } = await ownDays(actor, own, { attendances, duties })
  const open = offers.filter(offer => signUpDoor(offer.window, now) === 'open')
  const { past, running, coming } = splitByNow(entries, now)
  const address = (code: string, zone: ZoneChoice) =>
    `/me?exercise=${encodeURIComponent(code)}${zone === 'own' ? '' : `&zone=${zone}`}`
  const shown = { now, locale, timeZone: zones[chosen], ownTimeZone: zones.own, homeTimeZone: zones.home }
  return (
    <PlainFrame
      viewer={viewer}
      accountWrites={accountWrites}
      width="narrow"
      title={exercise.name}
      now={now}
      exercise={exercise}
      sections={ownSections(exercise.code, t)}
    >
      <Words namespaces={['me', 'attendance']}>
        <div className="grid gap-4">
          {registrations.length > 1 ? (
            <Tabs
              label={t('exercises')}
              items={registrations.map(({ id, exercise: other }) => ({
                href: address(other.code, chosen),
                label: other.code,
                current: id === own.id,
              }))}
            />
          ) : null}
          <OwnHead registration={own} />
          {endexAt(exercise) <= now ? <p className="text-muted">{t('over')}</p> : null}
          <NowCards {...{ running, coming, now, locale }} zones={[...new Set([zones.own, zones.home])]} />
          <p className="flex flex-wrap gap-x-4 *:inline-flex *:min-h-target *:items-center">
            <TextLink href={`/me/calendars?exercise=${encodeURIComponent(exercise.code)}`}>
              {t('calendars')}
            </TextLink>
            <TextLink href={`/me/sheet?exercise=${encodeURIComponent(exercise.code)}`}>{t('sheet')}</TextLink>
          </p>
          <ZoneSwitch
            chosen={chosen}
            own={zones.own}
            home={zones.home}
            hrefFor={zone => address(exercise.code, zone)}
          />
          <OwnAttendances {...{ attendances, readable, now }} timeZone={zones[chosen]} />
          <OwnOffers offers={open} now={now} timeZone={zones[chosen]} />
          {entries.length <= 2 ? <EmptyState title={t('nothingTitle')}>{t('nothingText')}</EmptyState> : null}
          {past.length > 0 ? (
            <details>
              <summary className="cursor-pointer py-2 text-muted">
                {t('earlier', { count: past.length })}
              </summary>
              <div className="grid gap-3">
                <DayList entries={past} {...shown} />
              </div>
            </details>
          ) : null}
          <DayList entries={[...running, ...coming]} {...shown} />
        </div>
      </Words>
    </PlainFrame>
  )
}
