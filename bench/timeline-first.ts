import type { Page } from '@playwright/test'
import connect from 'postgres'
import { demoPeople } from '@/lib/accounts/demo-people'
import words from '@/messages/en/timeline.json'
import { fillMsel } from './injects'
import { alternate, type Line } from './line'
import { openBrowser } from './screen'
import { fillShifts } from './shifts'

const injects = 30_000

/** Fills an exercise to the size of the largest known. */
export async function fillTimeline(url: string, exerciseId: string): Promise<void> {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  await fillMsel(sql, exerciseId, injects)
  await fillShifts(sql, exerciseId)
  await sql.end()
}

/** Milliseconds since the page was asked for, once the browser has painted what there is now. */
const paintedAfter = (page: Page) =>
  page.evaluate(
    () => new Promise<number>(done => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
  )

/** Milliseconds from navigating until the drawing stands: the board says that it waits until its columns are there. */
async function drawn(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(
    waiting =>
      document.querySelector('main canvas') !== null &&
      ![...document.querySelectorAll('main [role="status"]')].some(said => said.textContent === waiting),
    words.loading,
    { polling: 'raf' },
  )
  return paintedAfter(page)
}

async function painted(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(address)
  return paintedAfter(page)
}

/**
 * The timeline of 30,000 injects and 5,000 shifts with 15,000 duties as a director opens it on the real server, whose
 * scripts the browser has from before: from navigating to the first picture, beside an empty page. Meant to be
 * under a second on a quiet machine.
 */
export async function timelineFirst(base: string, path: string, floor: string): Promise<Line> {
  const director = demoPeople.find(person => person.key === 'director')
  if (!director) throw new Error('The demo has no director')
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await page.goto(`${base}/sign-in`)
  await page.getByRole('button', { name: new RegExp(director.name) }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
  const times = await alternate(
    () => drawn(page, `${base}${path}`),
    () => painted(page, floor),
  )
  return {
    bench: 'timeline-first',
    ...times,
    ...{ unit: 'ms to the first picture', n: injects + 5000, against: 'an empty page' },
  }
}
