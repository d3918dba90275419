import { checkAccess, expect, test } from './fixtures'

test('a planner drags a conference, sees first what would follow, moves it and puts it back', async ({
  anotherBrowser,
  cookiesOf,
}) => {
  const page = await anotherBrowser({
    storageState: await cookiesOf('planner'),
    viewport: { width: 1440, height: 900 },
  })
  await page.goto('/exercises/BL27/timeline')
  const plot = page.getByRole('group', { name: 'Timeline', exact: true })
  await expect(plot.getByText('Injects')).toBeVisible()
  const item = plot.locator('button[data-item]')
  const details = page.getByRole('complementary', { name: 'Details' })
  await page.getByLabel('Find').fill('Programme board')
  await page.getByLabel('Find').press('Enter')
  await expect(item).toHaveAccessibleName(/^Programme board/)
  const dialog = page.getByRole('dialog', { name: 'Move' })
  const drag = async () => {
    const box = await item.boundingBox()
    if (!box) throw new Error('nothing to take')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.click(x, y)
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 50, y, { steps: 6 })
  }

  const planned = await test.step('Escape lets it go where it was', async () => {
    await drag()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(dialog).toBeHidden()
    await expect(details).toContainText('Programme board')
    return (await details.textContent()) ?? ''
  })
  await test.step('a drop shows old and new time before anything is written', async () => {
    await drag()
    await page.mouse.up()
    await expect(dialog.getByRole('table')).toContainText('Programme board')
    await expect(dialog.getByText('Makes no clash and mends none.')).toBeVisible()
    await checkAccess(page)
    await dialog.getByRole('button', { name: 'Move it' }).click()
    await expect(dialog).toBeHidden()
  })
  await test.step('it stands there now, and Undo puts it back', async () => {
    const undo = page
      .getByRole('region', { name: 'Notifications' })
      .getByRole('button', { name: /undo|put back/i })
    await expect(undo).toBeVisible()
    await expect(details).not.toHaveText(planned)
    await undo.click()
    await expect(details).toHaveText(planned)
  })
})
