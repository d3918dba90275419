import { expect, type Locator, type Page } from '@playwright/test'
import { demoPeople } from '../lib/accounts/demo-people'

export type DemoKey = (typeof demoPeople)[number]['key']

/** Signs in through the demo's door, as a person would. */
export async function signInAs(page: Page, key: DemoKey, next?: string): Promise<void> {
  const person = demoPeople.find(one => one.key === key)
  if (!person) throw new Error(`No such demo person: ${key}`)
  await page.goto(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
  await page.getByRole('button', { name: new RegExp(person.name) }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** A code that no other journey has: two letters say whose it is. */
export function ownCode(letters: string): string {
  return `${letters}-${crypto.randomUUID().slice(0, 8).toUpperCase()}`
}

type Within = Page | Locator

export const field = (within: Within, name: string) => within.getByRole('textbox', { name, exact: true })
export const choice = (within: Within, name: string) => within.getByRole('combobox', { name, exact: true })
export const press = (within: Within, name: string | RegExp) =>
  within.getByRole('button', { name, exact: typeof name === 'string' }).click()

export const textOf = async (at: Locator): Promise<string> => (await at.textContent()) ?? ''

/** What a field's refusal says, as it is said to whoever cannot see it. */
export async function expectRefused(at: Locator, words: RegExp | string): Promise<void> {
  await expect(at).toHaveAttribute('aria-invalid', 'true')
  await expect(at).toHaveAccessibleDescription(words)
}

/** Does something and waits until the server has answered it. */
async function answered(page: Page, doing: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForResponse(response => response.request().method() === 'POST'), doing()])
}

/** Opens the dialog behind a button and hands it over. */
export async function openDialog(within: Within, button: string | RegExp): Promise<Locator> {
  await press(within, button)
  const page = 'page' in within ? within.page() : within
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

/** Sends the form of a dialog and waits until it is done. */
export async function send(dialog: Locator, button: string): Promise<void> {
  await press(dialog, button)
  await expect(dialog).toBeHidden()
}

export type NewExercise = {
  code: string
  name: string
  /** as typed: a wall time in Tallinn */
  startex: string
  endex?: string
  /** rows of the template to write over, by title: what is typed as their start */
  starts?: Record<string, string>
}

/** Fills in what an exercise is. Who calls has signed in as somebody who may make one. */
export async function describeExercise(page: Page, exercise: NewExercise): Promise<void> {
  await page.goto('/exercises/new')
  const main = page.getByRole('main')
  await field(main, 'Code').fill(exercise.code)
  await field(main, 'Name').first().fill(exercise.name)
  await field(main, 'Host venue').fill('Harbour Hall, Tallinn')
  await field(main, 'STARTEX').fill(exercise.startex)
  await field(main, 'ENDEX').fill(exercise.endex ?? 'D+3 17:00')
  for (const [title, start] of Object.entries(exercise.starts ?? {})) {
    // The form leaves out what would be over already.
    await page.getByRole('checkbox', { name: `Include ${title}`, exact: true }).check()
    await rowStart(page, title).fill(start)
  }
}

/** The start of a milestone in the form that makes an exercise. */
export function rowStart(page: Page, title: string): Locator {
  const tick = page.getByRole('checkbox', { name: `Include ${title}`, exact: true })
  const start = page.getByRole('textbox', { name: 'Start', exact: true })
  return page.locator('div').filter({ has: tick }).filter({ has: start }).last().getByRole('textbox', {
    name: 'Start',
    exact: true,
  })
}

/** Makes an exercise from the template and opens it. */
export async function makeExercise(page: Page, exercise: NewExercise): Promise<void> {
  await describeExercise(page, exercise)
  await press(page, 'Make the exercise')
  await expect(page).toHaveURL(`/exercises/${exercise.code}`)
  await expect(page.getByRole('heading', { level: 1, name: exercise.name })).toBeVisible()
}

export async function addRoles(page: Page, code: string, roles: Record<string, string>): Promise<void> {
  await page.goto(`/exercises/${code}/teams/roles`)
  for (const [name, discipline] of Object.entries(roles)) {
    const dialog = await openDialog(page, 'Add a role')
    await field(dialog, 'Name').fill(name)
    await choice(dialog, 'Discipline').selectOption(discipline)
    await send(dialog, 'Add a role')
    await expect(page.getByRole('rowheader', { name, exact: true })).toBeVisible()
  }
}

/** A numbered row of blue teams: BT 01 and so on. */
export async function addTeams(page: Page, code: string, count: number): Promise<void> {
  await page.goto(`/exercises/${code}/teams`)
  const dialog = await openDialog(page, 'Add numbered teams')
  await field(dialog, 'How many').fill(String(count))
  await send(dialog, 'Add numbered teams')
  await expect(page.getByRole('rowheader', { name: /BT/ })).toHaveCount(count)
}

/** Gives a team seats and the nations that form it. */
export async function fitOutTeam(
  page: Page,
  code: string,
  team: string,
  { seats = {}, nations = [] }: { seats?: Record<string, [least: number, most: number]>; nations?: string[] },
): Promise<void> {
  await page.goto(`/exercises/${code}/teams`)
  await page.getByRole('link', { name: team, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: team })).toBeVisible()
  for (const [role, [least, most]] of Object.entries(seats)) {
    const dialog = await openDialog(page, 'Add seats for a role')
    await choice(dialog, 'Role').selectOption(role)
    await field(dialog, 'Least').fill(String(least))
    await field(dialog, 'Most').fill(String(most))
    await send(dialog, 'Save')
    await expect(page.getByRole('rowheader', { name: role, exact: true })).toBeVisible()
  }
  for (const nation of nations) await page.getByRole('checkbox', { name: nation }).check()
  if (nations.length === 0) return
  await answered(page, () => press(page, 'Save the nations'))
  await page.reload()
  for (const nation of nations) await expect(page.getByRole('checkbox', { name: nation })).toBeChecked()
}

/** Invites partners by name, each with so many places. */
export async function inviteNations(page: Page, code: string, names: string[], size: number): Promise<void> {
  await page.goto(`/exercises/${code}/nations/invite`)
  await field(page, 'Places of each delegation').fill(String(size))
  for (const name of names) await page.getByRole('checkbox', { name: new RegExp(`^${name} \\(`) }).check()
  await press(page, `Invite ${names.length} partner${names.length === 1 ? '' : 's'}`)
  await expect(page).toHaveURL(`/exercises/${code}/nations`)
}

export async function openNation(page: Page, code: string, nation: string): Promise<void> {
  await page.goto(`/exercises/${code}/nations`)
  await page.getByRole('link', { name: nation, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: nation })).toBeVisible()
}

/** Steps from draft to open registration, as the exercise's settings offer. */
export async function openRegistration(page: Page, code: string): Promise<void> {
  await page.goto(`/exercises/${code}/settings`)
  for (const status of ['Planning', 'Registration open']) {
    await press(page, `Go on to: ${status}`)
    const dialog = page.getByRole('alertdialog')
    await press(dialog, `Go on to: ${status}`)
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`The status is now: ${status}.`)).toBeVisible()
  }
}

/** Invites a point of contact from the nation's page, by a link to hand out. */
export async function inviteContact(page: Page, code: string, nation: string): Promise<string> {
  await openNation(page, code, nation)
  const dialog = await openDialog(page, 'Invite a point of contact')
  await press(dialog, 'Invite')
  const link = await field(dialog, 'Link').inputValue()
  await page.keyboard.press('Escape')
  return link
}

/** Accepts an invitation as somebody who has no account yet, and arrives at the own delegation. */
export async function acceptInvitation(page: Page, link: string, name: string): Promise<string> {
  await page.goto(new URL(link).pathname)
  await field(page, 'Your name').fill(name)
  await field(page, 'Your e-mail address').fill(`${crypto.randomUUID()}@mod.example`)
  await press(page, 'Accept the invitation')
  await expect(page).toHaveURL(/\/delegation\/./)
  return new URL(page.url()).pathname
}

export type Expert = {
  familyName: string
  givenName: string
  nativeName?: string
  email?: string
  role: string
  company?: string
  team?: string
}

export const ownEmail = () => `${crypto.randomUUID().slice(0, 13)}@example.org`

/** Fills in and saves the form for one person; a refusal leaves it standing. */
export async function nominate(page: Page, delegation: string, expert: Expert): Promise<void> {
  const path = `${delegation}/people/new`
  if (new URL(page.url()).pathname !== path) await page.goto(path)
  await field(page, 'Family name').fill(expert.familyName)
  await field(page, 'Given name').fill(expert.givenName)
  await field(page, 'Name in the own script').fill(expert.nativeName ?? '')
  await field(page, 'E-mail').fill(expert.email ?? ownEmail())
  await choice(page, 'Role').selectOption(expert.role)
  if (expert.company) await choice(page, 'Company or agency').selectOption(expert.company)
  if (expert.team) await choice(page, 'Team wanted').selectOption(expert.team)
  await press(page, 'Save as a draft')
}

/** Registers several people and goes back to the delegation, where they stand as drafts. */
export async function nominateAll(page: Page, delegation: string, experts: Expert[]): Promise<void> {
  for (const expert of experts) {
    await nominate(page, delegation, expert)
    await expect(field(page, 'Family name')).toHaveValue('')
  }
  await page.goto(delegation)
  for (const { familyName } of experts) await expect(person(page, familyName)).toContainText('Draft')
}

/** The list of people: a table for the organisers, a grid to write in for a delegation. */
const people = (page: Page) =>
  page.getByRole('table', { name: 'People' }).or(page.getByRole('grid', { name: 'People' }))

/** The line of somebody in a list of people. */
export const person = (page: Page, familyName: string) =>
  people(page).getByRole('row').filter({ hasText: familyName })

/** Ticks people in a list of people, and nobody else. */
export async function choosePeople(page: Page, familyNames: string[]): Promise<void> {
  const ticked = page.getByRole('checkbox', { name: /^Choose ./, checked: true })
  while ((await ticked.count()) > 0) await ticked.first().uncheck()
  for (const name of familyNames) await person(page, name).getByRole('checkbox').check()
}
