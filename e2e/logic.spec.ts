import { expectRefused, field, press, signInAs, textOf } from './app'
import { expect, test } from './fixtures'

const scenario = '/exercises/BL27/scenario'

/** Writes nothing: all that it types is refused, and the demo's exercise stays as others find it. */
test('a planner who would let injects wait for each other is shown the way round, and finds what else is wrong', async ({
  page,
}) => {
  await signInAs(page, 'planner', `${scenario}/logic`)
  const linked = page.getByRole('table', { name: /Injects that wait/ }).getByRole('link')
  const first = await textOf(linked.first())
  await field(page, 'Serial of an inject').fill(first)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first)
  const next = await textOf(page.getByRole('region', { name: 'Waits for this' }).getByRole('link').first())
  const waits = field(page, 'What it waits for')
  await waits.fill(`after ${next} + 20m`)
  await press(page, 'Save')
  await expectRefused(waits, new RegExp(`${first} → ${next} → ${first}`.replaceAll('.', '\\.')))
  await waits.fill('after 99.99')
  await press(page, 'Save')
  await expectRefused(waits, /no 99\.99/)
  await page.getByRole('link', { name: 'Checks' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Checks' })).toBeVisible()
  await expect(page.getByText(/in \d+ injects/)).toBeVisible()
})
