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

/**
 * Each width and each scheme once: a layout does not depend on the scheme, nor a colour on the width (app/tokens.test.ts
 * holds every pair of them, in both schemes).
 */
const looks = [
  { size: { width: 1440, height: 900 }, colorScheme: 'light' },
  { size: { width: 375, height: 812 }, colorScheme: 'dark' },
] as const
const rules = {
  type: 'tag' as const,
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** Axe (WCAG 2.2 AA) on a desk in light and on a phone in dark, and no sideways scrolling of the page. */
export async function checkAccess(page: Page): Promise<void> {
  await inEachLook(page, async (look, width) => {
    await expect(page.locator('main')).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} does not scroll sideways at ${width} px`).toBeLessThanOrEqual(0)
    expect(await violationsOf(page, null, rules), `${page.url()}, ${look}`).toEqual([])
  })
}

/** The same for the dialog that is open. */
export async function checkDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const name =
    (await dialog.getAttribute('aria-label')) ?? (await dialog.getByRole('heading').first().textContent())
  await inEachLook(page, async look => {
    await expect(dialog).toBeInViewport()
    const found = await violationsOf(page, '[role=dialog],[role=alertdialog]', rules)
    expect(found, `${page.url()}, dialog “${name}”, ${look}`).toEqual([])
  })
}

async function inEachLook(page: Page, check: (look: string, width: number) => Promise<void>): Promise<void> {
  const before = page.viewportSize()
  for (const { size, colorScheme } of looks) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // A colour that is still on its way from one scheme to the other has the contrast of neither.
    // Brought to its end, not waited for: where nothing is painted, an animation never ends.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.cancel()
        else animation.finish()
      }
    })
    await check(`${colorScheme} at ${size.width} px`, size.width)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  await page.setViewportSize(before ?? looks[0].size)
}
