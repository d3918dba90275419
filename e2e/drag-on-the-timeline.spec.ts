import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { checkAccess, expect, test } from './fixtures'

/** The main exercise's timeline, drawn, with what the keyboard is at and what it says of it. */
async function boardOf(page: Page) {
  await page.goto('/exercises/BL27/timeline')
  const plot = page.getByRole('group', { name: 'Timeline', exact: true })
  await expect(plot.getByText('Injects')).toBeVisible()
  const item = plot.locator('button[data-item]')
  const seek = async (title: string) => {
    await page.getByLabel('Find').fill(title)
    await page.getByLabel('Find').press('Enter')
    await expect(item).toHaveAccessibleName(new RegExp(`^${title}`))
  }
  return { plot, item, details: page.getByRole('complementary', { name: 'Details' }), seek }
}

test('a planner drags a conference, sees first what would follow, moves it and puts it back', async ({
  anotherBrowser,
  cookiesOf,
}) => {
  const page = await anotherBrowser({
    storageState: await cookiesOf('planner'),
    viewport: { width: 1440, height: 900 },
  })
  const { item, details, seek } = await boardOf(page)
  await seek('Programme board')
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

test('a planner pulls at an end, moves several at once, copies to an exact time and saves what is in sight', async ({
  anotherBrowser,
  cookiesOf,
}) => {
  const page = await anotherBrowser({
    storageState: await cookiesOf('planner'),
    viewport: { width: 1440, height: 900 },
  })
  const { plot, item, details, seek } = await boardOf(page)
  const leave = page.getByRole('button', { name: 'Leave it as it is' })
  const dragBy = async (x: number, y: number, by: { x: number; y: number }) => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + by.x, y + by.y, { steps: 5 })
    await page.mouse.up()
  }

  await test.step('Shift and a drag choose what is within, and all of it is dragged', async () => {
    await seek('Programme board')
    const [lane, frame] = [await boxOf(plot.getByText('Conferences')), await boxOf(plot)]
    await page.keyboard.down('Shift')
    await dragBy(frame.x + 215, lane.y - 2, { x: frame.width - 540, y: lane.height - 4 })
    await page.keyboard.up('Shift')
    await expect(page.getByText(/^[2-9] selected$/)).toBeVisible()
    const box = await boxOf(item)
    await dragBy(box.x + box.width / 2, box.y + box.height / 2, { x: 60, y: 0 })
    const rows = page.getByRole('dialog', { name: 'Move' }).getByRole('table')
    await expect(rows).toContainText('Programme board')
    await expect(rows).toContainText(/conference/)
    await leave.click()
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
  })
  await test.step('an end is dragged by itself', async () => {
    await seek('Scripting workshop')
    for (let times = 0; times < 8 && (await boxOf(item)).width < 60; times++)
      await page.getByRole('button', { name: 'Zoom in' }).click()
    const { x, y, width, height } = await boxOf(item)
    await dragBy(x + width - 3, y + height / 2, { x: 50, y: 0 })
    await expect(page.getByRole('dialog', { name: 'Change an end' })).toContainText('Scripting workshop')
    await leave.click()
  })
  await test.step('a copy goes to an exact time, and away again', async () => {
    await details.getByRole('button', { name: 'Move' }).click()
    const exact = page.getByRole('dialog', { name: 'Move to a time' })
    await exact.getByLabel('New start').fill('D-43')
    await exact.getByLabel('As a copy; what is there stays').check()
    await exact.getByRole('button', { name: 'Show what would follow' }).click()
    await page
      .getByRole('dialog', { name: 'Duplicate' })
      .getByRole('button', { name: 'Duplicate it' })
      .click()
    const found = page.getByText(/^(–|1) of \d$/)
    await expect(found).toHaveText(/of 2$/)
    await page
      .getByRole('region', { name: 'Notifications' })
      .getByRole('button', { name: 'Put back' })
      .click()
    await expect(found).toHaveText(/of 1$/)
  })
  await test.step('a drawing names what is in sight, a picture is of the same size', async () => {
    const drawn = await drawing(page)
    expect(drawn.said).toContain('Scripting workshop')
    const png = await saved(page, 'Picture (PNG)')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(Math.floor(2 * drawn.width))
    expect(png.readUInt32BE(20)).toBe(Math.floor(2 * drawn.height))
  })
  await test.step('what waits for what is drawn for whoever asks', async () => {
    await seek('1.2 Duty engineer')
    await details.getByRole('button', { name: 'Close' }).click()
    expect((await drawing(page)).curves).toBe(0)
    await page.getByRole('button', { name: 'Links' }).click()
    expect((await drawing(page)).curves).toBeGreaterThan(0)
  })
  await test.step('what really was stands beside the plan, drawn and in words', async () => {
    await page.goto('/exercises/BL27/schedule')
    await page.getByRole('link', { name: 'Edit Specification' }).click()
    await page.getByLabel('Really began').fill('D-350 10:00')
    await page.getByLabel('Really ended').fill('D-260 16:00')
    await page.getByRole('button', { name: 'Save what happened' }).click()
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Saved')
    await page.goto('/exercises/BL27/timeline')
    await seek('Specification')
    await expect(details).toContainText(/Actual.*10:00.*16:00/)
    expect((await drawing(page)).outlines).toBe(1)
  })
})

/** What is in sight, saved as a file. */
async function saved(page: Page, name: string) {
  await page.getByText('Share', { exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return readFile(await (await download).path())
}

/** What a drawing of what is in sight holds: its texts, curves between items, outlines of plans beside what really was. */
async function drawing(page: Page) {
  return page.evaluate(text => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      said: [...root.querySelectorAll('text')].map(one => one.textContent),
      curves: root.querySelectorAll('path[d*="C"]').length,
      outlines: root.querySelectorAll('rect[stroke-dasharray]').length,
    }
  }, (await saved(page, 'Drawing (SVG)')).toString())
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error('not on the screen')
  return box
}
