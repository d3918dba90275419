import type { Locator, Page } from '@playwright/test'
import { field, makeExercise, openDialog, ownCode, press, send, signInAs } from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'

const row = (page: Page, serial: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: `Open ${serial}`, exact: true }) })

/** What stands under a heading of the list in an inject's row. */
async function cell(page: Page, serial: string, heading: string): Promise<Locator> {
  const at = await page
    .getByRole('columnheader', { name: heading, exact: true })
    .getAttribute('aria-colindex')
  return row(page, serial).locator(`[aria-colindex="${at}"]`)
}

async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (/^(Control|Shift|Alt)\+|^(Enter|Tab|Escape|Delete|Space|F2|Home|End|Arrow\w+)$/.test(key))
      await page.keyboard.press(key)
    else await page.keyboard.type(key)
  }
}

/** Everything written has arrived. */
const settled = async (page: Page) => {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.getByText('Saving', { exact: true })).toHaveCount(0)
}

const shown = (page: Page, count: number) =>
  expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', `${count + 1}`)

test('a storyline of thirty injects is written with the keyboard alone', async ({ page, context }) => {
  test.setTimeout(420_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, 'director')
  const code = ownCode('MS')
  await makeExercise(page, { code, name: 'Storyline by keyboard', startex: `${daysAhead(200)} 09:00` })
  await page.goto(`/exercises/${code}/scenario/storylines`)
  const dialog = await openDialog(page, 'Add a storyline')
  await field(dialog, 'Name').fill('Harbour blackout')
  await send(dialog, 'Add a storyline')

  await test.step('an empty list teaches, and the first inject is begun from there', async () => {
    await page.goto(`/exercises/${code}/scenario`)
    await expect(page.getByText('No inject yet')).toBeVisible()
    await checkAccess(page)
    await page.getByRole('button', { name: 'Filters' }).press('Enter')
    await page.getByRole('combobox', { name: 'Storyline', exact: true }).selectOption('1 Harbour blackout')
    await page.getByRole('button', { name: 'Write the first inject' }).press('Enter')
    await expect(await cell(page, '1.1', 'Title')).toBeFocused()
  })

  await test.step('a time is written in each notation, and said in three zones while it is typed', async () => {
    await type(page, 'Cranes stand still', 'Tab', 'D+1 09:30')
    await expect(page.getByText('D-day: moves with STARTEX’s date')).toBeVisible()
    await expect(page.getByText('Zulu', { exact: true })).toBeVisible()
    await type(page, 'Tab', '1h30', 'Enter')
    await settled(page)
    await expect(await cell(page, '1.1', 'Time')).toContainText('D+1 09:30')
    await expect(await cell(page, '1.1', 'Length')).toHaveText('1 h 30 min')
    const notations = [
      ['The port calls the watch', 'T+45m', 'T+00:45:00'],
      ['A reporter asks', '221430ZNOV26', '2026-11-22 14:30 UTC'],
      ['The ministry wants a report', 'after 1.1 + 20m', 'after 1.1 + 20 min'],
    ] as const
    for (const [at, [title, typed, kept]] of notations.entries()) {
      const serial = `1.${at + 2}`
      await type(page, 'Control+Enter')
      await expect(await cell(page, serial, 'Title')).toBeFocused()
      await type(page, title, 'Tab', typed, 'Tab')
      await settled(page)
      await expect(await cell(page, serial, 'Time')).toContainText(kept)
    }
    await expect(await cell(page, '1.4', 'Time')).toContainText('09:50')
  })

  await test.step('what cannot be a time stays in its cell, with what to do', async () => {
    await type(page, 'ArrowLeft', 'half past nine', 'Enter')
    const refused = await cell(page, '1.4', 'Time')
    await expect(refused).toHaveAttribute('aria-invalid', 'true')
    await expect(refused.getByRole('alert')).toBeVisible()
    await type(page, 'Escape')
    await expect(refused).toContainText('after 1.1 + 20 min')
  })

  await test.step('rows from a spreadsheet are pasted, those beyond the last as new injects', async () => {
    const lines = Array.from({ length: 27 }, (_, n) => `"Report ${n + 4}\nto the watch"\tT+${n + 30}h\t20m`)
    await page.evaluate(text => navigator.clipboard.writeText(text), lines.join('\r\n'))
    await type(page, 'Home', 'ArrowRight', 'ArrowRight')
    await expect(await cell(page, '1.4', 'Title')).toBeFocused()
    await type(page, 'Control+v')
    await shown(page, 30)
    await settled(page)
    await expect(await cell(page, '1.30', 'Title')).toBeFocused()
    await type(page, 'Control+Home')
    await expect(await cell(page, '1.4', 'Title')).toHaveText('Report 4 to the watch')
    await expect(await cell(page, '1.4', 'Time')).toContainText('T+1d 06:00:00')
  })

  await test.step('one value is filled down, taken back and done again', async () => {
    await type(page, 'Control+Home', 'ArrowRight', 'ArrowRight')
    for (let n = 0; n < 4; n++) await type(page, 'ArrowRight')
    const kind = await cell(page, '1.1', 'Kind')
    await expect(kind).toBeFocused()
    await type(page, 'infor', 'Enter', 'ArrowUp')
    await expect(kind).toHaveText('Information')
    for (let n = 0; n < 3; n++) await type(page, 'Shift+ArrowDown')
    await type(page, 'Control+d')
    await settled(page)
    for (const serial of ['1.2', '1.3'])
      await expect(await cell(page, serial, 'Kind')).toHaveText('Information')
    await type(page, 'Control+z')
    await settled(page)
    for (const serial of ['1.2', '1.3']) await expect(await cell(page, serial, 'Kind')).toHaveText('Inject')
    await expect(kind).toHaveText('Information')
    await type(page, 'Control+Shift+z')
    await settled(page)
    await expect(await cell(page, '1.2', 'Kind')).toHaveText('Information')
  })

  await test.step('all of it is there when the page is loaded anew, and can be read by everybody', async () => {
    await page.reload()
    await shown(page, 30)
    await expect(await cell(page, '1.2', 'Kind')).toHaveText('Information')
    await expect(await cell(page, '1.1', 'Storyline')).toHaveText('1 Harbour blackout')
    await checkAccess(page)
    await press(page, 'Open 1.1')
    await expect(page.getByRole('complementary', { name: 'Inject 1.1' })).toBeVisible()
    await checkAccess(page)
  })
})
