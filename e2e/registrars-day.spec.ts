import type { Page } from '@playwright/test'
import {
  acceptInvitation,
  addRoles,
  addTeams,
  choice,
  choosePeople,
  type Expert,
  field,
  fitOutTeam,
  inviteContact,
  inviteNations,
  makeExercise,
  nominateAll,
  openDialog,
  openRegistration,
  ownCode,
  ownEmail,
  person,
  press,
  send,
  signInAs,
  textOf,
} from './app'
import { addDays } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

const role = 'Network defender'

test('a registrar moves people between teams, decides about a double, and checks in by the badge', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(300_000)
  const code = ownCode('RD')
  const registrations = `/exercises/${code}/registrations`
  const twice = ownEmail()
  await test.step('two nations have registered, and one person is in both', async () => {
    await prepare(page, code)
    await register(await anotherBrowser(), await inviteContact(page, code, 'Japan'), [
      { familyName: 'Kitahama', givenName: 'Sora', role, team: 'BT 01', email: twice },
      { familyName: 'Higashino', givenName: 'Kai', role, team: 'BT 01' },
    ])
    await register(await anotherBrowser(), await inviteContact(page, code, 'Estonia'), [
      { familyName: 'KITAHAMA', givenName: 'Sora', role, team: 'BT 02', email: twice },
    ])
  })
  await test.step('the double is shown with both sides, and one of them stays', async () => {
    await page.goto(registrations)
    await page.getByRole('link', { name: 'Possible doubles (1)' }).click()
    await expect(page.getByRole('heading', { name: /kitahama/i })).toBeVisible()
    await expect(page.getByText('same e-mail address')).toBeVisible()
    await checkAccess(page)
    const dialog = await openDialog(page, 'Same person: keep JPN')
    await field(dialog, 'Reason').fill('Both contacts say she comes with Japan')
    await checkDialog(page)
    await send(dialog, 'Same person: keep JPN')
    await expect(page.getByText('Nothing to decide')).toBeVisible()
    await page.getByRole('link', { name: /^Decided/ }).click()
    await expect(page.getByRole('row', { name: /kitahama/i })).toContainText('Same person, JPN kept')
    await checkAccess(page)
    await page.goto(`${registrations}?state=declined`)
    await expect(person(page, 'KITAHAMA')).toContainText('EST')
  })
  await test.step('a move that leaves a seat with too few is asked about first', async () => {
    await page.goto(`${registrations}?state=endorsed`)
    await choosePeople(page, ['Kitahama', 'Higashino'])
    await send(await openDialog(page, 'Confirm 2'), 'Confirm 2')
    await page.goto(`${registrations}?state=confirmed`)
    await choosePeople(page, ['Higashino'])
    const dialog = await openDialog(page, 'Other team: 1')
    await choice(dialog, 'To which team').selectOption({ label: 'BT 02 (0/3)' })
    await press(dialog, 'Move')
    await expect(dialog.getByRole('alert')).toContainText(`BT 01 would have 1 of at least 2 for ${role}`)
    await checkDialog(page)
    await send(dialog, 'Move all the same')
    await expect(person(page, 'Higashino')).toContainText('BT 02')
  })
  const badge = await test.step('badges are printed, with a code for each', async () => {
    await page.goto(`${registrations}/badges`)
    const article = page.getByRole('article').filter({ hasText: 'Higashino' })
    await expect(article).toContainText('Japan')
    await expect(article.getByRole('img', { name: 'Code for the check-in desk' })).toBeVisible()
    await checkAccess(page)
    return textOf(article.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/))
  })
  await test.step('and the desk reads it as a scanner types it', async () => {
    await page.goto(`${registrations}/check-in`)
    const search = page.getByRole('searchbox', { name: 'Name, nation or badge' })
    const scan = async (text: string) => {
      await search.focus()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('heading', { name: /^0 of 2/ })).toBeVisible()
    const scanned = `SX${badge.replace('-', '')}`
    await scan(scanned)
    await expect(page.getByText('Higashino Kai is checked in.')).toBeVisible()
    await expect(page.getByRole('heading', { name: /^1 of 2/ })).toBeVisible()
    // The next scan takes the place of the last one: nobody clears the field.
    await scan(scanned)
    await expect(page.getByText(/^Higashino Kai is here already, since/)).toBeVisible()
    await scan('SX0000000000')
    await expect(page.getByText('Nobody confirmed has this badge.')).toBeVisible()
    await expect(page.getByRole('heading', { name: /^1 of 2/ })).toBeVisible()
    await checkAccess(page)
  })
})

async function prepare(page: Page, code: string): Promise<void> {
  await signInAs(page, 'director')
  const startex = `${addDays(new Date().toISOString().slice(0, 10), 90)} 09:00`
  const starts = { 'Registration opens': 'D-364 09:00' }
  await makeExercise(page, { code, name: 'Steady Lantern', startex, starts })
  await addRoles(page, code, { [role]: 'technical' })
  await inviteNations(page, code, ['Japan', 'Estonia'], 5)
  await addTeams(page, code, 2)
  const nations = ['Estonia', 'Japan']
  await fitOutTeam(page, code, 'BT 01', { seats: { [role]: [2, 3] }, nations })
  await fitOutTeam(page, code, 'BT 02', { seats: { [role]: [0, 3] }, nations })
  await openRegistration(page, code)
}

/** A contact comes by the link, puts experts on the list, submits and endorses them. */
async function register(page: Page, link: string, experts: Expert[]): Promise<void> {
  const delegation = await acceptInvitation(page, link, 'Nao Kitazaki')
  await nominateAll(page, delegation, experts)
  const names = experts.map(expert => expert.familyName)
  await choosePeople(page, names)
  await press(page, `Submit ${names.length}`)
  for (const one of names) await expect(person(page, one)).toContainText('Submitted')
  await choosePeople(page, names)
  await press(page, `Endorse ${names.length}`)
  for (const one of names) await expect(person(page, one)).toContainText('Endorsed')
}
