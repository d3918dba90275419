import { readFile } from 'node:fs/promises'
import { field, openDialog, send, signInAs } from './app'
import { checkAccess, expect, test } from './fixtures'
import { mainExercise } from './walk'

test('an expert takes the own data along and asks that they go; the registrar says why they stay', async ({
  page,
  anotherBrowser,
}) => {
  const expert = await anotherBrowser({
    viewport: { width: 375, height: 812 },
    isMobile: true,
    hasTouch: true,
  })
  await test.step('everything that is kept of somebody is one file', async () => {
    await signInAs(expert, 'expert', '/account/data')
    await expect(expert.getByRole('heading', { level: 1 })).toHaveText('Your data')
    await checkAccess(expert)
    const [download] = await Promise.all([
      expert.waitForEvent('download'),
      expert.getByRole('link', { name: 'Download (JSON)' }).tap(),
    ])
    const file = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(file).toMatchObject({
      account: { name: 'Sora Minamihara' },
      registrations: [{ state: 'confirmed' }],
    })
  })
  await test.step('a wish that they go waits for an answer', async () => {
    const dialog = await openDialog(expert, /^Ask for erasure in/)
    await field(dialog, 'Anything they should know').fill('I leave the ministry.')
    await send(dialog, 'Ask for erasure')
    await expect(expert.getByRole('main')).toContainText('You have asked for erasure')
    await checkAccess(expert)
  })
  await test.step('the registrar finds it in the queue, and may not refuse without a reason', async () => {
    await signInAs(page, 'registrar')
    await page.goto(`${await mainExercise(page)}/registrations`)
    await page.getByRole('link', { name: /^Personal data/ }).click()
    await expect(page.getByRole('main')).toContainText('I leave the ministry.')
    await checkAccess(page)
    const dialog = await openDialog(page, 'Refuse Sora Minamihara')
    await dialog.getByRole('button', { name: 'Refuse' }).click()
    await expect(field(dialog, 'Why not')).toHaveAttribute('aria-invalid', 'true')
    await field(dialog, 'Why not').fill('The list for the gate is printed already.')
    await send(dialog, 'Refuse')
    await expect(page.getByRole('button', { name: 'Refuse Sora Minamihara' })).toBeHidden()
  })
  await test.step('and the expert reads it, and may ask again', async () => {
    await expert.reload()
    await expect(expert.getByRole('main')).toContainText('The list for the gate is printed already.')
    await expect(expert.getByRole('button', { name: /^Ask for erasure in/ })).toBeVisible()
  })
})
