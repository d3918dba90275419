import type { Page } from '@playwright/test'
import {
  acceptInvitation,
  addRoles,
  field,
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
} from './app'
import { daysAhead } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

/** What stands under a heading of the list in somebody's row. */
async function cell(page: Page, familyName: string, heading: string) {
  const headings = await page.getByRole('columnheader').allTextContents()
  const at = headings.findIndex(text => text.startsWith(heading))
  expect(at, heading).toBeGreaterThan(0)
  return person(page, familyName).locator('td, th').nth(at)
}

test('a delegation’s list is written in with the keyboard alone, and two who write at once see it', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(240_000)
  const japan = await anotherBrowser({ timezoneId: 'Asia/Tokyo' })
  const link = await prepare(page)
  const delegation = await acceptInvitation(japan, link, 'Nao Kitazaki')
  await nominateAll(japan, delegation, [
    { familyName: 'Aoyama', givenName: 'Sora', role: 'Legal adviser' },
    { familyName: 'Kitahama', givenName: 'Rin', role: 'Legal adviser' },
    { familyName: 'Minamoda', givenName: 'Kai', role: 'Network defender' },
  ])

  await test.step('a letter begins, Tab goes on to the right, Enter down', async () => {
    await (await cell(japan, 'Aoyama', 'Given name')).click()
    await japan.keyboard.type('Sorato')
    await japan.keyboard.press('Tab')
    await japan.keyboard.press('F2')
    await japan.keyboard.type('青山 空人')
    await japan.keyboard.press('Enter')
    await expect(await cell(japan, 'Aoyama', 'Given name')).toHaveText('Sorato')
    await expect(await cell(japan, 'Aoyama', 'Own script')).toHaveText('青山 空人')
    await expect(await cell(japan, 'Kitahama', 'Own script')).toBeFocused()
    await checkAccess(japan)
  })
  await test.step('a role is chosen from its list, and the page has it when it is loaded anew', async () => {
    // The check looks at a phone's width too, where this column is put away and the focus with it.
    await (await cell(japan, 'Kitahama', 'Own script')).click()
    await japan.keyboard.press('ArrowRight')
    await japan.keyboard.press('Enter')
    await japan.keyboard.press('n')
    await japan.keyboard.press('Enter')
    await expect(await cell(japan, 'Kitahama', 'Role')).toHaveText('Network defender')
    await japan.reload()
    await expect(await cell(japan, 'Kitahama', 'Role')).toHaveText('Network defender')
    await expect(await cell(japan, 'Aoyama', 'Own script')).toHaveText('青山 空人')
  })
  await test.step('what cannot be is said in the cell and given up with Escape', async () => {
    await (await cell(japan, 'Minamoda', 'Given name')).click()
    await japan.keyboard.press('Delete')
    await japan.keyboard.press('Enter')
    const refused = await cell(japan, 'Minamoda', 'Given name')
    await expect(refused).toContainText('Fill this in.')
    await expect(refused).toHaveAttribute('aria-invalid', 'true')
    await checkAccess(japan)
    await refused.click()
    await japan.keyboard.press('Escape')
    await expect(refused).toHaveText('Kai')
  })
  await test.step('who has written over another’s word is asked', async () => {
    await page.goto(delegation)
    await (await cell(page, 'Aoyama', 'Given name')).dblclick()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Sorata')
    await page.keyboard.press('Enter')
    await expect(await cell(page, 'Aoyama', 'Given name')).toHaveText('Sorata')
    const own = await cell(japan, 'Aoyama', 'Given name')
    await own.click()
    await japan.keyboard.type('Soraki')
    await japan.keyboard.press('Enter')
    await expect(own).toContainText('has just made this “Sorata”')
    await checkAccess(japan)
    await press(own, 'Keep mine')
    await expect(own).toHaveText('Soraki')
    await page.reload()
    await expect(await cell(page, 'Aoyama', 'Given name')).toHaveText('Soraki')
  })
  await test.step('several are chosen with the keyboard and submitted', async () => {
    await (await cell(japan, 'Aoyama', 'Role')).click()
    await japan.keyboard.press('Shift+Space')
    await japan.keyboard.press('ArrowDown')
    await japan.keyboard.press('Shift+Space')
    await press(japan, 'Submit 2')
    await expect(person(japan, 'Aoyama')).toContainText('Submitted')
    await expect(person(japan, 'Kitahama')).toContainText('Submitted')
    await expect(person(japan, 'Minamoda')).toContainText('Draft')
  })
  await test.step('the columns are the reader’s own, and stay', async () => {
    await press(japan, 'Columns')
    await checkDialog(japan)
    await japan.getByRole('checkbox', { name: 'E-mail', exact: true }).check()
    await japan.getByRole('checkbox', { name: 'Own script', exact: true }).uncheck()
    await japan.keyboard.press('Escape')
    const head = japan.getByRole('columnheader', { name: 'E-mail' })
    await expect(head).toBeVisible()
    await japan.goto(`${delegation}?state=draft`)
    await expect(head).toBeVisible()
    await expect(japan.getByRole('columnheader', { name: 'Own script' })).toBeHidden()
    await expect(person(japan, 'Aoyama')).toBeHidden()
  })
  await test.step('a company’s contact puts up the own people, and sees nobody else', async () => {
    await japan.goto(`${delegation}/companies`)
    const adding = await openDialog(japan, 'Add')
    await field(adding, 'Name').fill('Kaikyo Rail')
    await send(adding, 'Add')
    await japan.goto(`${delegation}/contacts`)
    const dialog = await openDialog(japan, 'Invite a company’s contact')
    await press(dialog, 'Invite')
    const invitation = await field(dialog, 'Link').inputValue()
    const company = await anotherBrowser()
    await company.goto(new URL(invitation).pathname)
    await expect(company.getByText('to be the contact of Kaikyo Rail')).toBeVisible()
    await field(company, 'Your name').fill('Ren Hamasaki')
    await field(company, 'Your e-mail address').fill(ownEmail())
    await press(company, 'Accept the invitation')
    await expect(company.getByRole('heading', { level: 1, name: 'Kaikyo Rail' })).toBeVisible()
    await checkAccess(company)
    await company.getByRole('link', { name: 'Add a person' }).first().click()
    const desk = new URL(company.url()).pathname.replace('/people/new', '')
    const expert = { familyName: 'Umino', givenName: 'Aoi', role: 'Legal adviser', company: 'Kaikyo Rail' }
    await nominateAll(company, desk, [expert])
    await expect(person(company, 'Aoyama')).toBeHidden()
    expect((await company.goto(delegation))?.status()).toBe(404)
    await japan.goto(delegation)
    await expect(person(japan, 'Umino')).toContainText('Kaikyo Rail')
  })
})

async function prepare(page: Page): Promise<string> {
  const code = ownCode('WL')
  await signInAs(page, 'director')
  const starts = { 'Registration opens': 'D-60' }
  await makeExercise(page, { code, name: 'Breakwater Lantern', startex: `${daysAhead(40)} 09:00`, starts })
  await addRoles(page, code, { 'Network defender': 'technical', 'Legal adviser': 'legal' })
  await inviteNations(page, code, ['Japan'], 10)
  await openRegistration(page, code)
  return inviteContact(page, code, 'Japan')
}
