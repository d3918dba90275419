import { field, makeExercise, ownCode, press, signInAs, textOf } from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'
import { mainExercise } from './walk'

test('a storyline is kept in the catalogue and brought into another exercise, with its own serials and times', async ({
  page,
}) => {
  const name = `Kept ${ownCode('CT')}`
  const code = ownCode('CT')
  await signInAs(page, 'director')
  let injects = 0

  await test.step('a storyline of one exercise is kept', async () => {
    await page.goto(`${await mainExercise(page)}/scenario/storylines`)
    await page
      .getByRole('link', { name: /^Keep .+ for reuse$/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: 'Keep in the catalogue' })).toBeVisible()
    const title = await textOf(page.getByRole('heading', { level: 2, name: /^Storyline of \d+ injects/ }))
    injects = Number(/\d+/.exec(title)?.[0])
    expect(injects).toBeGreaterThan(10)
    await field(page, 'Name').fill(name)
    await checkAccess(page)
    await press(page, 'Keep')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('another exercise finds it, and sees what it would do before it does', async () => {
    await makeExercise(page, { code, name: `Catalogue ${code}`, startex: `${daysAhead(150)} 09:00` })
    await page.goto(`/exercises/${code}/scenario/catalogue`)
    await page.getByRole('searchbox').fill(name)
    await press(page, 'Find')
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('link', { name: 'Bring in', exact: true }).click()
    await field(page, 'First inject').fill('D+1 10:00')
    await press(page, 'Show what it would do')
    const planned = page.getByRole('table', { name: 'The injects as they would be' })
    await expect(planned.getByRole('row').nth(1)).toContainText('1.1')
    await expect(planned.getByRole('row').nth(1)).toContainText('D+1 10:00')
    await checkAccess(page)
    await page.goto(`/exercises/${code}/scenario`)
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '1')
  })

  await test.step('then it is there, from 1.1 on, and says where it came from', async () => {
    await page.goBack()
    await press(page, `Bring in ${injects} injects`)
    await expect(page).toHaveURL(new RegExp(`/exercises/${code}/scenario\\?`))
    const grid = page.getByRole('grid')
    await expect(grid).toContainText('1.1')
    await expect(page.getByRole('link', { name })).toBeVisible()
    await page.goto(`/exercises/${code}/scenario/catalogue`)
    await page.getByRole('searchbox').fill(name)
    await press(page, 'Find')
    await expect(page.getByRole('row', { name })).toContainText(`${injects} injects here, from version 1`)
  })
})
