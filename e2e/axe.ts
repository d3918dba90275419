import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

/**
 * What axe finds wrong on the page, or within what a selector names: each rule with its places. Axe is put into a page
 * once, and reports violations alone: to describe everything that is right took longer than to look at it.
 */
export async function violationsOf(
  page: Page,
  within: string | null,
  runOnly: NonNullable<RunOptions['runOnly']>,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ within, runOnly }) => {
      const found = await window.axe.run(within ?? document, { runOnly, resultTypes: ['violations'] })
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      )
    },
    { within, runOnly },
  )
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
