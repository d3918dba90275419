import { signInAs } from './app'
import { expect, test } from './fixtures'
import { mainExercise } from './walk'

test('in a long MSEL too, what waits for another stands at the time that follows', async ({ page }) => {
  await signInAs(page, 'director')
  await page.goto(`${await mainExercise(page)}/scenario`)
  const serials = page.getByRole('row').getByRole('button', { name: /^Open / })
  await expect(serials.first()).toHaveText('1.1')
  // 1.2 is twenty minutes after 1.1 and has no time of its own: only the whole list shows where it stands.
  await expect(page.getByText('900 injects of 900')).toBeVisible()
  await expect(serials.nth(1)).toHaveText('1.2')
  const follower = page.getByRole('button', { name: 'Open 1.2', exact: true })
  await expect(page.getByRole('row').filter({ has: follower })).toContainText('after 1.1 + 20 min')
})
