import type { Page } from '@playwright/test'
import { press, signInAs, textOf } from './app'
import { checkAccess, expect, test } from './fixtures'
import { mainExercise } from './walk'

const lines = (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('listitem')
const search = (page: Page) => page.getByRole('searchbox', { name: 'Name, nation or badge' })
const line = (page: Page, name: string) => lines(page).filter({ hasText: name })

test('a desk checks people in, goes on while the line is cut, and another desk sees it', async ({
  page,
  context,
  anotherBrowser,
}) => {
  await signInAs(page, 'registrar')
  const desk = `${await mainExercise(page)}/registrations/check-in`
  await page.goto(desk)
  const [first, second] = [await nameIn(page, 0), await nameIn(page, 1)]

  await test.step('by name, without case and diacritics', async () => {
    await search(page).fill(first.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())
    await expect(line(page, first)).toBeVisible()
    await press(line(page, first), `Check in ${first}`)
    await expect(page.getByRole('heading', { name: /^1 of / })).toBeVisible()
    await expect(line(page, first)).toContainText('Here since')
    await expect(search(page)).toBeFocused()
    await checkAccess(page)
  })
  await test.step('with the line cut, by the keyboard alone', async () => {
    await context.setOffline(true)
    await search(page).fill(second)
    await search(page).press('Enter')
    await expect(line(page, second)).toContainText('Here since')
    await expect(page.getByText('The line to the server is cut.')).toBeVisible()
    await expect(page.getByText('One press is not sent yet.')).toBeVisible()
    await checkAccess(page)
  })
  const other = await anotherBrowser()
  await signInAs(other, 'director')
  await other.goto(desk)
  await test.step('and the other desk learns of it when the line is back', async () => {
    await expect(line(other, first)).toContainText('Here since')
    await expect(line(other, second)).not.toContainText('Here since')
    await context.setOffline(false)
    await expect(page.getByText('One press is not sent yet.')).toBeHidden()
    await expect(page.getByText('The line to the server is cut.')).toBeHidden()
    await expect(line(other, second)).toContainText('Here since', { timeout: 30_000 })
  })
  await test.step('a wrong press is taken back', async () => {
    for (const name of [first, second]) {
      const sent = other.waitForResponse(answer => answer.request().method() === 'POST')
      await press(line(other, name), `Undo the check-in of ${name}`)
      await sent
      await expect(line(other, name)).not.toContainText('Here since')
    }
    await other.reload()
    await expect(other.getByRole('heading', { name: /^0 of / })).toBeVisible()
  })
})

async function nameIn(page: Page, at: number): Promise<string> {
  const button = lines(page)
    .nth(at)
    .getByRole('button', { name: /^Check in / })
  await expect(button).toBeVisible()
  return ((await button.getAttribute('aria-label')) ?? (await textOf(button))).replace('Check in ', '')
}
