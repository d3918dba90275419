import type { Page } from '@playwright/test'
import { field, makeExercise, openDialog, ownCode, press, send, signInAs } from './app'
import { checkAccess, checkDialog, expect, test } from './fixtures'

test('a clash is seen, accepted with a reason, opened again by an edit, and mended', async ({ page }) => {
  const code = ownCode('CL')
  const clashes = `/exercises/${code}/clashes`
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Two in one hall', startex: '2028-04-11 09:00' })
  await test.step('two briefings in one room are a clash, which the rail counts on every page', async () => {
    const before = await openCount(page, code)
    await add(page, code, { title: 'Press briefing', start: 'D-3 10:00' })
    await add(page, code, { title: 'Port briefing', start: 'D-3 11:00' })
    await expect.poll(() => openCount(page, code)).toBe(before + 1)
    await page
      .getByRole('link', { name: /^Clashes/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'Clashes' })).toBeVisible()
    await expect(briefings(page)).toContainText('2 activities in it at once.')
    await expect(briefings(page)).toContainText('11:00–12:00')
    await checkAccess(page)
  })
  await test.step('it may stand, because somebody says why', async () => {
    const dialog = await openDialog(page, 'Accept, because …: Harbour room 7')
    await field(dialog, 'Reason').fill('A wall parts the room')
    await checkDialog(page)
    await send(dialog, 'Accept this clash')
    await expect(briefings(page)).toBeHidden()
    await page.getByRole('link', { name: /^Accepted/ }).click()
    await expect(briefings(page)).toContainText('Accepted: A wall parts the room')
    await checkAccess(page)
  })
  await test.step('moved by half an hour it is another clash, and open again', async () => {
    await edit(page, code, 'Port briefing', 'D-3 11:30')
    await page.goto(clashes)
    await expect(briefings(page)).toContainText('11:30–12:00')
    await expect(briefings(page)).toContainText('Accepted before it changed: A wall parts the room')
  })
  await test.step('the way to mend it leads to the form, and it is gone', async () => {
    await briefings(page).getByRole('link', { name: 'Port briefing' }).click()
    await field(page, 'Starts').fill('D-3 12:00')
    await press(page, 'Save')
    await expect(page).toHaveURL(`/exercises/${code}/schedule`)
    await page.goto(clashes)
    await expect(page.getByRole('heading', { level: 1, name: 'Clashes' })).toBeVisible()
    await expect(briefings(page)).toBeHidden()
  })
})

const briefings = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Harbour room 7' })

/** As the rail counts them; it comes a moment after the page. */
async function openCount(page: Page, code: string): Promise<number> {
  await page.goto(`/exercises/${code}/schedule`)
  const link = page
    .getByRole('navigation')
    .getByRole('link', { name: /^Clashes\s*\d+$/ })
    .first()
  return Number(/\d+/.exec((await link.textContent()) ?? '')?.[0])
}

async function add(page: Page, code: string, { title, start }: { title: string; start: string }) {
  await page.goto(`/exercises/${code}/schedule/activities/new`)
  await field(page, 'Title').fill(title)
  await field(page, 'Starts').fill(start)
  await field(page, 'Lasts').fill('2 h')
  await field(page, 'Place').fill('Harbour room 7')
  await press(page, 'Add an activity')
  await expect(page.getByRole('rowheader', { name: title })).toBeVisible()
}

async function edit(page: Page, code: string, title: string, start: string) {
  await page.goto(`/exercises/${code}/schedule`)
  await page.getByRole('link', { name: `Edit ${title}` }).click()
  await field(page, 'Starts').fill(start)
  await press(page, 'Save')
  await expect(page).toHaveURL(`/exercises/${code}/schedule`)
}
