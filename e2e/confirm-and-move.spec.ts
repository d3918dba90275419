import type { Page } from '@playwright/test'
import {
  acceptInvitation,
  addRoles,
  addTeams,
  choice,
  choosePeople,
  type Expert,
  expectRefused,
  field,
  fitOutTeam,
  inviteContact,
  inviteNations,
  makeExercise,
  nominateAll,
  openDialog,
  openNation,
  openRegistration,
  ownCode,
  person,
  press,
  send,
  signInAs,
  textOf,
} from './app'
import { addDays, nextChange } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

const change = nextChange(80)
const startex = addDays(change.date, -14)
const moved = addDays(change.date, 14)

test('an organiser confirms who arrives, and moves STARTEX across a change of the clocks', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(300_000)
  const code = ownCode('CM')
  await test.step('an exercise is open for registration', () => prepare(page, code))
  await test.step('two nations register their experts', async () => {
    const defender = { role: 'Network defender', team: 'BT 01' }
    await register(await anotherBrowser(), await inviteContact(page, code, 'Japan'), 'Nao Kitazaki', [
      { familyName: 'Kitahama', givenName: 'Sora', ...defender },
      { familyName: 'Higashino', givenName: 'Kai', ...defender },
      { familyName: 'Minamoda', givenName: 'Rin', ...defender },
    ])
    await register(await anotherBrowser(), await inviteContact(page, code, 'Estonia'), 'Eva Põhjaranna', [
      { familyName: 'Meremägi', givenName: 'Tõnu', role: 'Legal adviser', team: 'BT 02' },
    ])
  })

  await test.step('the organiser sees them arrive per nation, role and team', async () => {
    await page.goto(`/exercises/${code}/registrations`)
    const numbers = (line: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: line }) })
    await expect(page.getByRole('meter', { name: 'Places taken by Japan' })).toHaveAttribute(
      'aria-valuenow',
      '3',
    )
    await expect(page.getByRole('meter', { name: 'Places taken by Estonia' })).toHaveAttribute(
      'aria-valuenow',
      '1',
    )
    await expect(numbers('JPN Japan')).toContainText('3 / 5')
    await page.getByRole('link', { name: 'By role' }).click()
    await expect(page.getByRole('meter', { name: 'Seats filled: Network defender' })).toHaveAttribute(
      'aria-valuemax',
      '4',
    )
    await checkAccess(page)
    await page.getByRole('link', { name: 'By team' }).click()
    await expect(page.getByRole('meter', { name: 'Seats filled: BT 01' })).toHaveAttribute(
      'aria-valuenow',
      '0',
    )
    await checkAccess(page)
  })
  await test.step('as many as there are seats are confirmed, and no more', async () => {
    await choosePeople(page, ['Kitahama', 'Higashino', 'Minamoda'])
    const dialog = await openDialog(page, 'Confirm 3')
    await press(dialog, 'Confirm 3')
    await expect(dialog.getByRole('alert')).toContainText('3 seats are wanted and 2 are left of 2')
    await checkDialog(page)
    await press(dialog, 'Cancel')
    await expect(person(page, 'Minamoda')).toContainText('Endorsed')
    await choosePeople(page, ['Kitahama', 'Higashino'])
    await send(await openDialog(page, 'Confirm 2'), 'Confirm 2')
    await expect(person(page, 'Kitahama')).toContainText('Confirmed')
    await expect(page.getByRole('meter', { name: 'Seats filled: BT 01' })).toHaveAttribute(
      'aria-valuenow',
      '2',
    )
    await choosePeople(page, ['Minamoda'])
    await send(await openDialog(page, 'Waiting list: 1'), 'Waiting list: 1')
    await expect(person(page, 'Minamoda')).toContainText('Waiting')
  })
  await test.step('a quota below what is taken is refused with the number', async () => {
    await openNation(page, code, 'Japan')
    const dialog = await openDialog(page.getByRole('listitem').filter({ hasText: 'Whole' }), 'Change')
    await field(dialog, 'Places').fill('1')
    await press(dialog, 'Save')
    await expectRefused(field(dialog, 'Places'), /2 places are taken, 1 more than this/)
    await expect(field(dialog, 'Places')).toHaveValue('1')
    await page.keyboard.press('Escape')
  })

  await test.step('the plan has moments of each kind', async () => {
    await addActivity(page, code, 'Range night check', 'D-14 03:30')
    await addActivity(page, code, 'Morning briefing', 'D+1 09:00')
    await addActivity(page, code, 'Range opens', 'T-360h')
    await addActivity(page, code, 'Board of partners', `${addDays(startex, 3)} 10:00`)
    await expect(planned(page, 'Morning briefing')).toContainText(`${day(addDays(startex, 1))} 09:00`)
    await expect(planned(page, 'Range opens')).toContainText(`${day(addDays(startex, -15))} 09:00`)
  })
  await test.step('the move is shown before it is made', async () => {
    await askToMove(page, code)
    await expect(page.getByText('STARTEX moves by 28 days.')).toBeVisible()
    const warning = page.getByRole('listitem').filter({ hasText: 'One moment needs a decision.' })
    await expect(warning).toBeVisible()
    const hour = change.kind === 'skips' ? 'that the clocks skip' : 'that the clocks show twice'
    const decide = listed(page, 'One moment needs a decision')
    await expect(decide.getByRole('row', { name: /Range night check/ })).toContainText(
      `falls into an hour ${hour}`,
    )
    const follow = listed(page, /follow by themselves$/)
    for (const title of ['Morning briefing', 'Range opens']) await expect(follow).toContainText(title)
    await expect(listed(page, /pinned and stay/)).toContainText('Board of partners')
    await expect(listed(page, /taken place and stay/)).toContainText('Registration opens')
    await checkAccess(page)
  })
  await test.step('and then made, with its reason', async () => {
    const opened = await startOf(page, code, 'Registration opens')
    await askToMove(page, code)
    await field(page, 'Reason').fill('The host hall is free four weeks later')
    await press(page, 'Move it')
    await expect(page.getByRole('row').filter({ hasText: 'The host hall is free' })).toContainText(
      'Slip STARTEX',
    )
    await page.goto(`/exercises/${code}/schedule`)
    // The wall time stays, whatever the clocks do; seconds on the exercise clock stay, so the wall time does not.
    await expect(planned(page, 'Morning briefing')).toContainText(`${day(addDays(moved, 1))} 09:00`)
    const wall = change.kind === 'skips' ? '08:00' : '10:00'
    await expect(planned(page, 'Range opens')).toContainText(`${day(addDays(moved, -15))} ${wall}`)
    await expect(planned(page, 'Board of partners')).toContainText(`${day(addDays(startex, 3))} 10:00`)
    await expect(planned(page, 'Range night check')).toContainText(
      change.kind === 'skips' ? 'The clocks skip this time on that day' : 'The clocks show this time twice',
    )
    expect(await startOf(page, code, 'Registration opens')).toBe(opened)
    await checkAccess(page)
  })
  await test.step('the history tells of it', async () => {
    await page.goto(`/exercises/${code}/history`)
    await expect(page.getByText('The host hall is free four weeks later')).toBeVisible()
  })
})

async function prepare(page: Page, code: string): Promise<void> {
  await signInAs(page, 'director')
  const starts = { 'Registration opens': 'D-364 09:00' }
  await makeExercise(page, { code, name: 'Shifting Lantern', startex: `${startex} 09:00`, starts })
  await addRoles(page, code, { 'Network defender': 'technical', 'Legal adviser': 'legal' })
  await inviteNations(page, code, ['Japan', 'Estonia'], 5)
  await addTeams(page, code, 2)
  const nations = ['Estonia', 'Japan']
  await fitOutTeam(page, code, 'BT 01', { seats: { 'Network defender': [1, 2] }, nations })
  await fitOutTeam(page, code, 'BT 02', {
    seats: { 'Network defender': [1, 2], 'Legal adviser': [1, 1] },
    nations,
  })
  await openRegistration(page, code)
}

/** A point of contact comes by the link, puts experts on the list, submits and endorses them. */
async function register(page: Page, link: string, name: string, experts: Expert[]): Promise<void> {
  const delegation = await acceptInvitation(page, link, name)
  await nominateAll(page, delegation, experts)
  const names = experts.map(expert => expert.familyName)
  await choosePeople(page, names)
  await press(page, `Submit ${names.length}`)
  for (const one of names) await expect(person(page, one)).toContainText('Submitted')
  await choosePeople(page, names)
  await press(page, `Endorse ${names.length}`)
  for (const one of names) await expect(person(page, one)).toContainText('Endorsed')
}

async function addActivity(page: Page, code: string, title: string, start: string): Promise<void> {
  await page.goto(`/exercises/${code}/schedule/activities/new`)
  await field(page, 'Title').fill(title)
  await choice(page, 'Kind').selectOption('Briefing')
  await field(page, 'Starts').fill(start)
  await press(page, 'Add an activity')
  await expect(planned(page, title)).toBeVisible()
}

/** From the settings, as a director looks for it. */
async function askToMove(page: Page, code: string): Promise<void> {
  await page.goto(`/exercises/${code}/settings`)
  await page.getByRole('link', { name: 'Move STARTEX' }).click()
  await field(page, 'New STARTEX').fill(`${moved} 09:00`)
  await press(page, 'Show what would happen')
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
}

/** A list of the preview, opened. */
const listed = (page: Page, caption: string | RegExp) =>
  page.getByRole('group').filter({ has: page.locator('summary', { hasText: caption }) })

const planned = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

/** When a line of the schedule begins, at home. */
async function startOf(page: Page, code: string, title: string): Promise<string> {
  await page.goto(`/exercises/${code}/schedule`)
  return textOf(planned(page, title).getByRole('cell').nth(1))
}

/** As the schedule writes a day: `Mon 15 Mar 2027`. */
function day(date: string): string {
  const [weekday, number, month, year] = new Date(`${date}T12:00Z`).toUTCString().split(/,? /)
  return `${weekday} ${Number(number)} ${month} ${year}`
}
