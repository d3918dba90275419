import type { Page } from '@playwright/test'
import { addTeams, choice, field, makeExercise, openDialog, ownCode, press, send, signInAs } from './app'
import { checkAccess, checkDialog, expect, test } from './fixtures'

const riina = 'Riina Kivimerts'

test('somebody stands two watches at once: that is seen, accepted with a reason, opened again by an edit, and mended', async ({
  page,
}) => {
  const code = ownCode('CL')
  const clashes = `/exercises/${code}/clashes`
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Two watches at once', startex: '2028-04-11 09:00' })
  await addTeams(page, code, 1)
  await test.step('two watches that overlap are a clash, which the rail counts on every page', async () => {
    const before = await openCount(page, code)
    await stand(page, code, { title: 'Early', start: 'T+0h' })
    await stand(page, code, { title: 'Late', start: 'T+2h' })
    await expect.poll(() => openCount(page, code)).toBeGreaterThan(before)
    await page
      .getByRole('link', { name: /^Clashes/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'Clashes' })).toBeVisible()
    await expect(doubled(page)).toContainText('11:00–13:00')
    await checkAccess(page)
  })
  await test.step('it may stand, because somebody says why', async () => {
    const dialog = await openDialog(doubled(page), `Accept, because …: ${riina}`)
    await field(dialog, 'Reason').fill('She hands over to herself')
    await checkDialog(page)
    await send(dialog, 'Accept this clash')
    await expect(doubled(page)).toBeHidden()
    await page.getByRole('link', { name: /^Accepted/ }).click()
    await expect(doubled(page)).toContainText('Accepted: She hands over to herself')
    await checkAccess(page)
  })
  await test.step('moved by an hour it is another clash, and open again', async () => {
    await doubled(page).getByRole('link', { name: /^Late/ }).click()
    await field(page, 'Starts').fill('T+3h')
    await press(page, 'Save')
    await page.goto(clashes)
    await expect(doubled(page)).toContainText('12:00–13:00')
    await expect(doubled(page)).toContainText('Accepted before it changed: She hands over to herself')
  })
  await test.step('the way to mend it leads to the watch, and it is gone', async () => {
    await doubled(page).getByRole('link', { name: /^Late/ }).click()
    await press(page, `Take ${riina} off`)
    await expect(page.getByText('0 of 1')).toBeVisible()
    await page.goto(clashes)
    await expect(page.getByRole('heading', { level: 1, name: 'Clashes' })).toBeVisible()
    await expect(doubled(page)).toBeHidden()
  })
})

const doubled = (page: Page) =>
  page.getByRole('listitem').filter({ hasText: riina }).filter({ hasText: '2 things at once.' })

/** As the rail counts them; it comes a moment after the page. */
async function openCount(page: Page, code: string): Promise<number> {
  await page.goto(`/exercises/${code}/schedule`)
  const link = page
    .getByRole('navigation')
    .getByRole('link', { name: /^Clashes\s*\d+$/ })
    .first()
  return Number(/\d+/.exec((await link.textContent()) ?? '')?.[0])
}

/** A watch of four hours, stood by the director. */
async function stand(page: Page, code: string, { title, start }: { title: string; start: string }) {
  await page.goto(`/exercises/${code}/schedule/shifts/shift/new`)
  await choice(page, 'Team').selectOption({ index: 1 })
  await field(page, 'Title').fill(title)
  await field(page, 'Starts').fill(start)
  await field(page, 'Lasts').fill('4 h')
  await press(page, 'Add a shift')
  const row = page.getByRole('row').filter({ hasText: title })
  await row.getByRole('link', { name: /^Open the shift/ }).click()
  await choice(page, 'Person').fill(riina)
  await page.getByRole('option', { name: new RegExp(riina) }).click()
  await press(page, 'Put on duty')
  await expect(page.getByText('1 of 1')).toBeVisible()
}
