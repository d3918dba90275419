import type { APIResponse } from '@playwright/test'
import { signInAs } from './app'
import { expect, test } from './fixtures'
import { expectGuards, expectPageHeaders } from './headers'
import { callOf } from './replay'
import { routesOf } from './walk'

const nobody = '00000000-0000-4000-8000-000000000000'
const odd = [
  '%00',
  '%F0%9F%A6%86',
  "'%20OR%201=1--",
  '..%2F..%2Fetc',
  '%3Cscript%3E',
  'x'.repeat(2_000),
  '-1',
  'null',
]

test('an address that nobody has is told so, in the reader’s language', async ({ page, anotherBrowser }) => {
  const french = await anotherBrowser({ locale: 'fr-FR' })
  for (const [reader, words] of [
    [page, 'There is nothing here'],
    [french, 'Il n’y a rien ici'],
  ] as const) {
    for (const address of ['/nothing-here', '/timelines/NO-SUCH', '/exercises/a/b/c/d']) {
      const response = await reader.goto(address)
      expect(response?.status(), address).toBe(404)
      await expectPageHeaders(response)
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText(words)
    }
  }
})

test('odd addresses are answered without a word of our insides', async ({ page }) => {
  await signInAs(page, 'director')
  await page
    .getByRole('row', { name: /Baltic Lantern/ })
    .getByRole('link')
    .first()
    .click()
  await expect(page).toHaveURL(/\/exercises\/BL/)
  const base = new URL(page.url()).pathname
  const below = ['nations', 'teams', 'schedule/phases', 'schedule/activities'].flatMap(part =>
    [nobody, ...odd].map(id => `${base}/${part}/${id}`),
  )
  const tops = [
    '/exercises',
    '/timelines',
    '/delegation',
    '/invitations',
    '/register',
    '/sign-in/link',
  ].flatMap(part => [nobody, ...odd].map(id => `${part}/${id}`))
  for (const address of [...below, ...tops]) await expectRefusal(page.request.get(address), address)
  const searches = [
    'page=-1',
    'page=x',
    'page=1e9',
    'state=nonsense',
    'sort=drop',
    'nation=1',
    'team=%00',
    'q=%00%27',
    'by=x',
  ]
  for (const search of searches) {
    for (const path of [`${base}/registrations`, `${base}/history`, `${base}/timeline`, '/me']) {
      const answer = await page.request.get(`${path}?${search}`)
      expect([200, 404], `${path}?${search}`).toContain(answer.status())
      await expectGuards(answer)
    }
  }
})

test('no route answers a method that it does not know, or tells what it runs on', async ({ request }) => {
  const routes = routesOf('route.ts')
  expect(routes.length).toBeGreaterThan(1)
  for (const route of [...routes, '/api/nothing', '/api/auth/sign-in/email', '/api/auth/get-session']) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await request.fetch(route, { method, ...(method === 'GET' ? {} : { data: '{"a":' }) })
      expect(answer.status(), `${method} ${route}`).toBeLessThan(500)
      // A method that a route knows wants to be told first who asks.
      if (method !== 'GET' && method !== 'OPTIONS')
        expect([401, 404, 405], `${method} ${route}`).toContain(answer.status())
      await expectGuards(answer)
      expect(answer.headers()['content-security-policy'], route).toContain("default-src 'none'")
    }
  }
  const health = await request.get('/api/health')
  expect(await health.json()).toEqual({ status: 'ok' })
})

test('a malformed call of an action is refused without a word of our insides', async ({ page }) => {
  await page.goto('/sign-in')
  const call = await callOf(page, async () => {
    await page.getByLabel('E-mail address').last().fill('nobody@example.org')
    await page.getByRole('button', { name: 'Send me a link' }).click()
  })
  const bodies = [
    '',
    '[',
    '{}',
    '[]',
    'null',
    '[null]',
    '[1]',
    '["x"]',
    '[{}]',
    '[[[[]]]]',
    '["$F1"]',
    '["$@1"]',
    '["$Q1"]',
  ]
  bodies.push(
    '[{"email":{"$ne":null}}]',
    '[{"__proto__":{"a":1}}]',
    `[{"email":"${'x'.repeat(100_000)}"}]`,
    '["$undefined"]',
  )
  for (const data of bodies) {
    for (const type of ['text/plain;charset=UTF-8', 'application/json', 'multipart/form-data; boundary=x']) {
      const headers = { ...call.headers, 'content-type': type }
      await expectGuards(await page.request.post(call.url, { headers, data: Buffer.from(data) }))
    }
  }
  for (const action of ['', 'x', '0'.repeat(42), `${'f'.repeat(40)}'`]) {
    const answer = await page.request.post(call.url, {
      headers: { ...call.headers, 'next-action': action },
      data: '[{}]',
    })
    expect(answer.status(), action).toBeLessThan(500)
    await expectGuards(answer)
  }
})

test('a call from another site and one too large are turned away', async ({ page }) => {
  await page.goto('/sign-in')
  const call = await callOf(page, async () => {
    await page.getByLabel('E-mail address').last().fill('nobody@example.org')
    await page.getByRole('button', { name: 'Send me a link' }).click()
  })
  const foreign = { ...call.headers, origin: 'https://elsewhere.example', 'content-type': 'text/plain' }
  const answer = await page.request.post(call.url, { headers: foreign, data: JSON.stringify([call.input]) })
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  expect(await answer.text()).not.toContain('"ok":true')
  await expectGuards(answer)

  const large = await page.request.post(call.url, { headers: call.headers, data: Buffer.alloc(300_000, 'x') })
  expect(large.status()).toBe(413)
})

/** Somebody else's row, no row and nonsense look alike. */
async function expectRefusal(asked: Promise<APIResponse>, address: string): Promise<void> {
  const answer = await asked
  expect([200, 400, 404], address).toContain(answer.status())
  if (answer.status() === 200) expect(address).toMatch(/^\/(invitations|register|sign-in\/link)\//)
  await expectGuards(answer)
}
