import type { Page } from '@playwright/test'
import {
  acceptInvitation,
  field,
  inviteContact,
  inviteNations,
  makeExercise,
  openDialog,
  openRegistration,
  ownCode,
  ownEmail,
  press,
  send,
  signInAs,
} from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'

const conference = 'Final planning conference (FPC)'

test('a conference has three places: two nations fill it, one of their people waits and comes in', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(240_000)
  const code = ownCode('CV')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: `Conference ${code}`, startex: `${daysAhead(120)} 09:00` })
  await inviteNations(page, code, ['Finland', 'Latvia'], 5)
  await openRegistration(page, code)
  const links = [await inviteContact(page, code, 'Finland'), await inviteContact(page, code, 'Latvia')]

  await test.step('the planner says how many places there are, and what is on the programme', async () => {
    await page.goto(`/exercises/${code}/schedule`)
    await page.getByRole('link', { name: conference, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: conference })).toBeVisible()
    const point = await openDialog(page, 'Add a point')
    await field(point, 'Title').fill('Opening')
    await field(point, 'Lasts').fill('45m')
    await send(point, 'Add a point')
    await expect(page.getByRole('listitem').filter({ hasText: 'Opening' })).toBeVisible()
    const leg = await openDialog(page, 'Add a leg')
    await field(leg, 'From').fill('Helsinki')
    await field(leg, 'To, or where').fill('Tallinn')
    await field(leg, 'With whom').fill('Host nation’s protocol')
    await send(leg, 'Add a leg')
    await expect(page.getByText('Helsinki → Tallinn')).toBeVisible()
    await checkAccess(page)
    await page.getByRole('link', { name: 'Attendance', exact: true }).click()
    const dialog = await openDialog(page, 'Open sign-up')
    await field(dialog, 'Places on site').fill('3')
    await field(dialog, 'Places remote').fill('0')
    await send(dialog, 'Open sign-up')
    await expect(page.getByRole('meter', { name: 'On site' })).toHaveAttribute('aria-valuemax', '3')
  })

  const [finland, latvia] = [await anotherBrowser(), await anotherBrowser()]
  const delegations = [
    await acceptInvitation(finland, links[0] ?? '', 'Aino Salo'),
    await acceptInvitation(latvia, links[1] ?? '', 'Janis Berzins'),
  ]

  await test.step('both nations sign people up, until one of them waits', async () => {
    await finland.goto(`${delegations[0]}/conferences`)
    await signUp(finland, 'Salminen')
    await signUp(finland, 'Virtanen')
    await latvia.goto(`${delegations[1]}/conferences`)
    await signUp(latvia, 'Kalnins')
    await signUp(latvia, 'Ozols')
    await expect(line(latvia, 'Kalnins')).toContainText('Signed up')
    await expect(line(latvia, 'Ozols')).toContainText('Waiting, 1')
    await expect(latvia.getByText('Salminen')).toHaveCount(0)
    await checkAccess(latvia)
  })

  await test.step('a place that is given back is theirs at once', async () => {
    await press(line(finland, 'Virtanen'), /Give back the place of Virtanen/)
    await press(finland.getByRole('alertdialog'), 'Give the place back')
    await expect(finland.getByText('1 place given back.')).toBeVisible()
    await latvia.reload()
    await expect(line(latvia, 'Ozols')).toContainText('Signed up')
  })

  await test.step('the planner ticks them off at the door, and prints the list', async () => {
    await page.reload()
    await expect(page.getByRole('row', { name: /Latvia/ }).first()).toContainText('2')
    await press(page, 'Tick off Ozols Anna')
    await expect(page.getByRole('row', { name: /Ozols/ })).toContainText('Here since')
    await checkAccess(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('columnheader', { name: 'Signature' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add a person' })).toBeHidden()
    await expect(page.getByRole('row', { name: /Virtanen/ })).toBeHidden()
    await page.emulateMedia({ media: null })
  })

  await test.step('and takes it away as a file', async () => {
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download CSV' }).click()
    expect((await file).suggestedFilename()).toBe('attendance.csv')
  })
})

test('a partner that is not in the exercise signs its people up by a link', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(120_000)
  const code = ownCode('CL')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: `Guests ${code}`, startex: `${daysAhead(120)} 09:00` })
  await page.goto(`/exercises/${code}/schedule`)
  await page.getByRole('link', { name: conference, exact: true }).click()
  await page.getByRole('link', { name: 'Attendance', exact: true }).click()
  const dialog = await openDialog(page, 'Open sign-up')
  await field(dialog, 'Places on site').fill('5')
  await send(dialog, 'Open sign-up')
  const letter = await openDialog(page, 'Send a link')
  const partner = letter.getByRole('combobox', { name: 'Partner' })
  await partner.click()
  await partner.fill('Ireland')
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /Ireland/ })
    .click()
  await field(letter, 'E-mail of the partner').fill(ownEmail())
  await press(letter, 'Send a link')
  const link = await field(letter, 'Link').inputValue()
  const guest = await anotherBrowser()
  await guest.goto(new URL(link).pathname)
  await expect(guest.getByRole('heading', { level: 1, name: conference })).toBeVisible()
  await field(guest, 'Family name').fill('Brannagh')
  await field(guest, 'Given name').fill('Aoife')
  await field(guest, 'E-mail').fill(ownEmail())
  await press(guest, 'Sign up')
  await expect(line(guest, 'Brannagh')).toContainText('Signed up')
  await checkAccess(guest)
  await page.reload()
  await expect(page.getByRole('row', { name: /Brannagh/ })).toContainText('Ireland')
  await expect(page.getByText('not in the exercise').first()).toBeVisible()
})

test('an expert sees in the own days where to go, and signs up where people may', async ({ page }) => {
  await signInAs(page, 'expert')
  await expect(page).toHaveURL('/me')
  const main = page.getByRole('main')
  const goes = main.getByRole('region', { name: 'Where you go' })
  await expect(goes).toContainText('Range course for green and yellow')
  await expect(main).toContainText('The network of the range')
  await press(main, /^Sign up: Remote, .*Legal and policy seminar/)
  await expect(goes).toContainText('Legal and policy seminar')
  await checkAccess(page)
  await press(goes, /Give back the place at Legal and policy seminar/)
  await press(page.getByRole('alertdialog'), 'Give the place back')
  await expect(goes).not.toContainText('Legal and policy seminar')
})

const line = (page: Page, familyName: string) =>
  page.getByRole('listitem').filter({ hasText: familyName }).last()

/** Signs up somebody who is not on the delegation's list. */
async function signUp(page: Page, familyName: string): Promise<void> {
  const dialog = await openDialog(page, `Sign up somebody not on the list for ${conference}`)
  await field(dialog, 'Family name').fill(familyName)
  await field(dialog, 'Given name').fill('Anna')
  await field(dialog, 'E-mail').fill(ownEmail())
  await send(dialog, 'Sign up')
  await expect(line(page, familyName)).toBeVisible()
}
