import { createServer } from 'node:http'
import { expect, test } from './fixtures'

test('the public timeline stands in the page of a host that the organiser names, and in no other', async ({
  page,
  anotherBrowser,
  cookiesOf,
  complaints,
}) => {
  await page.goto('/')
  const [link] = await page.getByRole('link').filter({ hasText: 'BL' }).all()
  const address = (await link?.getAttribute('href')) ?? ''
  const code = address.split('/').at(-1) ?? ''
  const base = new URL(page.url()).origin
  const elsewhere = await anotherBrowser({})
  const body = `<!doctype html><title>Host</title><iframe src="${base}/embed/${code}" title="Exercise"></iframe>`
  const [host, other] = [await hostOf(body), await hostOf(body)]
  const frame = () => elsewhere.frameLocator('iframe')
  const organiser = await anotherBrowser({ storageState: await cookiesOf('director') })

  /** The browser says that it refused the frame, which no other journey may make it say. */
  const refused = async () => {
    await expect.poll(() => complaints.some(text => text.includes('frame-ancestors'))).toBe(true)
    expect(complaints.splice(0).filter(text => !text.includes('frame-ancestors'))).toEqual([])
  }

  await test.step('before, nobody may', async () => {
    await elsewhere.goto(host.address)
    await refused()
  })
  await test.step('the director names a host', async () => {
    await organiser.goto(`/exercises/${code}/settings`)
    const panel = organiser.getByRole('region', { name: 'Public timeline' })
    await panel.getByRole('textbox', { name: 'Hosts' }).fill(host.address)
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect(panel.getByText('<iframe', { exact: false })).toBeVisible()
  })
  await test.step('its page shows the timeline, and another does not', async () => {
    await elsewhere.goto(host.address)
    await expect(frame().getByRole('heading', { level: 1 })).toBeVisible()
    await expect(frame().getByRole('link', { name: 'Open in Startex' })).toBeVisible()
    await elsewhere.goto(other.address)
    await refused()
  })
  await test.step('every other page stays unframed', async () => {
    const answer = await page.request.get(address)
    expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(answer.headers()['x-frame-options']).toBe('DENY')
  })
  for (const { server } of [host, other]) server.close()
})

/** A website of somebody else's: one page, on a port of its own. */
async function hostOf(body: string) {
  const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(body))
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : null
  return { server, address: `http://localhost:${port}` }
}
