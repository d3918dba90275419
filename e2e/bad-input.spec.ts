import type { Locator, Page } from '@playwright/test'
import {
  acceptInvitation,
  addRoles,
  choice,
  expectRefused,
  field,
  inviteContact,
  inviteNations,
  makeExercise,
  nominate,
  openDialog,
  openRegistration,
  ownCode,
  ownEmail,
  press,
  send,
  signInAs,
} from './app'
import { daysAhead, nextYearsChanges } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

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
    ['Link', 'javascript:alert(1)', /Give a full web address/, 'https://meet.example/board'],
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

test('a zone that is none and a name that is taken are refused beside their fields', async ({ page }) => {
  const code = ownCode('BI')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Narrow Lantern', startex: `${daysAhead(200)} 09:00` })
  await page.goto(`/exercises/${code}/teams/sites`)
  await addSite(page, 'Hall <b>A</b>')
  await expect(page.getByRole('rowheader', { name: 'Hall <b>A</b>' })).toBeVisible()
  const dialog = await openDialog(page, 'Add a site')
  await field(dialog, 'Name').fill('Hall <b>A</b>')
  await typeZone(dialog, 'Europe/Atlantis')
  await press(dialog, 'Add a site')
  await expectRefused(choice(dialog, 'Time zone'), /The list has nothing of this name/)
  await expect(choice(dialog, 'Time zone')).toHaveValue('Europe/Atlantis')
  await checkDialog(page)
  await typeZone(dialog, 'asia/tokyo')
  await press(dialog, 'Add a site')
  await expectRefused(field(dialog, 'Name'), /Another site of this exercise has this name/)
  await field(dialog, 'Name').fill('Hall B')
  await send(dialog, 'Add a site')
  await expect(page.getByRole('row', { name: /Hall B/ })).toContainText('Asia/Tokyo')
})

test('a nation that another invited in the meantime is refused once, and the choice stays', async ({
  page,
  anotherBrowser,
}) => {
  const code = ownCode('BI')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Double Lantern', startex: `${daysAhead(200)} 09:00` })
  await page.goto(`/exercises/${code}/nations/invite`)
  const tick = (nation: string) => page.getByRole('checkbox', { name: new RegExp(`^${nation} \\(`) })
  for (const nation of ['Estonia', 'Japan']) await tick(nation).check()
  const other = await anotherBrowser()
  await signInAs(other, 'administrator')
  await inviteNations(other, code, ['Japan'], 3)
  await press(page, 'Invite 2 partners')
  await expect(page.getByText('Already taking part: JPN.')).toHaveCount(1)
  await expect(page.getByRole('group', { name: 'Partners' })).toHaveAccessibleDescription(/JPN/)
  for (const nation of ['Estonia', 'Japan']) await expect(tick(nation)).toBeChecked()
  await tick('Japan').uncheck()
  await press(page, 'Invite 1 partner')
  await expect(page.getByRole('row', { name: /Invited/ })).toHaveCount(2)
})

test('what closes while a form is open says so, and leaves what was typed', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(120_000)
  const code = ownCode('BI')
  await signInAs(page, 'director')
  await makeExercise(page, {
    code,
    name: 'Late Lantern',
    startex: `${daysAhead(40)} 09:00`,
    starts: { 'Registration opens': 'D-50' },
  })
  await addRoles(page, code, { 'Legal adviser': 'legal' })
  await inviteNations(page, code, ['Japan'], 3)
  await openRegistration(page, code)
  const link = await inviteContact(page, code, 'Japan')
  const [japan, late] = [await anotherBrowser(), await anotherBrowser()]

  const delegation = await test.step('an invitation that somebody else has used', async () => {
    await late.goto(new URL(link).pathname)
    await field(late, 'Your name').fill('Too Late')
    await field(late, 'Your e-mail address').fill(ownEmail())
    const accepted = await acceptInvitation(japan, link, 'Nao Kitazaki')
    await press(late, 'Accept the invitation')
    await expect(late.getByRole('main').getByRole('alert')).toContainText('This invitation has been used')
    await expect(field(late, 'Your name')).toHaveValue('Too Late')
    await checkAccess(late)
    return accepted
  })
  await test.step('an invitation that was taken back', async () => {
    await late.goto(new URL(await inviteContact(page, code, 'Japan')).pathname)
    await field(late, 'Your name').fill('Too Late')
    await field(late, 'Your e-mail address').fill(ownEmail())
    await page.reload()
    await press(page, /^Take back the invitation/)
    await expect(page.getByText('The invitation is taken back')).toBeVisible()
    await press(late, 'Accept the invitation')
    await expect(late.getByRole('main').getByRole('alert')).toContainText('This invitation was taken back')
    await expect(field(late, 'Your name')).toHaveValue('Too Late')
    await late.reload()
    await expect(late.getByText('taken back')).toBeVisible()
  })
  const expert = { familyName: 'Kitahama', givenName: 'Sora', role: 'Legal adviser' }
  await test.step('a person is refused beside each field', async () => {
    await nominate(japan, delegation, { ...expert, familyName: 'Kita\u0007hama' })
    await expectRefused(field(japan, 'Family name'), /invisible control characters/)
    await field(japan, 'Family name').fill('Kitahama')
    await field(japan, 'E-mail').fill('sora@')
    await press(japan, 'Save as a draft')
    await expectRefused(field(japan, 'E-mail'), /e-mail address/)
    await expect(field(japan, 'E-mail')).toHaveValue('sora@')
    await field(japan, 'E-mail').fill(ownEmail())
  })
  await test.step('the nation is given an end of its own, in an hour that is asked about', async () => {
    await setClosing(page, async dialog => {
      const { skips, repeats } = nextYearsChanges()
      for (const [typed, words] of [
        ['D-60', /Registration would close before it opens/],
        [`${skips} 03:30`, /The clocks skip this time/],
        [`${repeats} 03:30`, /Choose which of the two you mean/],
      ] as const) {
        await field(dialog, 'Own date').fill(typed)
        await press(dialog, 'Save')
        await expectRefused(field(dialog, 'Own date'), words)
        await expect(field(dialog, 'Own date')).toHaveValue(typed)
      }
      await checkDialog(page)
      await dialog.getByRole('radio', { name: 'After the clocks have gone back' }).check()
    })
    await expect(closing(page)).toContainText('own date')
    await setClosing(page, dialog => field(dialog, 'Own date').fill('D-45'))
    await expect(closing(page)).toContainText('D-45')
  })
  await test.step('registration has closed', async () => {
    await press(japan, 'Save as a draft')
    await expect(japan.getByRole('main').getByRole('alert')).toContainText('Registration has closed')
    await expect(field(japan, 'Family name')).toHaveValue('Kitahama')
    await expect(field(japan, 'Given name')).toHaveValue('Sora')
    await japan.goto(delegation)
    await expect(japan.getByRole('main')).toContainText('registration has closed')
    await japan.goto(`${delegation}/people/new`)
    await expect(japan.getByText(/Registration has closed/).first()).toBeVisible()
    await expect(japan.getByRole('button', { name: 'Save as a draft' })).toHaveCount(0)
    await checkAccess(japan)
  })
})

/** Types into the list of zones and leaves it, which closes the list. */
async function typeZone(dialog: Locator, zone: string): Promise<void> {
  await choice(dialog, 'Time zone').fill(zone)
  await dialog.page().keyboard.press('Tab')
}

async function addSite(page: Page, name: string): Promise<void> {
  const dialog = await openDialog(page, 'Add a site')
  await field(dialog, 'Name').fill(name)
  await choice(dialog, 'Time zone').click()
  await choice(dialog, 'Time zone').fill('Tallinn')
  await page.getByRole('option', { name: /Tallinn/ }).click()
  await send(dialog, 'Add a site')
}

const closing = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Registration closes' })

/** Opens the nation's own end of registration, which must be on its page, and saves what is filled in. */
async function setClosing(page: Page, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  const dialog = await openDialog(closing(page), 'Change')
  await fill(dialog)
  await send(dialog, 'Save')
}

async function editActivity(page: Page, code: string, title: string): Promise<void> {
  await page.goto(`/exercises/${code}/schedule`)
  await page.getByRole('link', { name: `Edit ${title}`, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}
