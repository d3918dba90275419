import { type Page, request } from '@playwright/test'
import { demoPeople } from '../lib/accounts/demo-people'
import type { DemoKey } from './app'
import { expect, test } from './fixtures'
import { linkTo, mainExercise, routesOf, walk } from './walk'

/**
 * What each route of the app answers to whom, at the address that whoever may see it is led to: `y` the page or file,
 * `-` nothing here (as for an address that nobody has), `s` to the sign-in, `>` on to the own place. A new route without
 * a line here fails, and so does a line that no route has any more.
 */
const table = `
route                                                          vis  dir  plan reg  ctrl jpn  est  comp exp  obs  adm
/                                                              y    >    >    >    >    >    >    >    >    >    >
/account                                                       s    y    y    y    y    y    y    y    y    y    y
/account/data                                                  s    y    y    y    y    y    y    y    y    y    y
/administrators                                                s    -    -    -    -    -    -    -    -    -    y
/administrators/attack                                         s    -    -    -    -    -    -    -    -    -    y
/company                                                       s    y    y    y    y    y    y    >    y    y    y
/company/[companyId]                                           s    -    -    -    -    -    -    y    -    -    -
/company/[companyId]/people/[registrationId]                   s    -    -    -    -    -    -    y    -    -    -
/company/[companyId]/people/new                                s    -    -    -    -    -    -    y    -    -    -
/delegation                                                    s    y    y    y    y    >    >    y    y    y    y
/delegation/[participationId]                                  s    y    y    y    y    y    -    -    -    -    y
/delegation/[participationId]/clashes                          s    y    y    y    y    y    -    -    -    -    y
/delegation/[participationId]/companies                        s    y    y    y    y    y    -    -    -    -    y
/delegation/[participationId]/conferences                      s    y    y    y    y    y    -    -    -    -    y
/delegation/[participationId]/contacts                         s    y    y    y    y    y    -    -    -    -    y
/delegation/[participationId]/people/[registrationId]          s    y    y    y    y    y    -    -    -    -    y
/delegation/[participationId]/people/import                    s    y    -    y    -    y    -    -    -    -    y
/delegation/[participationId]/people/new                       s    y    -    y    -    y    -    -    -    -    y
/delegation/[participationId]/roll                             s    y    y    y    y    y    -    -    -    -    y
/delegation/[participationId]/timeline                         s    y    y    y    y    y    -    -    -    -    y
/exercises                                                     s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]                                              s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/clashes                                      s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/history                                      s    y    y    y    y    -    -    -    -    -    y
/exercises/[code]/nations                                      s    y    y    y    y    -    -    -    -    y    y
/exercises/[code]/nations/[participationId]                    s    y    y    y    y    -    -    -    -    -    y
/exercises/[code]/nations/invite                               s    y    -    y    -    -    -    -    -    -    y
/exercises/[code]/nations/partners                             s    y    -    -    -    -    -    -    -    -    y
/exercises/[code]/registrations                                s    y    y    y    y    -    -    -    -    -    y
/exercises/[code]/registrations/badges                         s    y    -    y    -    -    -    -    -    -    y
/exercises/[code]/registrations/check-in                       s    y    -    y    -    -    -    -    -    -    y
/exercises/[code]/registrations/doubles                        s    y    -    y    -    -    -    -    -    -    y
/exercises/[code]/registrations/personal-data                  s    y    -    y    -    -    -    -    -    -    y
/exercises/[code]/scenario                                     s    y    y    -    y    -    -    -    -    -    y
/exercises/[code]/scenario/book                                s    y    y    -    y    -    -    -    -    -    y
/exercises/[code]/scenario/catalogue                           s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/catalogue/[entryId]                 s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/catalogue/[entryId]/bring-in        s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/catalogue/keep                      s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/import                              s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/attack                              s    y    y    -    y    -    -    -    -    -    y
/exercises/[code]/scenario/objectives                          s    y    y    -    y    -    -    -    -    -    y
/exercises/[code]/scenario/history                             s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/checks                              s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/logic                               s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/setup                               s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/scenario/storylines                          s    y    y    -    y    -    -    -    -    -    y
/exercises/[code]/schedule                                     s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/schedule/activities/[activityId]             s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/schedule/activities/[activityId]/attendance  s    y    y    y    y    -    -    -    -    -    y
/exercises/[code]/schedule/activities/[activityId]/programme   s    y    y    y    y    -    -    -    -    -    y
/exercises/[code]/schedule/activities/new                      s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/schedule/move                                s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/schedule/phases/[phaseId]                    s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/schedule/phases/new                          s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/schedule/shifts                              s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/schedule/shifts/[rotaId]                     s    y    y    y    y    -    y    -    -    y    y
/exercises/[code]/schedule/shifts/new                          s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/schedule/shifts/people                       s    y    y    y    y    -    -    -    -    -    y
/exercises/[code]/schedule/shifts/shift/[shiftId]              s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/schedule/shifts/shift/new                    s    y    y    -    -    -    -    -    -    -    y
/exercises/[code]/settings                                     s    y    -    -    -    -    -    -    -    -    y
/exercises/[code]/settings/clone                               s    y    -    -    -    -    -    -    -    -    y
/exercises/[code]/settings/members                             s    y    -    -    -    -    -    -    -    -    y
/exercises/[code]/settings/questions                           s    y    -    y    -    -    -    -    -    -    y
/exercises/[code]/teams                                        s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/teams/[teamId]                               s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/teams/[teamId]/week                          s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/teams/kinds                                  s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/teams/roles                                  s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/teams/sites                                  s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/timeline                                     s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/timeline/own                                 s    y    y    y    y    y    y    y    y    y    y
/exercises/[code]/timeline/poster                              s    y    y    y    y    y    y    y    y    y    y
/exercises/new                                                 s    y    -    -    -    -    -    -    -    -    y
/exercises/new/document                                        s    y    -    -    -    -    -    -    -    -    y
/invitations/[token]                                           y    y    y    y    y    y    y    y    y    y    y
/me                                                            s    y    y    y    y    y    y    y    y    y    y
/me/calendars                                                  s    y    y    y    y    y    y    y    y    y    y
/me/sheet                                                      s    y    y    y    y    y    y    y    y    y    y
/me/timeline/[code]                                            s    y    y    y    y    y    y    y    y    y    y
/me/registrations/[registrationId]                             s    -    -    -    -    -    -    -    y    -    -
/outbox                                                        s    -    -    -    -    -    -    -    -    -    y
/register/[token]                                              y    y    y    y    y    y    y    y    y    y    y
/sign-in                                                       y    >    >    >    >    >    >    >    >    >    >
/sign-in/link/[token]                                          y    y    y    y    y    y    y    y    y    y    y
/sign-up/[token]                                               y    y    y    y    y    y    y    y    y    y    y
/embed/[code]                                                  y    y    y    y    y    y    y    y    y    y    y
/timelines/[code]                                              y    y    y    y    y    y    y    y    y    y    y
/wall/[code]                                                   s    y    y    y    y    y    y    y    y    y    y
/api/activities/[exerciseId]/[activityId]                      -    y    y    y    y    y    y    y    y    y    y
/api/arrivals/[exerciseId]                                     -    y    -    y    -    -    -    -    -    -    y
/api/attendance/[exerciseId]/[activityId]                      -    y    y    y    y    -    -    -    -    -    y
/api/auth/callback/oidc                                        -    -    -    -    -    -    -    -    -    -    -
/api/calendars/[token]                                         -    -    -    -    -    -    -    -    -    -    -
/api/calendars/public/[code]                                   y    y    y    y    y    y    y    y    y    y    y
/api/exercises/document                                        405  405  405  405  405  405  405  405  405  405  405
/api/health                                                    y    y    y    y    y    y    y    y    y    y    y
/api/me/data                                                   401  y    y    y    y    y    y    y    y    y    y
/api/registrations/[exerciseId]                                -    y    y    y    y    -    -    -    -    -    y
/api/scenario/[exerciseId]/export                              -    y    y    -    y    -    -    -    -    -    y
/api/scenario/[exerciseId]/injects                             -    y    y    -    y    -    -    -    -    -    y
/api/scenario/[exerciseId]/techniques                          -    y    y    -    y    -    -    -    -    -    y
/api/scenario/[exerciseId]/kept                                -    y    y    -    -    -    -    -    -    -    y
/api/scenario/[exerciseId]/injects/[injectId]/history          -    y    y    -    -    -    -    -    -    -    y
/api/scenario/[exerciseId]/injects/[injectId]/origin           -    y    y    -    -    -    -    -    -    -    y
/api/scenario/[exerciseId]/attachments/[attachmentId]          -    -    -    -    -    -    -    -    -    -    -
/api/scenario/[exerciseId]/injects/[injectId]/attachments      -    y    y    -    y    -    -    -    -    -    y
/api/stream/[exerciseId]                                       401  y    y    -    y    -    -    -    -    -    y
/api/stream/[exerciseId]/presence                              405  405  405  405  405  405  405  405  405  405  405
/api/moves/[exerciseId]                                        405  405  405  405  405  405  405  405  405  405  405
/api/timeline/[exerciseId]                                     -    y    y    y    y    y    y    y    y    y    y
`

const seen: readonly (DemoKey | 'visitor')[] = ['visitor', ...demoPeople.map(({ key }) => key)]
const letters = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .map(([route = '', ...answers]) => [route, answers] as const),
)

type Place = { as: DemoKey | 'visitor'; path: (page: Page) => string | Promise<string> }

const fileOf = (pattern: RegExp) => async (page: Page) =>
  linkTo(page, `${await mainExercise(page)}/registrations`, pattern)

/** An answer about the main exercise. */
const ofExercise = (noun: string, what: string) => async (page: Page) =>
  (await fileOf(/^\/api\/registrations\//)(page)).replace(/registrations\/([^?]*).*/, `${noun}/$1${what}`)
const ofScenario = (what: string) => ofExercise('scenario', `/${what}`)

/** Files and answers for machines, and who is led to them. */
const files: Record<string, Place> = {
  '/api/exercises/document': { as: 'director', path: () => '/api/exercises/document' },
  '/api/health': { as: 'visitor', path: () => '/api/health' },
  '/api/auth/callback/oidc': { as: 'visitor', path: () => '/api/auth/callback/oidc' },
  '/api/calendars/[token]': { as: 'visitor', path: () => '/api/calendars/made-up' },
  '/api/calendars/public/[code]': {
    as: 'director',
    path: async page => (await mainExercise(page)).replace('/exercises/', '/api/calendars/public/'),
  },
  '/api/me/data': { as: 'expert', path: () => '/api/me/data' },
  '/api/activities/[exerciseId]/[activityId]': {
    as: 'director',
    path: async page => {
      const list = await fileOf(/^\/api\/registrations\//)(page)
      const [exerciseId = ''] = /[0-9a-f-]{36}/.exec(list) ?? []
      const answer = await page.request.get(
        (await mainExercise(page)).replace('/exercises/', '/api/calendars/public/'),
      )
      // Of the public plan: everybody in the exercise sees it.
      const [, activityId] = /UID:activity-([0-9a-f-]{36})/.exec(await answer.text()) ?? []
      return `/api/activities/${exerciseId}/${activityId}`
    },
  },
  '/api/moves/[exerciseId]': { as: 'director', path: ofExercise('moves', '') },
  '/api/timeline/[exerciseId]': { as: 'director', path: ofExercise('timeline', '') },
  '/api/attendance/[exerciseId]/[activityId]': {
    as: 'director',
    path: async page => {
      const list = await fileOf(/^\/api\/registrations\//)(page)
      const [exerciseId = ''] = /[0-9a-f-]{36}/.exec(list) ?? []
      const activity = await linkTo(
        page,
        `${await mainExercise(page)}/schedule`,
        /\/activities\/(?!new)[^/]+$/,
      )
      return `/api/attendance/${exerciseId}/${activity.split('/').at(-1)}?format=csv`
    },
  },
  '/api/registrations/[exerciseId]': { as: 'director', path: fileOf(/^\/api\/registrations\//) },
  '/api/arrivals/[exerciseId]': {
    as: 'director',
    path: async page =>
      (await fileOf(/^\/api\/registrations\//)(page))
        .replace('registrations', 'arrivals')
        .replace(/\?.*/, ''),
  },
  '/api/scenario/[exerciseId]/export': { as: 'director', path: ofScenario('export?format=csv') },
  '/api/scenario/[exerciseId]/injects': { as: 'director', path: ofScenario('injects') },
  '/api/scenario/[exerciseId]/techniques': { as: 'director', path: ofScenario('techniques') },
  '/api/scenario/[exerciseId]/kept': { as: 'director', path: ofScenario('kept') },
  '/api/scenario/[exerciseId]/injects/[injectId]/history': {
    as: 'director',
    path: ofScenario(`injects/${crypto.randomUUID()}/history`),
  },
  '/api/scenario/[exerciseId]/injects/[injectId]/origin': {
    as: 'director',
    path: ofScenario(`injects/${crypto.randomUUID()}/origin`),
  },
  '/api/scenario/[exerciseId]/injects/[injectId]/attachments': {
    as: 'controller',
    path: async page => {
      // The first of the own ones: whoever sees all sees it too.
      const list = await ofScenario('injects')(page)
      const [injectId] = /[0-9a-f-]{36}/.exec(await (await page.request.get(list)).text()) ?? []
      return `${list}/${injectId}/attachments`
    },
  },
  '/api/scenario/[exerciseId]/attachments/[attachmentId]': {
    as: 'director',
    path: ofScenario(`attachments/${crypto.randomUUID()}`),
  },
  '/api/stream/[exerciseId]': { as: 'director', path: ofExercise('stream', '?once') },
  '/api/stream/[exerciseId]/presence': { as: 'director', path: ofExercise('stream', '/presence') },
}

test('every route answers everybody as it should', async ({ browser, baseURL, cookiesOf }) => {
  test.setTimeout(600_000)
  const places: Record<string, Place> = { ...walk, ...files }
  const routes = [...routesOf('page.tsx'), ...routesOf('route.ts')]
  expect([...letters.keys()].sort()).toEqual(routes.toSorted())
  const asks = new Map(
    await Promise.all(
      seen.map(async key => {
        const state = key === 'visitor' ? {} : { storageState: await cookiesOf(key) }
        return [
          key,
          await request.newContext({
            baseURL: baseURL ?? '',
            extraHTTPHeaders: { connection: 'close' },
            ...state,
          }),
        ] as const
      }),
    ),
  )
  const guides = new Map<string, Page>()
  const guide = async (key: DemoKey | 'visitor') => {
    const state = key === 'visitor' ? {} : { storageState: await cookiesOf(key) }
    const known =
      guides.get(key) ?? (await (await browser.newContext({ baseURL: baseURL ?? '', ...state })).newPage())
    guides.set(key, known)
    return known
  }
  const found: Record<string, string> = {}
  for (const route of routes) {
    const place = places[route]
    if (!place) throw new Error(`Nobody is led to ${route}`)
    const address = await place.path(await guide(place.as))
    const answers = await Promise.all(
      seen.map(async key => {
        const answer = await asks.get(key)?.get(address, { maxRedirects: 0 })
        const status = answer?.status() ?? 0
        if (status === 200) return 'y'
        if (status === 404) return '-'
        const to = answer?.headers().location ?? ''
        return status === 307 && to.includes('/sign-in') ? 's' : status === 307 ? '>' : String(status)
      }),
    )
    found[route] = answers.join(' ')
  }
  expect(found).toEqual(
    Object.fromEntries([...letters].map(([route, answers]) => [route, answers.join(' ')])),
  )
})
