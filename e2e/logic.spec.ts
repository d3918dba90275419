import { expectRefused, field, press, signInAs } from './app'
import { expect, test } from './fixtures'

/** In the demo's main exercise: a storyline of its own keeps these injects apart from those of other journeys. */
const scenario = '/exercises/BL27/scenario'

test('a planner says what waits for what, is told the way round a circle, and follows a finding to its inject', async ({
  page,
}) => {
  await signInAs(page, 'planner', `${scenario}/logic`)
  const links = page.getByRole('table', { name: /Injects that wait/ }).getByRole('link')
  const serial = (await links.first().textContent()) ?? ''
  await field(page, 'Serial of an inject').fill(serial)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(serial)
  const waits = field(page, 'What it waits for')
  await waits.fill(`after ${serial} + 20m`)
  await press(page, 'Save')
  await expectRefused(waits, new RegExp(`${serial.replace('.', '\\.')} → ${serial.replace('.', '\\.')}`))
  await waits.fill('after 99.99')
  await press(page, 'Save')
  await expectRefused(waits, /no 99\.99/)
  await page.getByRole('link', { name: 'Checks' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Checks' })).toBeVisible()
  await expect(page.getByText(/findings? in \d+ injects/)).toBeVisible()
})
