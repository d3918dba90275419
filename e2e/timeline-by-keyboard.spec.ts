import type { Page } from '@playwright/test'
import { checkAccess, expect, test } from './fixtures'

test('a planner who sees nothing finds, opens and moves an inject by keyboard', async ({
  anotherBrowser,
  cookiesOf,
}) => {
  const page = await anotherBrowser({ storageState: await cookiesOf('planner') })
  await page.goto('/exercises/BL27/timeline')
  const plot = page.getByRole('group', { name: 'Timeline', exact: true })
  await expect(plot.getByText('Injects')).toBeVisible()
  const item = plot.locator('button[data-item]:focus')

  await test.step('Tab comes to the drawing, Enter to what is in it', async () => {
    await tabTo(page, () => plot.evaluate(element => element === document.activeElement))
    await expect(plot).toHaveAccessibleDescription(/Enter leads to the items/)
    await page.keyboard.press('Enter')
    await expect(item).toHaveAccessibleName(/Specification, Phase · Staff, .*20\d\d.*, Phases, 1 of \d+/)
  })
  await test.step('arrows go along a lane and from lane to lane, each said with its place', async () => {
    await page.keyboard.press('ArrowRight')
    await expect(item).toHaveAccessibleName(/Phases, 2 of \d+/)
    await page.keyboard.press('End')
    await expect(item).toHaveAccessibleName(/Phases, (\d+) of \1$/)
    await page.keyboard.press('ArrowDown')
    await expect(item).toHaveAccessibleName(/^\d+ together: .*\. Enter zooms in\. Injects, 1 of \d+/)
  })
  await test.step('a crowd opens, and what was in it has the focus', async () => {
    for (
      let presses = 0;
      presses < 8 && /together/.test((await item.getAttribute('aria-label')) ?? '');
      presses++
    ) {
      const before = await item.getAttribute('aria-label')
      await page.keyboard.press('Enter')
      await expect(item).not.toHaveAccessibleName(before ?? '')
    }
    await expect(item).toHaveAccessibleName(/^1\.\d+ .*Inject.*Injects, \d+ of \d+/)
  })
  await test.step('Space selects, Enter opens the details', async () => {
    await page.keyboard.press('Space')
    await expect(plot.locator('button[data-item]:focus')).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(/\d{6}Z[A-Z]{3}\d\d/)
    await expect(page).toHaveURL(/item=inject:/)
  })
  await test.step('M takes it, Escape leaves it where it is, Enter shows first what would follow', async () => {
    const said = page.getByRole('status').filter({ hasText: 'Enter shows what would follow' })
    await page.keyboard.press('m')
    await page.keyboard.press('ArrowRight')
    await expect(said).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(said).toHaveCount(0)
    await page.keyboard.press('m')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Move' })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
  await checkAccess(page)
  await test.step('the table has the same row marked', async () => {
    await tabTo(page, () =>
      page.getByRole('link', { name: 'As table' }).evaluate(link => link === document.activeElement),
    )
    await page.keyboard.press('Enter')
    await expect(
      page.locator('tr[aria-current="true"]').getByRole('cell', { name: 'Inject', exact: true }),
    ).toBeVisible()
  })
})

/** Presses Tab until the focus is where it should be; a keyboard trap ends in a failure. */
async function tabTo(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await there()) return
    await page.keyboard.press('Tab')
  }
  expect(await there(), 'Tab comes here').toBe(true)
}
