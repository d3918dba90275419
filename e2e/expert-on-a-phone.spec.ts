import { signInAs, textOf } from './app'
import { checkAccess, expect, test } from './fixtures'

test.use({ viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, timezoneId: 'Asia/Tokyo' })

test('an expert sees on a phone when and where to be, in the own zone, at home and in Zulu', async ({
  page,
}) => {
  await signInAs(page, 'expert')
  await expect(page).toHaveURL('/me')
  await expect(page.getByRole('heading', { level: 1, name: 'Minamihara Sora' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('You are confirmed.')
  await expect(main).toContainText('Digital forensics expert')
  await expect(main).toContainText('Blue Team 07')

  await test.step('what comes next is told in three zones', async () => {
    const next = main.getByRole('region').filter({ hasText: 'in ' }).first()
    await expect(next).toContainText(/\d{6}Z[A-Z]{3}\d\d|whole day|\d{4}/)
  })
  await test.step('the days are told in the zone of choice', async () => {
    const zones = page.getByRole('navigation', { name: 'Times shown in' })
    await expect(zones.getByRole('link', { name: 'Tokyo' })).toHaveAttribute('aria-current', 'true')
    const times: Record<string, number> = {}
    for (const zone of ['Tokyo', 'Tallinn', 'Zulu']) {
      await zones.getByRole('link', { name: zone }).click()
      await expect(zones.getByRole('link', { name: zone })).toHaveAttribute('aria-current', 'true')
      times[zone] = minutes(
        await textOf(main.getByRole('listitem').filter({ hasText: 'STARTEX briefing' }).last()),
      )
    }
    // 08:15 in Tallinn, two or three hours ahead of Zulu; Tokyo is nine ahead all year.
    expect(times.Tallinn).toBe(8 * 60 + 15)
    expect([2, 3].map(hours => 8 * 60 + 15 - hours * 60)).toContain(times.Zulu)
    expect(times.Tokyo).toBe((times.Zulu ?? 0) + 9 * 60)
  })
  await test.step('with the place, the link to join, and what falls into the night', async () => {
    await page.goto('/me')
    const briefing = main.getByRole('listitem').filter({ hasText: 'STARTEX briefing' }).last()
    await expect(briefing.getByRole('link', { name: 'Join online' })).toBeVisible()
    await expect(main.getByRole('listitem').filter({ hasText: 'Hotwash' })).toContainText('inside your night')
    await expect(main).toContainText('Seaplane Quay, Tallinn')
  })
  await test.step('nothing is shown that is not meant for experts', async () => {
    for (const hidden of ['Programme board', 'Controller training', 'Strategic track: council session'])
      await expect(main).not.toContainText(hidden)
  })
  await test.step('the timeline is one tap away', async () => {
    await page.getByRole('link', { name: 'Timeline' }).last().tap()
    await expect(page).toHaveURL(/\/me\/timeline\/[A-Z0-9-]+$/)
    await expect(page.getByRole('group', { name: 'Timeline', exact: true })).toBeVisible()
    await page.goBack()
  })
  await checkAccess(page)
})

/** Minutes after midnight of the first time in a text. */
function minutes(text: string): number {
  const [, hour, minute] = /(\d\d):(\d\d)/.exec(text) ?? []
  return Number(hour) * 60 + Number(minute)
}
