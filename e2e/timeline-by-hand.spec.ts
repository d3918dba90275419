import type { Locator } from '@playwright/test'
import { checkAccess, expect, test } from './fixtures'

test('a director looks through the timeline by hand: wheel, drag, lanes, search', async ({
  anotherBrowser,
  cookiesOf,
}) => {
  const page = await anotherBrowser({ storageState: await cookiesOf('director') })
  await page.goto('/exercises/BL27/timeline')
  const plot = page.getByRole('group', { name: 'Timeline', exact: true })
  await expect(plot.getByText('Injects')).toBeVisible()

  await test.step('the wheel zooms at the pointer, a drag pans', async () => {
    const { x, y } = await middleOf(plot)
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, -800)
    await expect(page).toHaveURL(/from=/)
    const before = new URL(page.url()).searchParams.get('from') ?? ''
    await page.mouse.down()
    await page.mouse.move(x - 200, y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get('from') ?? '').not.toBe(before)
    expect((new URL(page.url()).searchParams.get('from') ?? '') > before).toBe(true)
  })
  await test.step('lanes by team fold and unfold', async () => {
    await page.getByRole('combobox', { name: 'Lanes by' }).selectOption('Team')
    await expect(page).toHaveURL(/lanes=team/)
    const team = plot.getByRole('button', { name: /^White Team/ })
    await expect(team).toHaveAttribute('aria-expanded', 'false')
    await team.click()
    await expect(team).toHaveAttribute('aria-expanded', 'true')
    await expect(page).toHaveURL(/turned=team:/)
  })
  await test.step('a search flies to its hits', async () => {
    const find = page.getByRole('searchbox', { name: 'Find' })
    await find.fill('report FINAL')
    await expect(page.getByText(/^– of \d+$/)).toBeVisible()
    await find.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Final report')
    await expect(page).toHaveURL(/item=activity:/)
  })
  await checkAccess(page)
})

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width * 0.6, y: box.y + box.height * 0.5 }
}
