import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import type { DemoKey } from './app'
import { signInAs } from './app'
import { violationsOf } from './axe'

export { expect } from '@playwright/test'

/** What no page may say: refusals of the Content-Security-Policy, React's and our own complaints, failed requests. */
const expected = [
  /Failed to load resource: the server responded with a status of 40[134]/,
  // Only where a journey cuts the line itself.
  /net::ERR_INTERNET_DISCONNECTED/,
]

function watch(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', error => complaints.push(`${error.page()?.url()}: ${error.error().message}`))
  context.on('console', message => {
    if (message.type() !== 'error' && !/Content.Security.Policy|hydrat/i.test(message.text())) return
    if (!expected.some(pattern => pattern.test(message.text())))
      complaints.push(`${message.page()?.url()}: ${message.text()}`)
  })
}

type Own = {
  complaints: string[]
  /** A browser of another person, with cookies of its own. */
  anotherBrowser: (options?: BrowserContextOptions) => Promise<Page>
}
type Shared = {
  /** The cookies of somebody of the demo, who signs in once for all journeys that a worker runs. */
  cookiesOf: (key: DemoKey) => Promise<Awaited<ReturnType<BrowserContext['storageState']>>>
}

/** A journey fails when the console of any of its browsers complains. */
export const test = base.extend<Own, Shared>({
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const complaints: string[] = []
      await use(complaints)
      expect(complaints, 'the browser console stays quiet').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    watch(context, complaints)
    await use(context)
  },
  anotherBrowser: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async options => {
      const context = await browser.newContext(options)
      contexts.push(context)
      watch(context, complaints)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  cookiesOf: [
    async ({ browser }, use, info) => {
      const kept = new Map<DemoKey, ReturnType<BrowserContext['storageState']>>()
      const signIn = async (key: DemoKey) => {
        const context = await browser.newContext({ baseURL: info.project.use.baseURL ?? '' })
        await signInAs(await context.newPage(), key)
        const state = await context.storageState()
        await context.close()
        return state
      }
      await use(key => {
        const state = kept.get(key) ?? signIn(key)
        kept.set(key, state)
        return state
      })
    },
    { scope: 'worker' },
  ],
})

const sizes = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
]
const colourRules = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] }
const rules = {
  type: 'tag' as const,
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** Axe (WCAG 2.2 AA) in light and dark, on a desk and on a phone, and no sideways scrolling of the page. */
export async function checkAccess(page: Page): Promise<void> {
  const before = page.viewportSize()
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect(page.locator('main')).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} does not scroll sideways at ${size.width} px`).toBeLessThanOrEqual(0)
    await checkColours(page, `${page.url()} at ${size.width} px`)
  }
  await page.setViewportSize(before ?? { width: 1440, height: 900 })
}

/** The same for the dialog that is open. */
export async function checkDialog(page: Page): Promise<void> {
  const before = page.viewportSize()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const name =
    (await dialog.getAttribute('aria-label')) ?? (await dialog.getByRole('heading').first().textContent())
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect(dialog).toBeInViewport()
    await checkColours(
      page,
      `${page.url()}, dialog “${name}” at ${size.width} px`,
      '[role=dialog],[role=alertdialog]',
    )
  }
  await page.setViewportSize(before ?? { width: 1440, height: 900 })
}

/** All rules in light; in dark those that look at colours, since nothing else differs. */
async function checkColours(page: Page, where: string, within: string | null = null): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A colour that is still on its way from one scheme to the other has the contrast of neither.
    // Brought to its end, not waited for: where nothing is painted, an animation never ends.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.cancel()
        else animation.finish()
      }
    })
    const found = await violationsOf(page, within, colorScheme === 'light' ? rules : colourRules)
    expect(found, `${where}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}
