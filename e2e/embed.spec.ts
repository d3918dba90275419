import { expect, test } from './fixtures'

test('the public timeline stands in the page of a host that the organiser names, and in no other', async ({
  page,
  anotherBrowser,
  cookiesOf,
}) => {
  await page.goto('/')
  const [link] = await page.getByRole('link').filter({ hasText: 'BL' }).all()
  const address = (await link?.getAttribute('href')) ?? ''
  const code = address.split('/').at(-1) ?? ''
  const base = new URL(page.url()).origin
  const elsewhere = await anotherBrowser({})
  for (const host of ['http://localhost:4999', 'http://localhost:4998'])
    await elsewhere.route(`${host}/`, route =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Host</title><iframe src="${base}/embed/${code}" title="Exercise"></iframe>`,
      }),
    )
  const frame = () => elsewhere.frameLocator('iframe')
  const organiser = await anotherBrowser({ storageState: await cookiesOf('director') })

  await test.step('before, nobody may', async () => {
    await elsewhere.goto('http://localhost:4999/')
    await expect(frame().getByRole('heading', { level: 1 })).toHaveCount(0)
  })
  await test.step('the director names a host', async () => {
    await organiser.goto(`/exercises/${code}/settings`)
    await organiser.getByLabel('Hosts').fill('http://localhost:4999')
    const panel = organiser.locator('section', { has: organiser.getByLabel('Hosts') }).last()
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect(panel.getByText('<iframe', { exact: false })).toBeVisible()
  })
  await test.step('its page shows the timeline, and another does not', async () => {
    await elsewhere.goto('http://localhost:4999/')
    await expect(frame().getByRole('heading', { level: 1 })).toBeVisible()
    await expect(frame().getByRole('link', { name: 'Open in Startex' })).toBeVisible()
    await elsewhere.goto('http://localhost:4998/')
    await expect(frame().getByRole('heading', { level: 1 })).toHaveCount(0)
  })
  await test.step('every other page stays unframed', async () => {
    const answer = await page.request.get(address)
    expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(answer.headers()['x-frame-options']).toBe('DENY')
  })
})
