import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** What no page may say: refusals of the Content-Security-Policy, React's and our own complaints, failed requests. */
const expected = [/Failed to load resource: the server responded with a status of 40[134]/]

/** A page that fails its journey when the browser's console complains. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(`${page.url()}: ${error.message}`))
    page.on('console', message => {
      if (message.type() !== 'error' && !/Content.Security.Policy|hydrat/i.test(message.text())) return
      if (!expected.some(pattern => pattern.test(message.text())))
        complaints.push(`${page.url()}: ${message.text()}`)
    })
    await use(page)
    expect(complaints, 'the browser console stays quiet').toEqual([])
  },
})

const sizes = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
]

/** Axe (WCAG 2.2 AA) in light and dark, on a desk and on a phone, and no sideways scrolling of the page. */
export async function checkAccess(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect(page.locator('main')).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} does not scroll sideways at ${size.width} px`).toBeLessThanOrEqual(0)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`,
      )
      expect(found, `${page.url()} at ${size.width} px, ${colorScheme}`).toEqual([])
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  await page.setViewportSize(sizes[0] ?? { width: 1440, height: 900 })
}
