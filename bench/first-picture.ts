import { openBrowser } from './screen'

export type PageLoad = {
  /** what the browser asked for until its first picture, the page itself first */
  paths: string[]
  /** as they went over the wire */
  bytes: number
  cookie: string
}

/**
 * Signs in through the demo's door, opens the page with an empty cache, and notes each request that was begun before
 * the first contentful paint. Whatever is asked for later is not part of the first picture.
 */
export async function firstPictureOf(base: string, person: string, path: string): Promise<PageLoad> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: base })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: new RegExp(person) }).click()
    await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const fresh = await context.newPage()
    const session = await context.newCDPSession(fresh)
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    await fresh.goto(path, { waitUntil: 'networkidle' })
    const seen = await fresh.evaluate(() => {
      const painted =
        performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY
      const loads = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ]
      return loads
        .filter(load => load instanceof PerformanceResourceTiming && load.startTime < painted)
        .map(load => ({
          name: load.name,
          bytes: load instanceof PerformanceResourceTiming ? load.transferSize : 0,
        }))
    })
    const paths = seen.map(({ name }) => new URL(name)).map(url => url.pathname + url.search)
    return { paths, bytes: seen.reduce((sum, load) => sum + load.bytes, 0), cookie }
  } finally {
    await browser.close()
  }
}
