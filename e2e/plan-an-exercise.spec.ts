import type { Page } from '@playwright/test'
import {
  addRoles,
  addTeams,
  choice,
  describeExercise,
  expectRefused,
  field,
  fitOutTeam,
  inviteNations,
  openDialog,
  openNation,
  openRegistration,
  ownCode,
  press,
  rowStart,
  send,
  signInAs,
  textOf,
} from './app'
import { addDays, nextYearsChanges } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

const others = [
  ...[
    'Australia',
    'Austria',
    'Belgium',
    'Canada',
    'Denmark',
    'Finland',
    'France',
    'Germany',
    'Greece',
    'Iceland',
  ],
  ...[
    'Italy',
    'Latvia',
    'Lithuania',
    'Luxembourg',
    'Norway',
    'Poland',
    'Portugal',
    'Spain',
    'Sweden',
    'Ukraine',
  ],
]

test('an organiser plans an exercise from the template to open registration', async ({ page }) => {
  test.setTimeout(300_000)
  const code = ownCode('PL')
  const { skips, repeats } = nextYearsChanges()
  // A Tuesday between the two changes.
  const startex = addDays(skips, 23)
  await signInAs(page, 'director')

  await test.step('a STARTEX that the clocks skip is refused beside its field, and nothing typed is lost', async () => {
    await describeExercise(page, { code: 'BL-TAKEN', name: 'Northern Lantern', startex: `${skips} 03:30` })
    await expect(page.getByText('The clocks skip this time. Take one of its neighbours')).toBeVisible()
    await press(page, 'Make the exercise')
    await expectRefused(field(page, 'STARTEX'), /The clocks skip this time on that day/)
    await expect(field(page, 'STARTEX')).toHaveValue(`${skips} 03:30`)
    await expect(field(page, 'Code')).toHaveValue('BL-TAKEN')
    await expect(field(page, 'Host venue')).toHaveValue('Harbour Hall, Tallinn')
    await checkAccess(page)
  })
  await test.step('a STARTEX that the clocks show twice asks which one is meant', async () => {
    await field(page, 'STARTEX').fill(`${repeats} 03:30`)
    const which = page.getByRole('group', { name: 'The clocks show this time twice. Which one is meant?' })
    await expect(which.getByRole('radio')).toHaveCount(2)
    await press(page, 'Make the exercise')
    await expectRefused(field(page, 'STARTEX'), /Choose which of the two you mean/)
    await which.getByRole('radio', { name: 'After the clocks have gone back' }).check()
    await checkAccess(page)
  })
  await test.step('an ENDEX before STARTEX is refused beside its field', async () => {
    await field(page, 'STARTEX').fill(`${startex} 09:00`)
    await field(page, 'ENDEX').fill('D-1 17:00')
    await press(page, 'Make the exercise')
    await expectRefused(field(page, 'ENDEX'), /ENDEX must come after STARTEX/)
    await expect(field(page, 'ENDEX')).toHaveValue('D-1 17:00')
    await field(page, 'ENDEX').fill('D+3 17:00')
  })
  await test.step('a code that another exercise has is refused beside its field', async () => {
    const known = await codeOfAnother(page)
    await field(page, 'Code').fill(known)
    await press(page, 'Make the exercise')
    await expectRefused(field(page, 'Code'), /Another exercise has this code/)
    await expect(field(page, 'Code')).toHaveValue(known)
    await field(page, 'Code').fill(code)
  })
  await test.step('the template is changed before the exercise is made', async () => {
    await expect(rowStart(page, 'Final planning conference (FPC)')).toHaveValue('D-28')
    await rowStart(page, 'Final planning conference (FPC)').fill('D-26')
    await page.getByRole('checkbox', { name: 'Include National recruitment call' }).uncheck()
    await press(page, 'Make the exercise')
    await expect(page).toHaveURL(`/exercises/${code}`)
    await expect(page.getByRole('heading', { level: 1, name: 'Northern Lantern' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('No nation is invited yet.')
    await checkAccess(page)
  })
  await test.step('phases are added to those of the template', async () => {
    await page.getByRole('link', { name: /^Schedule/ }).click()
    await expect(planned(page, 'Final planning conference (FPC)')).toContainText('D-26')
    await expect(planned(page, 'National recruitment call')).toHaveCount(0)
    await page.getByRole('link', { name: 'Add a phase' }).click()
    await field(page, 'Name').fill('After-action week')
    await field(page, 'Starts').fill('D+10')
    await field(page, 'Ends').fill('D+5')
    await press(page, 'Add a phase')
    await expectRefused(field(page, 'Ends'), /The end must come after the start/)
    await expect(field(page, 'Starts')).toHaveValue('D+10')
    await field(page, 'Ends').fill('D+16')
    await press(page, 'Add a phase')
    await expect(page.getByRole('rowheader', { name: /After-action week/ })).toBeVisible()
  })
  await test.step('teams are numbered and have roles and seats', async () => {
    await addRoles(page, code, { 'Network defender': 'technical', 'Legal adviser': 'legal' })
    await addTeams(page, code, 3)
    await inviteNations(page, code, ['Estonia', 'Japan', 'European Union', ...others], 12)
    await expect(page.getByRole('row', { name: /Invited/ })).toHaveCount(23)
    await fitOutTeam(page, code, 'BT 02', {
      seats: { 'Network defender': [4, 8], 'Legal adviser': [1, 2] },
      nations: ['Estonia', 'Japan'],
    })
    const seats = page.getByRole('table', { name: 'Seats of BT 02' })
    await expect(seats.getByRole('row', { name: /Network defender/ })).toContainText('0 / 8')
  })
  await test.step('nobody is invited twice', async () => {
    await page.goto(`/exercises/${code}/nations/invite`)
    await expect(page.getByRole('checkbox', { name: /^Finland/ })).toHaveCount(0)
    await expect(page.getByRole('checkbox', { name: /^Ireland/ })).toBeVisible()
  })
  await test.step('quotas are set for a delegation and for a role', async () => {
    await openNation(page, code, 'Japan')
    const whole = await openDialog(page.getByRole('listitem').filter({ hasText: 'Whole' }), 'Change')
    await field(whole, 'Places').fill('30')
    await send(whole, 'Save')
    await expect(page.getByRole('meter', { name: 'Whole' })).toHaveAttribute('aria-valuemax', '30')
    const role = await openDialog(page, 'Limit a role')
    await choice(role, 'Role').selectOption('Legal adviser')
    await field(role, 'Places').fill('many')
    await press(role, 'Save')
    await expectRefused(field(role, 'Places'), /Give a whole number/)
    await checkDialog(page)
    await field(role, 'Places').fill('2')
    await send(role, 'Save')
    await expect(page.getByRole('meter', { name: 'Legal adviser' })).toHaveAttribute('aria-valuemax', '2')
    await checkAccess(page)
  })
  await test.step('registration is opened', async () => {
    await openRegistration(page, code)
    await checkAccess(page)
    await page.getByRole('link', { name: 'History' }).click()
    await expect(page.getByRole('main')).toContainText('Riina Kivimerts')
  })
})

/** The line of the schedule that has this title. */
const planned = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

async function codeOfAnother(page: Page): Promise<string> {
  const list = await page.context().newPage()
  await list.goto('/exercises')
  const known = await textOf(
    list
      .getByRole('row', { name: /Baltic Lantern/ })
      .getByRole('link')
      .first(),
  )
  await list.close()
  return known
}
