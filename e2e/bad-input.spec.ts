import type { Page } from '@playwright/test'
import {
  acceptInvitation,
  addRoles,
  expectRefused,
  field,
  inviteContact,
  inviteNations,
  makeExercise,
  openRegistration,
  ownCode,
  press,
  signInAs,
} from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'

test('what cannot be is refused beside its field, and nothing typed is lost', async ({ page }) => {
  const code = ownCode('BI')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Careful Lantern', startex: `${daysAhead(200)} 09:00` })
  await page.goto(`/exercises/${code}/schedule/activities/new`)
  await field(page, 'Place').fill('Seaplane Quay')
  const tries: [name: string, typed: string, words: RegExp, good: string][] = [
    ['Title', 'x'.repeat(201), /one character too long; 200 fit/, 'Visit of the board'],
    ['Title', 'Visit\u0007 of the board', /invisible control characters/, '<i>Visit</i> of the board'],
    ['Starts', 'D+1 09:00 Europe/Atlantis', /no such time zone/, 'D+1 09:00'],
    ['Starts', '2027-02-30 09:00', /no such day/, 'D+1 09:00'],
    ['Starts', 'next Tuesday', /not understood/, 'D+1 09:00'],
    ['Lasts', '90', /Say the unit/, '90m'],
    ['Link', 'javascript:alert(1)', /./, 'https://meet.example/board'],
  ]
  await field(page, 'Title').fill('Visit')
  await field(page, 'Starts').fill('D+1 09:00')
  for (const [name, typed, words, good] of tries) {
    await field(page, name).fill(typed)
    await press(page, 'Add an activity')
    await expectRefused(field(page, name), words)
    await expect(field(page, name)).toHaveValue(typed)
    await expect(field(page, 'Place')).toHaveValue('Seaplane Quay')
    await field(page, name).fill(good)
  }
  await press(page, 'Add an activity')
  await expect(page.getByRole('rowheader', { name: '<i>Visit</i> of the board' })).toBeVisible()
})

test('whoever saves over another’s change is shown it first', async ({ page, anotherBrowser }) => {
  const code = ownCode('BI')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Shared Lantern', startex: `${daysAhead(200)} 09:00` })
  const other = await anotherBrowser()
  await signInAs(other, 'administrator')
  for (const reader of [page, other]) await editActivity(reader, code, 'Joining instructions')
  await field(other, 'Title').fill('Joining instructions, all in one')
  await press(other, 'Save')
  await expect(other.getByRole('rowheader', { name: 'Joining instructions, all in one' })).toBeVisible()

  await field(page, 'Title').fill('Joining instructions, sent twice')
  await press(page, 'Save')
  await expect(
    page.getByText('Kalju Haavasalu changed this to “Joining instructions, all in one”.'),
  ).toBeVisible()
  await expect(field(page, 'Title')).toHaveValue('Joining instructions, sent twice')
  await checkAccess(page)
  await press(page, 'Take theirs')
  await expect(field(page, 'Title')).toHaveValue('Joining instructions, all in one')
  await field(page, 'Place').fill('By mail')
  await press(page, 'Save')
  await expect(page.getByRole('row', { name: /Joining instructions, all in one/ })).toContainText('By mail')
})

test('a delegation is told that registration has closed', async ({ page, anotherBrowser }) => {
  const code = ownCode('BI')
  await signInAs(page, 'director')
  // The template closes registration 29 days before STARTEX.
  const starts = { 'Registration opens': 'D-50', 'Registration closes': 'D-29' }
  await makeExercise(page, { code, name: 'Late Lantern', startex: `${daysAhead(20)} 09:00`, starts })
  await addRoles(page, code, { 'Legal adviser': 'legal' })
  await inviteNations(page, code, ['Japan'], 3)
  await openRegistration(page, code)
  const japan = await anotherBrowser()
  const delegation = await acceptInvitation(japan, await inviteContact(page, code, 'Japan'), 'Nao Kitazaki')
  await expect(japan.getByRole('main')).toContainText('registration has closed')
  await japan.goto(`${delegation}/people/new`)
  await expect(japan.getByText(/Registration has closed/).first()).toBeVisible()
  await expect(japan.getByRole('button', { name: 'Save as a draft' })).toHaveCount(0)
  await checkAccess(japan)
})

async function editActivity(page: Page, code: string, title: string): Promise<void> {
  await page.goto(`/exercises/${code}/schedule`)
  await page.getByRole('link', { name: `Edit ${title}`, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}
