import { choice, field, ownCode, press, signInAs } from './app'
import { checkAccess, expect, test } from './fixtures'
import { mainExercise } from './walk'

test('a planner makes a watch rota over play, mans it, mends the rest it breaks, and the expert sees the duty', async ({
  page,
  anotherBrowser,
}) => {
  const name = `Night desk ${ownCode('SH')}`
  const sora = 'Sora Minamihara'
  await signInAs(page, 'planner')
  await page.goto(`${await mainExercise(page)}/schedule`)
  await page.getByRole('link', { name: 'Shifts', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Shifts and duties' })).toBeVisible()

  await test.step('the rota covers the phase of play', async () => {
    await page.getByRole('link', { name: 'Add a rota' }).click()
    await field(page, 'Name').fill(name)
    await choice(page, 'Team').selectOption('Blue Team 07')
    await choice(page, 'Covers the phase').selectOption('Play')
    await expect(field(page, 'Starts')).toHaveValue(/^T/)
    await field(page, 'Length of a shift').fill('12h')
    await field(page, 'Hand-over').fill('7h')
    await field(page, 'Crews').fill('2')
    await press(page, 'Add a rota')
    await expect(field(page, 'Hand-over')).toHaveAttribute('aria-invalid', 'true')
    await field(page, 'Hand-over').fill('')
    await press(page, 'Add a rota')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  const shifts = page.getByRole('table', { name: `Shifts of ${name}` })
  const ticks = shifts.getByRole('checkbox')
  await test.step('its shifts are made once they have been told in numbers', async () => {
    await expect(page.getByText('7 shifts are made, with their crews on them.')).toBeVisible()
    await press(page, 'Make the shifts')
    await expect(ticks).toHaveCount(7)
    await expect(page.getByText('The shifts are as the pattern makes them.')).toBeVisible()
    await expect(page.getByRole('img', { name: new RegExp(`How far ${name} is manned`) })).toBeVisible()
  })

  const crew = page.getByRole('region', { name: 'Crew A' })
  await test.step('whoever joins a crew stands its shifts', async () => {
    // The shifts that were just made come with a new page, which shuts a list that is open.
    await expect(async () => {
      await choice(crew, 'Person for crew A').fill('')
      await choice(crew, 'Person for crew A').fill(sora)
      await page.getByRole('option', { name: new RegExp(sora) }).click({ timeout: 3000 })
    }).toPass()
    await press(crew, 'Add')
    await expect(crew.getByText(sora)).toBeVisible()
    await expect(shifts.getByText(sora)).toHaveCount(4)
    await checkAccess(page)
  })

  const second = shifts.getByRole('row').filter({ hasText: 'Crew B' }).first()
  await test.step('by keyboard alone somebody stands in, which breaks the rest, and is taken off again', async () => {
    await ticks.nth(1).focus()
    await page.keyboard.press('Space')
    await choice(page, 'Person').focus()
    await page.keyboard.type(sora)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Put on the ticked shifts' }).focus()
    await page.keyboard.press('Enter')
    const told = page.getByRole('region', { name: 'Notifications' })
    await expect(told).toContainText('does not get the rest that is asked for')
    await expect(second).toContainText('12 h at most')
    await second.getByRole('button', { name: `Take ${sora} off` }).focus()
    await page.keyboard.press('Enter')
    await expect(second).not.toContainText(sora)
    await expect(shifts).not.toContainText('12 h at most')
  })

  await test.step('the expert sees the duty among the own days', async () => {
    const expert = await anotherBrowser()
    await signInAs(expert, 'expert')
    await expert.goto('/me')
    await expect(expert.getByText(`On duty: ${name}, crew A`).first()).toBeVisible()
  })

  await test.step('removed with its shifts, nothing of it is left', async () => {
    await press(page, 'Remove')
    const asked = page.getByRole('alertdialog')
    await asked.getByRole('checkbox').check()
    await press(asked, 'Remove')
    await expect(page.getByRole('heading', { level: 1, name: 'Shifts and duties' })).toBeVisible()
    await expect(page.getByRole('link', { name })).toBeHidden()
  })
})
