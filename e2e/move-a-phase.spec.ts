import type { Page } from '@playwright/test'
import { choice, field, makeExercise, ownCode, press, signInAs } from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'

const planned = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) })

/** Asks, with the keyboard alone, what sliding the rehearsal by two days would do. */
async function ask(page: Page, code: string): Promise<void> {
  await page.goto(`/exercises/${code}/schedule/move`)
  await choice(page, 'Phase').selectOption('Rehearsal and deployment')
  await field(page, 'By how much').focus()
  await page.keyboard.type('2 d')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
}

test('a planner slides a phase, puts it back, and is told where somebody else was quicker', async ({
  page,
  browser,
  baseURL,
  cookiesOf,
}) => {
  const code = ownCode('MV')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Moving days', startex: `${daysAhead(400)} 09:00` })
  await page.goto(`/exercises/${code}/schedule`)
  const training = 'Familiarisation and EXCON training'
  const before = await planned(page, training).textContent()

  await test.step('what would follow is shown first, at an address that can be shared', async () => {
    await ask(page, code)
    await expect(page).toHaveURL(/kind=slide_phase.*phaseId=.*by=2(\+|%20)d/)
    const main = page.getByRole('main')
    await expect(main.getByText(/^\d+ rows move$/)).toBeVisible()
    // Few rows stand open.
    await expect(planned(page, training)).toBeVisible()
    await expect(page.getByText('Nobody has been assigned or has signed up yet.')).toBeVisible()
    await checkAccess(page)
  })

  const there = await browser.newContext({
    baseURL: baseURL ?? '',
    locale: 'en-GB',
    storageState: await cookiesOf('administrator'),
  })
  const other = await there.newPage()
  await test.step('another planner looks at the same', async () => {
    await other.goto(page.url())
    await expect(other.getByRole('button', { name: 'Move it', exact: true })).toBeVisible()
  })

  await test.step('a whole operation wants a reason, and then happens at once', async () => {
    await press(page, 'Move it')
    await expect(field(page, 'Reason')).toHaveAttribute('aria-invalid', 'true')
    await field(page, 'Reason').fill('The range is two days late')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('rows moved')
    const last = page.getByRole('row').filter({ hasText: 'The range is two days late' })
    await expect(last).toContainText('Slide a phase')
  })

  await test.step('the other is told who did what, and looks again', async () => {
    await field(other, 'Reason').fill('So I heard')
    await press(other, 'Move it')
    const alert = other.getByRole('alert').filter({ hasText: 'Meanwhile somebody else changed' })
    await expect(alert).toContainText('moved it')
    await press(alert, 'Look again')
    await expect(alert).toBeHidden()
    await press(other, 'Leave it as it is')
    await expect(other.getByRole('heading', { name: 'What would happen' })).toBeHidden()
    await there.close()
  })

  await test.step('and it is put back as it was', async () => {
    await page.goto(`/exercises/${code}/schedule`)
    await expect(planned(page, training)).not.toHaveText(before ?? '')
    await page.goto(`/exercises/${code}/schedule/move`)
    await press(page, /^Put back: Slide a phase/)
    await expect(page.getByRole('row').filter({ hasText: 'The range is two days late' })).toContainText(
      'put back',
    )
    await page.goto(`/exercises/${code}/schedule`)
    await expect(planned(page, training)).toHaveText(before ?? '')
  })
})
