import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { DemoKey } from './app'

/** The routes of the app folder, as Next derives them: `/exercises/[code]/teams`. */
export function routesOf(file: 'page.tsx' | 'route.ts'): string[] {
  const app = path.join(import.meta.dirname, '..', 'app')
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter(name => path.basename(name) === file)
    .map(name => path.dirname(name).split(path.sep))
    .map(parts => `/${parts.filter(part => part !== '.' && !part.startsWith('(')).join('/')}`)
    .sort()
}

/** Who opens a page in the walk, and its address, found as a person finds it. */
type Stop = { as: DemoKey | 'visitor'; path: (page: Page) => string | Promise<string> }

const stop = (as: Stop['as'], where: Stop['path'] | string): Stop => ({
  as,
  path: typeof where === 'string' ? () => where : where,
})
const director = (where: (base: string, page: Page) => string | Promise<string>) =>
  stop('director', async page => where(await mainExercise(page), page))

const rotaPath = /\/shifts\/[0-9a-f-]{36}$/

/** Every page, with somebody who may see it. */
export const walk: Record<string, Stop> = {
  '/': stop('visitor', '/'),
  '/sign-in': stop('visitor', '/sign-in'),
  '/sign-in/link/[token]': stop('visitor', '/sign-in/link/made-up'),
  '/sign-up/[token]': stop('visitor', '/sign-up/made-up-made-up-made-up'),
  '/register/[token]': stop('visitor', '/register/made-up'),
  '/invitations/[token]': stop('visitor', '/invitations/made-up'),
  '/wall/[code]': stop('director', async page => (await mainExercise(page)).replace('/exercises/', '/wall/')),
  '/embed/[code]': stop('visitor', async page =>
    (await linkTo(page, '/', /\/timelines\/BL/)).replace('/timelines/', '/embed/'),
  ),
  '/timelines/[code]': stop('visitor', page => linkTo(page, '/', /\/timelines\/BL/)),
  '/account': stop('observer', '/account'),
  '/account/data': stop('expert', '/account/data'),
  '/outbox': stop('administrator', '/outbox'),
  '/administrators': stop('administrator', '/administrators'),
  '/administrators/attack': stop('administrator', '/administrators/attack'),
  '/exercises': stop('director', '/exercises'),
  '/exercises/new': stop('director', '/exercises/new'),
  '/exercises/new/document': stop('director', '/exercises/new/document'),
  '/exercises/[code]': director(base => base),
  '/exercises/[code]/timeline': director(base => `${base}/timeline`),
  '/exercises/[code]/timeline/own': director(base => `${base}/timeline/own`),
  '/exercises/[code]/timeline/poster': director(base => `${base}/timeline/poster`),
  '/exercises/[code]/schedule': director(base => `${base}/schedule`),
  '/exercises/[code]/schedule/move': director(base => `${base}/schedule/move`),
  '/exercises/[code]/schedule/shifts': director(base => `${base}/schedule/shifts`),
  '/exercises/[code]/schedule/shifts/new': director(base => `${base}/schedule/shifts/new`),
  '/exercises/[code]/schedule/shifts/people': director(base => `${base}/schedule/shifts/people`),
  '/exercises/[code]/schedule/shifts/shift/new': director(base => `${base}/schedule/shifts/shift/new`),
  '/exercises/[code]/schedule/shifts/[rotaId]': director((base, page) =>
    linkTo(page, `${base}/schedule/shifts`, rotaPath),
  ),
  '/exercises/[code]/schedule/shifts/shift/[shiftId]': director(async (base, page) =>
    linkTo(page, await linkTo(page, `${base}/schedule/shifts`, rotaPath), /\/shifts\/shift\/(?!new)/),
  ),
  '/exercises/[code]/schedule/phases/new': director(base => `${base}/schedule/phases/new`),
  '/exercises/[code]/schedule/phases/[phaseId]': director((base, page) =>
    linkTo(page, `${base}/schedule`, /\/phases\/(?!new)/),
  ),
  '/exercises/[code]/schedule/activities/new': director(base => `${base}/schedule/activities/new`),
  '/exercises/[code]/schedule/activities/[activityId]': director((base, page) =>
    linkTo(page, `${base}/schedule`, /\/activities\/(?!new)[^/]+$/),
  ),
  '/exercises/[code]/schedule/activities/[activityId]/attendance': director(
    async (base, page) =>
      `${await linkTo(page, `${base}/schedule`, /\/activities\/(?!new)[^/]+$/)}/attendance`,
  ),
  '/exercises/[code]/schedule/activities/[activityId]/programme': director(
    async (base, page) =>
      `${await linkTo(page, `${base}/schedule`, /\/activities\/(?!new)[^/]+$/)}/programme`,
  ),
  '/exercises/[code]/teams': director(base => `${base}/teams`),
  '/exercises/[code]/teams/roles': director(base => `${base}/teams/roles`),
  '/exercises/[code]/teams/sites': director(base => `${base}/teams/sites`),
  '/exercises/[code]/teams/kinds': director(base => `${base}/teams/kinds`),
  '/exercises/[code]/teams/[teamId]': director((base, page) =>
    linkTo(page, `${base}/teams`, /\/teams\/[0-9a-f-]{36}/),
  ),
  '/exercises/[code]/teams/[teamId]/week': director(
    async (base, page) => `${await linkTo(page, `${base}/teams`, /\/teams\/[0-9a-f-]{36}/)}/week`,
  ),
  '/exercises/[code]/nations': director(base => `${base}/nations`),
  '/exercises/[code]/nations/invite': director(base => `${base}/nations/invite`),
  '/exercises/[code]/nations/partners': director(base => `${base}/nations/partners`),
  '/exercises/[code]/nations/[participationId]': director((base, page) =>
    linkTo(page, `${base}/nations`, /\/nations\/[0-9a-f-]{36}/),
  ),
  '/exercises/[code]/registrations': director(base => `${base}/registrations`),
  '/exercises/[code]/registrations/badges': director(base => `${base}/registrations/badges?q=sora`),
  '/exercises/[code]/registrations/doubles': director(base => `${base}/registrations/doubles`),
  '/exercises/[code]/registrations/check-in': director(base => `${base}/registrations/check-in`),
  '/exercises/[code]/registrations/personal-data': director(base => `${base}/registrations/personal-data`),
  '/exercises/[code]/clashes': director(base => `${base}/clashes`),
  '/exercises/[code]/history': director(base => `${base}/history`),
  '/exercises/[code]/scenario': director(base => `${base}/scenario`),
  '/exercises/[code]/scenario/storylines': director(base => `${base}/scenario/storylines`),
  '/exercises/[code]/scenario/catalogue': director(base => `${base}/scenario/catalogue`),
  '/exercises/[code]/scenario/catalogue/[entryId]': director((base, page) => anEntry(page, base)),
  '/exercises/[code]/scenario/catalogue/[entryId]/bring-in': director(
    async (base, page) => `${await anEntry(page, base)}/bring-in`,
  ),
  '/exercises/[code]/scenario/catalogue/keep': director((base, page) =>
    linkTo(page, `${base}/scenario/storylines`, /\/keep\?chosen=incident/),
  ),
  '/exercises/[code]/scenario/objectives': director(base => `${base}/scenario/objectives`),
  '/exercises/[code]/scenario/attack': director(base => `${base}/scenario/attack`),
  '/exercises/[code]/scenario/history': director(base => `${base}/scenario/history`),
  '/exercises/[code]/scenario/book': director((base, page) =>
    linkTo(page, `${base}/scenario/book`, /\/book\?of=controller/),
  ),
  '/exercises/[code]/scenario/checks': director(base => `${base}/scenario/checks`),
  '/exercises/[code]/scenario/logic': director(base => `${base}/scenario/logic`),
  '/exercises/[code]/scenario/import': director(base => `${base}/scenario/import`),
  '/exercises/[code]/scenario/setup': director(base => `${base}/scenario/setup`),
  '/exercises/[code]/settings': director(base => `${base}/settings`),
  '/exercises/[code]/settings/clone': director(base => `${base}/settings/clone`),
  '/exercises/[code]/settings/questions': director(base => `${base}/settings/questions`),
  '/exercises/[code]/settings/members': director(base => `${base}/settings/members`),
  '/me': stop('expert', '/me'),
  '/me/calendars': stop('expert', '/me/calendars'),
  '/me/sheet': stop('expert', '/me/sheet'),
  '/me/timeline/[code]': stop('expert', async page =>
    (await linkTo(page, '/me', /\/calendars\?exercise=/)).replace('calendars?exercise=', 'timeline/'),
  ),
  '/me/registrations/[registrationId]': stop('expert', page => linkTo(page, '/me', /\/me\/registrations\//)),
  // Whoever speaks for one delegation is led to it, so the choice is seen by somebody who speaks for none.
  '/delegation': stop('observer', '/delegation'),
  '/company': stop('observer', '/company'),
  '/company/[companyId]': stop('company_contact', ownCompany),
  '/company/[companyId]/people/new': stop(
    'company_contact',
    async page => `${await ownCompany(page)}/people/new`,
  ),
  '/company/[companyId]/people/[registrationId]': stop('company_contact', async page =>
    linkTo(page, await ownCompany(page), /\/people\/(?!new)/),
  ),
  '/delegation/[participationId]': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}?state=endorsed`,
  ),
  '/delegation/[participationId]/timeline': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/timeline`,
  ),
  '/delegation/[participationId]/clashes': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/clashes`,
  ),
  '/delegation/[participationId]/conferences': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/conferences`,
  ),
  '/delegation/[participationId]/companies': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/companies`,
  ),
  '/delegation/[participationId]/roll': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/roll`,
  ),
  '/delegation/[participationId]/contacts': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/contacts`,
  ),
  '/delegation/[participationId]/people/new': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/people/new`,
  ),
  '/delegation/[participationId]/people/import': stop(
    'contact_jpn',
    async page => `${await ownDelegation(page)}/people/import`,
  ),
  '/delegation/[participationId]/people/[registrationId]': stop('contact_jpn', async page =>
    linkTo(page, await ownDelegation(page), /\/people\/(?!new|import)/),
  ),
}

let found: string | null = null

/** One entry of the catalogue, where the demo has any. */
const anEntry = (page: Page, base: string) =>
  linkTo(page, `${base}/scenario/catalogue`, /\/catalogue\/[0-9a-f-]{36}$/)

/** The address of the demo's exercise that is in its registration. It stays where it is while the journeys run. */
export async function mainExercise(page: Page): Promise<string> {
  if (found !== null) return found
  await page.goto('/exercises')
  const row = page.getByRole('row', { name: /Baltic Lantern/ }).filter({ hasText: 'Registration open' })
  found = await row.getByRole('link').first().getAttribute('href')
  return found ?? ''
}

async function ownDelegation(page: Page): Promise<string> {
  await page.goto('/delegation')
  await expect(page).toHaveURL(/\/delegation\/./)
  return new URL(page.url()).pathname
}

async function ownCompany(page: Page): Promise<string> {
  await page.goto('/company')
  await expect(page).toHaveURL(/\/company\/./)
  return new URL(page.url()).pathname
}

/** The address of the first link like this on that page. */
export async function linkTo(page: Page, from: string, pattern: RegExp): Promise<string> {
  await page.goto(from)
  const links = page.getByRole('main').getByRole('link')
  const hrefs = () => links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  const first = async () => (await hrefs()).find(one => pattern.test(one))
  await expect.poll(first, `${from} has a link like ${pattern}`).toBeDefined()
  return (await first()) ?? ''
}
