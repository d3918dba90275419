import type { Page } from '@playwright/test'
import { readCatalogue } from '../lib/messages'
import { checkAccess, expect, test } from './fixtures'

test('anybody sees the public timeline without signing in, and nothing that is not public', async ({
  page,
  anotherBrowser,
  cookiesOf,
}) => {
  const address = await openPublicTimeline(page)
  const organiser = await anotherBrowser({ storageState: await cookiesOf('director') })
  await organiser.goto(`${address.replace('/timelines/', '/exercises/')}/schedule`)
  const plan = await planIn(organiser)
  expect(plan.open.length).toBeGreaterThan(3)
  expect(plan.closed.length).toBeGreaterThan(20)

  await test.step('the drawing shows public phases and activities only', async () => {
    const plot = page.getByRole('group', { name: 'Timeline', exact: true })
    await expect(plot.getByText('Phases')).toBeVisible()
    await plot.focus()
    await page.keyboard.press('Enter')
    const focused = plot.locator('button:focus')
    const said: string[] = []
    // Along the phases, then from lane to lane: what a crowd hides, the table below shows.
    for (const key of [
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
    ]) {
      await page.keyboard.press(key)
      await expect(focused).toHaveAccessibleName(/\d{4}/)
      said.push(await focused.evaluate(item => item.getAttribute('aria-label') ?? ''))
    }
    expect(new Set(said).size).toBeGreaterThan(3)
    for (const name of said)
      expect(/together/.test(name) || plan.open.some(title => name.includes(title)), name).toBe(true)
  })
  await test.step('the table has the same rows', async () => {
    await page.getByRole('link', { name: 'As table' }).click()
    await expect(page).toHaveURL(/view=table/)
    const table = page.getByRole('table', { name: 'Everything on the timeline' })
    await expect(table).toBeVisible()
    const rows = table.getByRole('row').filter({ has: page.getByRole('cell') })
    const titles = await rows.getByRole('rowheader').locator('span').allTextContents()
    expect(titles.toSorted()).toEqual(plan.open.toSorted())
    await checkAccess(page)
  })
  await test.step('nor does anything else come along unseen', async () => {
    // A phase may be called like a kind of thing, and the page knows the words of all kinds.
    const kinds = Object.values(readCatalogue('en').timeline?.kind ?? {})
    const closed = plan.closed.filter(title => !kinds.includes(title))
    for (const search of ['', '?view=table', '?lanes=team', '?item=team:1']) {
      const html = await (await page.request.get(address + search)).text()
      const leaked = closed.filter(title => new RegExp(`["'>\\\\]${escaped(title)}["'<\\\\]`).test(html))
      expect(leaked, search).toEqual([])
    }
  })
  await test.step('the exercise itself asks who is there', async () => {
    await page.goto(address.replace('/timelines/', '/exercises/'))
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })
})

test('keys, wheel and buttons zoom the timeline, and the address keeps where one stands', async ({
  page,
}) => {
  await openPublicTimeline(page)
  const plot = page.getByRole('group', { name: 'Timeline', exact: true })
  await plot.focus()
  await page.keyboard.press('+')
  await expect.poll(() => spanIn(page)).toBeGreaterThan(60 * 86_400)
  for (let presses = 0; presses < 20; presses++) await page.keyboard.press('+')
  await expect.poll(() => spanIn(page)).toBeLessThan(12 * 3600)

  await page.keyboard.press('0')
  await expect(page).not.toHaveURL(/from=/)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(page).toHaveURL(/from=/)
  const half = spanIn(page)
  await plot.hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await expect.poll(() => spanIn(page)).toBeLessThan(half)

  await test.step('the zone of the axis is a choice', async () => {
    await page
      .getByRole('navigation', { name: 'Zone of the axis' })
      .getByRole('link', { name: 'Zulu' })
      .click()
    await expect(page).toHaveURL(/zone=zulu/)
  })
  await test.step('an item is reached by keys and tells its three times', async () => {
    await page.getByRole('button', { name: 'Fit' }).click()
    await plot.focus()
    await page.keyboard.press('Enter')
    const focused = plot.locator('button:focus')
    await expect(focused).toHaveAccessibleName(/Phases, 1 of/)
    await page.keyboard.press('End')
    await expect(focused).not.toHaveAccessibleName(/Phases, 1 of/)
    const find = page.getByRole('searchbox', { name: 'Find' })
    await find.fill('final report')
    await find.press('Enter')
    await expect(page).toHaveURL(/item=activity/)
    const details = page.getByRole('complementary', { name: 'Details' })
    await expect(details).toContainText('Final report')
    await expect(details).toContainText(/\d{6}Z[A-Z]{3}\d\d/)
    await expect(details).toContainText('Tallinn')
    await checkAccess(page)
  })
  await test.step('whoever gets the address stands at the same place', async () => {
    const address = page.url()
    const shown = await page.getByRole('complementary', { name: 'Details' }).textContent()
    await page.goto('/')
    await page.goto(address)
    // The visitor's own zone is the browser's to say: the words are the same once it has said it.
    await expect(page.getByRole('complementary', { name: 'Details' })).toHaveText(shown ?? '')
    expect(page.url()).toBe(address)
  })
})

/** Opens the public timeline of the exercise that is in its registration, from the start page. */
async function openPublicTimeline(page: Page): Promise<string> {
  await page.goto('/')
  const line = page
    .getByRole('listitem')
    .filter({ hasText: 'Baltic Lantern' })
    .filter({ hasText: 'Registration open' })
  const link = line.getByRole('link')
  const address = (await link.getAttribute('href')) ?? ''
  await link.click()
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('group', { name: 'Timeline', exact: true })).toBeVisible()
  return address
}

/** Phases and activities as the organiser's schedule says whom they are for. */
async function planIn(page: Page): Promise<{ open: string[]; closed: string[] }> {
  const links = page.getByRole('link', { name: /^Edit ./ })
  await expect(links.first()).toBeVisible()
  const rows = await links.evaluateAll(all =>
    all.map(link => ({
      title: (link.getAttribute('aria-label') ?? '').slice('Edit '.length),
      open: link.closest('tr')?.textContent?.includes('Everybody') ?? false,
    })),
  )
  const open = rows.filter(row => row.open).map(row => row.title)
  return { open, closed: rows.map(row => row.title).filter(title => !open.includes(title)) }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Seconds in sight, as the address says a moment after it has settled; NaN where all is in sight. */
function spanIn(page: Page): number {
  const { searchParams } = new URL(page.url())
  const at = (name: string) => Date.parse((searchParams.get(name) ?? '').replace('Z', ':00Z'))
  return (at('to') - at('from')) / 1000
}
