import type { Locator, Page } from '@playwright/test'
import { field, makeExercise, openDialog, ownCode, press, send, signInAs } from './app'
import { daysAhead } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

async function title(page: Page, serial: string): Promise<Locator> {
  const heading = page.getByRole('columnheader', { name: 'Title', exact: true })
  const at = await heading.getAttribute('aria-colindex')
  const row = page.getByRole('row').filter({
    has: page.getByRole('button', { name: `Open ${serial}`, exact: true }),
  })
  return row.locator(`[aria-colindex="${at}"]`)
}

async function write(page: Page, serial: string, text: string): Promise<void> {
  await (await title(page, serial)).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(await title(page, serial)).toHaveText(text)
  await saved(page)
}

const saved = async (page: Page) => {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.getByText('Saving', { exact: true })).toHaveCount(0)
}

test('a baseline is made at a conference, what changed since is read, and everything is rolled back to it', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'director')
  const code = ownCode('RB')
  await makeExercise(page, { code, name: 'Roll back', startex: `${daysAhead(200)} 09:00` })
  const [msel, history] = [`/exercises/${code}/scenario`, `/exercises/${code}/scenario/history`]
  await page.goto(msel)
  await press(page, 'Write the first inject')
  await expect(await title(page, '0.1')).toBeFocused()
  await page.keyboard.type('Cranes stand still')
  await page.keyboard.press('Enter')
  await press(page, 'Add an inject')
  await write(page, '0.2', 'The port calls the watch')

  await test.step('the conference keeps what it agreed on', async () => {
    await page.goto(history)
    await expect(page.getByText('No baseline yet')).toBeVisible()
    const dialog = await openDialog(page, 'Make a baseline')
    await field(dialog, 'Name').fill('Main planning conference')
    await checkDialog(page)
    await send(dialog, 'Make a baseline')
    await expect(page.getByRole('rowheader', { name: 'Main planning conference' })).toBeVisible()
    await page.goto(history)
    await expect(page.getByText('Nothing is different.')).toBeVisible()
  })

  await test.step('months later the differences say who made what of it', async () => {
    await page.goto(msel)
    await write(page, '0.1', 'Cranes move by themselves')
    await write(page, '0.2', 'Nobody calls')
    await press(page, 'Add an inject')
    await write(page, '0.3', 'A reporter asks')
    await page.goto(history)
    await expect(page.getByText('2 injects changed, 1 added, 0 removed, 0 other entries')).toBeVisible()
    await expect(page.getByText('Title: Cranes stand still → Cranes move by themselves')).toBeVisible()
    await checkAccess(page)
    const story = await openDialog(page, 'History of 0.1')
    await expect(story.getByText('Title: Cranes stand still → Cranes move by themselves')).toBeVisible()
    await expect(story.getByText('Riina Kivimerts').first()).toBeVisible()
    await checkDialog(page)
    await page.keyboard.press('Escape')
  })

  await test.step('one inject is put back alone', async () => {
    await press(page, 'Put back 0.1 as it was')
    await press(page.getByRole('alertdialog'), 'Put back')
    await expect(page.getByText('0.1 is as it was.')).toBeVisible()
    await expect(page.getByText('1 inject changed, 1 added, 0 removed, 0 other entries')).toBeVisible()
  })

  await test.step('all of it is rolled back, with a reason', async () => {
    await press(page, 'Roll back everything')
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('one that was made since is removed')
    await field(dialog, 'Reason').fill('The conference did not agree to the new course')
    await checkDialog(page)
    await press(dialog, 'Roll back')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Nothing is different.')).toBeVisible()
  })

  await test.step('a roll back can be taken back, and done again', async () => {
    const toasts = page.getByRole('region', { name: 'Notifications' })
    await press(toasts, 'Take back')
    await expect(page.getByText('1 inject changed, 1 added, 0 removed, 0 other entries')).toBeVisible()
    await press(page, 'Roll back everything')
    await field(page.getByRole('alertdialog'), 'Reason').fill('Agreed after all')
    await press(page.getByRole('alertdialog'), 'Roll back')
    await expect(page.getByText('Nothing is different.')).toBeVisible()
    await page.goto(msel)
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3')
    await expect(await title(page, '0.1')).toHaveText('Cranes stand still')
    await expect(await title(page, '0.2')).toHaveText('The port calls the watch')
  })
})
