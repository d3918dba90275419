import { performance } from 'node:perf_hooks'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '@/scripts/chromium'
import { atEnd } from '@/scripts/ending'

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
]

/** A Chromium without a window, which ends with the run. */
export async function openBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet
  const browser = await chromium.launch({
    executablePath: findChromium(process.env.CHROMIUM_PATH || null),
    args,
  })
  atEnd(() => browser.close())
  return browser
}

/** Somebody who waits for words: once they do, `arrived` gives the moment at which these have come. */
export type Ear = { waitFor: (words: string) => Promise<{ arrived: Promise<number> }> }

/**
 * A page that is watched: whenever its words change, the next frame is waited for and what follows its painting. The
 * messenger between browser and bench takes a millisecond or two, whatever is watched.
 */
export async function watched(page: Page): Promise<Ear> {
  let tell: ((at: number) => void) | null = null
  await page.exposeFunction('shown', () => tell?.(performance.now()))
  // Nothing in here has a name: the runner of this script would mark it with a helper that the page does not have.
  await page.evaluate(() => {
    window.wanted = null
    new MutationObserver(() => {
      const { wanted } = window
      if (wanted === null || !document.body.textContent?.includes(wanted)) return
      window.wanted = null
      requestAnimationFrame(() => setTimeout(() => window.shown()))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return {
    async waitFor(words) {
      const arrived = new Promise<number>(resolve => {
        tell = resolve
      })
      await page.evaluate(wanted => {
        window.wanted = wanted
      }, words)
      return { arrived }
    },
  }
}

declare global {
  interface Window {
    wanted: string | null
    shown: () => void
  }
}
