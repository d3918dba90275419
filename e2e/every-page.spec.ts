import type { Page } from '@playwright/test'
import { readCatalogue } from '../lib/messages'
import { flatten } from '../messages/icu-shape'
import { textOf } from './app'
import { checkAccess, checkDialog, expect, test } from './fixtures'
import { expectPageHeaders } from './headers'
import { routesOf, walk } from './walk'

const ownWords = new Set(Object.values(readCatalogue('en')).flatMap(words => [...flatten(words).values()]))

test.describe.configure({ mode: 'parallel' })

test('the walk knows every page of the app', () => {
  expect(Object.keys(walk).sort()).toEqual(routesOf('page.tsx'))
})

for (const [route, { as, path }] of Object.entries(walk)) {
  test.describe(route, () => {
    test.use({
      storageState: async ({ cookiesOf }, use) => use(as === 'visitor' ? undefined : await cookiesOf(as)),
    })

    test('can be used by everybody, and is sent with every guard', async ({ page }) => {
      // Long lists take long to look at in every width and colour.
      test.setTimeout(240_000)
      const response = await page.goto(await path(page))
      expect(response?.status()).toBe(200)
      await expectPageHeaders(response)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page).not.toHaveTitle('')
      await checkAccess(page)
      await checkDialogs(page)
      for (const { name, httpOnly } of await page.context().cookies()) expect(httpOnly, name).toBe(true)
    })
  })
}

/**
 * Opens one of each dialog that the page offers: rows of a table have the same. Buttons that say the same under headings
 * of two lists open two dialogs, while a heading that is somebody's or something's name heads a row.
 */
async function checkDialogs(page: Page): Promise<void> {
  const buttons = page.getByRole('main').locator('button[aria-haspopup="dialog"]:visible')
  const seen = new Set<string>()
  for (const button of await buttons.all()) {
    // Numbers and codes of nations name the row, not the dialog.
    const label = (await textOf(button)).replace(/\d+|\b[A-Z][A-Z0-9-]+\b/g, '')
    const above = await button.evaluate(
      element => document.evaluate('string(preceding::h2[1])', element).stringValue,
    )
    const kind = `${ownWords.has(above) ? above : ''}: ${label}`
    if (seen.has(kind)) continue
    seen.add(kind)
    await button.click()
    await checkDialog(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}
