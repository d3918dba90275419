import type { Locator, Page } from '@playwright/test'
import { field, makeExercise, openDialog, ownCode, press, send, signInAs } from './app'
import { daysAhead } from './dates'
import { expect, test } from './fixtures'

const row = (page: Page, serial: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: `Open ${serial}`, exact: true }) })

async function title(page: Page, serial: string): Promise<Locator> {
  const heading = page.getByRole('columnheader', { name: 'Title', exact: true })
  const at = await heading.getAttribute('aria-colindex')
  return row(page, serial).locator(`[aria-colindex="${at}"]`)
}

/** Begins to write in the title, and leaves it open. */
async function begin(page: Page, serial: string, text: string): Promise<void> {
  await (await title(page, serial)).click()
  await page.keyboard.type(text)
}

/** Connections that this page has opened to the stream; what it asks once to catch up is none. */
function streamsOf(page: Page): string[] {
  const opened: string[] = []
  page.on('request', request => {
    const url = new URL(request.url())
    if (/^\/api\/stream\/[^/]+$/.test(url.pathname) && !url.searchParams.has('once')) opened.push(url.href)
  })
  return opened
}

test('two planners write one MSEL in two browsers, and nothing is overwritten in silence', async ({
  page,
  browser,
  baseURL,
  cookiesOf,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, 'director')
  const code = ownCode('TP')
  await makeExercise(page, { code, name: 'Two planners', startex: `${daysAhead(200)} 09:00` })
  await page.goto(`/exercises/${code}/scenario/storylines`)
  const dialog = await openDialog(page, 'Add a storyline')
  await field(dialog, 'Name').fill('Harbour blackout')
  await send(dialog, 'Add a storyline')
  await page.goto(`/exercises/${code}/scenario`)
  await press(page, 'Write the first inject')
  const serial = '0.1'
  await expect(await title(page, serial)).toBeFocused()
  await page.keyboard.type('Cranes stand still')
  await page.keyboard.press('Enter')

  const there = await browser.newContext({
    baseURL: baseURL ?? '',
    locale: 'en-GB',
    storageState: await cookiesOf('administrator'),
  })
  const other = await there.newPage()
  await other.goto(`/exercises/${code}/scenario`)
  await expect(await title(other, serial)).toHaveText('Cranes stand still')

  await test.step('each sees what the other writes, adds and removes, without loading anything', async () => {
    await begin(page, serial, 'Cranes move by themselves')
    await page.keyboard.press('Enter')
    await expect(await title(other, serial)).toHaveText('Cranes move by themselves')
    await press(other, 'Add an inject')
    await expect(await title(other, '0.2')).toBeFocused()
    await other.keyboard.type('A reporter asks')
    await other.keyboard.press('Enter')
    await expect(await title(page, '0.2')).toHaveText('A reporter asks')
  })

  await test.step('each sees on which row the other is', async () => {
    await (await title(other, '0.2')).click()
    await expect(row(page, '0.2').getByText(/^Also here: /)).toHaveText('Also here: Kalju Haavasalu')
    await (await title(other, serial)).click()
    await expect(row(page, '0.2').getByText(/^Also here: /)).toHaveCount(0)
  })

  await test.step('who writes in a field that the other has changed meanwhile sees both, and decides', async () => {
    await begin(page, serial, 'Cranes are mine')
    await begin(other, serial, 'Cranes are theirs')
    await other.keyboard.press('Enter')
    await expect(await title(other, serial)).toHaveText('Cranes are theirs')
    await page.keyboard.press('Enter')
    // The cursor has gone on to the next row; the foot of the list leads back to what is not saved.
    await press(page, 'One inject has a cell that is not saved')
    const note = (await title(page, serial)).getByRole('alert')
    await expect(note).toContainText('Cranes are theirs')
    await expect(note).toContainText('Cranes are mine')
    await expect(await title(other, serial)).toHaveText('Cranes are theirs')
    await note.getByRole('button', { name: 'Keep mine' }).click()
    await expect(await title(other, serial)).toHaveText('Cranes are mine')
  })

  await test.step('a second tab shares the connection, and takes it over from the first', async () => {
    const second = await there.newPage()
    const opened = streamsOf(second)
    await second.goto(`/exercises/${code}/scenario`)
    await expect(await title(second, serial)).toHaveText('Cranes are mine')
    await begin(page, serial, 'For both tabs')
    await page.keyboard.press('Enter')
    await expect(await title(second, serial)).toHaveText('For both tabs')
    expect(opened).toEqual([])
    await other.close()
    await begin(page, serial, 'For the tab that is left')
    await page.keyboard.press('Enter')
    await expect(await title(second, serial)).toHaveText('For the tab that is left')
    expect(opened).toHaveLength(1)
  })
  await there.close()
})
