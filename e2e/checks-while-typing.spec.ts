import type { Locator, Page } from '@playwright/test'
import { field, makeExercise, openDialog, ownCode, send, signInAs } from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'

/** What stands under a heading of the list in an inject's row. */
async function cell(page: Page, serial: string, heading: string): Promise<Locator> {
  const at = await page
    .getByRole('columnheader', { name: heading, exact: true })
    .getAttribute('aria-colindex')
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Open ${serial}`, exact: true }) })
    .locator(`[aria-colindex="${at}"]`)
}

async function write(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (/^(Control\+\w+|Alt\+\w+|Enter|Tab|Escape|F8|Space|Arrow\w+)$/.test(key))
      await page.keyboard.press(key)
    else await page.keyboard.type(key)
  }
}

const saved = async (page: Page) => {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.getByText('Saving', { exact: true })).toHaveCount(0)
}

test('what is wrong shows while it is written, and what would move before it moves', async ({ page }) => {
  test.setTimeout(300_000)
  await signInAs(page, 'director')
  const code = ownCode('CK')
  await makeExercise(page, { code, name: 'Checks while typing', startex: `${daysAhead(200)} 09:00` })
  await page.goto(`/exercises/${code}/scenario/storylines`)
  const dialog = await openDialog(page, 'Add a storyline')
  await field(dialog, 'Name').fill('Harbour blackout')
  await send(dialog, 'Add a storyline')
  await page.goto(`/exercises/${code}/scenario?storyline=none`)
  await page.getByRole('button', { name: 'Write the first inject' }).press('Enter')
  await expect(await cell(page, '0.1', 'Title')).toBeFocused()
  await write(page, 'Cranes stand still', 'Tab', 'T+1h', 'Enter')
  await saved(page)
  for (const [serial, title, waits] of [
    ['0.2', 'The port calls', 'after 0.1 + 20m'],
    ['0.3', 'A reporter asks', 'after 0.2 + 10m'],
  ] as const) {
    await write(page, 'Control+Enter')
    await expect(await cell(page, serial, 'Title')).toBeFocused()
    await write(page, title, 'Tab', waits, 'Enter')
    await saved(page)
  }

  await test.step('each cell with a finding says it, and the list leads to the next', async () => {
    await expect(page.getByRole('button', { name: /\d+ findings/ })).toBeEnabled()
    await expect(await cell(page, '0.1', 'From')).toContainText('It does not say who sends it.')
    await page.getByRole('button', { name: /\d+ findings/ }).press('Enter')
    const list = page.getByRole('complementary', { name: 'Findings' })
    await expect(list.getByRole('heading', { name: 'To nobody' })).toBeVisible()
    await checkAccess(page)
    await write(page, 'Escape', 'F8')
    await expect(page.locator('[role=gridcell]:focus, [role=rowheader]:focus')).toContainText(
      'It does not say',
    )
  })

  await test.step('a circle shows in the cell while it is typed, and nothing is saved', async () => {
    const time = await cell(page, '0.1', 'Time')
    await time.click()
    await write(page, 'after 0.3')
    await expect(time.getByText(/→ 0\.[123] → .*each waits for the one before/)).toBeVisible()
    await write(page, 'Escape')
    await expect(time).toContainText('T+01:00:00')
  })

  await test.step('what waits is shown with its new time, moves with it, and is taken back at once', async () => {
    const time = await cell(page, '0.1', 'Time')
    await write(page, 'T+3h')
    await expect(time.getByText('2 injects would follow:')).toBeVisible()
    await expect(time.getByText(/12:20/)).toBeVisible()
    await write(page, 'Enter')
    const told = page.getByRole('region', { name: 'Notifications' })
    await expect(told.getByText('2 injects moved with 0.1.')).toBeVisible()
    await expect(await cell(page, '0.3', 'Time')).toContainText('12:30')
    await told.getByRole('button', { name: 'Take back' }).click()
    await expect(time).toContainText('T+01:00:00')
    await expect(await cell(page, '0.3', 'Time')).toContainText('10:30')
  })
})
