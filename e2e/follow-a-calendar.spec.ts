import type { APIRequestContext } from '@playwright/test'
import nodeIcal from 'node-ical'
import { choice, field, ownCode, press, signInAs } from './app'
import { checkAccess, expect, test } from './fixtures'
import { mainExercise } from './walk'

test('an expert follows the own days in a calendar program, which sees a planner change them', async ({
  page,
  playwright,
  anotherBrowser,
}) => {
  const title = `Range tour ${ownCode('FC')}`
  let address = ''
  await signInAs(page, 'expert')
  await test.step('the link is made for the phone, and shown once', async () => {
    await page.getByRole('link', { name: 'Follow it in your own calendar' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Calendars' })).toBeVisible()
    await expect(choice(page, 'Which calendar')).toHaveValue('person')
    await field(page, 'Where you follow it').fill(title)
    await press(page, 'Make the link')
    address = await field(page, 'Link of the calendar').inputValue()
    await expect(page.getByRole('link', { name: 'Open in a calendar program' })).toHaveAttribute(
      'href',
      /^webcal:/,
    )
    await checkAccess(page)
    await page.reload()
    await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('not read yet')
    await expect(field(page, 'Link of the calendar')).toBeHidden()
  })

  // A calendar program brings no cookie.
  const program = await playwright.request.newContext()
  const planner = await anotherBrowser()
  await signInAs(planner, 'planner')
  const schedule = `${await mainExercise(planner)}/schedule`
  const before = await read(program, address)
  expect(before.find(title)).toBeUndefined()
  expect(await ask(program, address, before.etag)).toBe(304)

  await test.step('what a planner adds, moves and takes out arrives', async () => {
    await planner.goto(`${schedule}/activities/new`)
    await field(planner, 'Title').fill(title)
    await choice(planner, 'Kind').selectOption('Visit')
    await field(planner, 'Starts').fill('D-3 10:00')
    await press(planner, 'Add an activity')
    await expect(planner.getByRole('rowheader', { name: title })).toBeVisible()
    const added = (await read(program, address)).find(title)
    expect(added).toMatchObject({ sequence: 0, status: 'CONFIRMED' })

    await planner.getByRole('link', { name: `Edit ${title}` }).click()
    await field(planner, 'Starts').fill('D-2 11:30')
    await press(planner, 'Save')
    await expect.poll(async () => (await read(program, address)).find(title)?.sequence).toBe(1)
    const moved = (await read(program, address)).find(title)
    expect((moved?.start ?? 0) - (added?.start ?? 0)).toBe(25.5 * 3_600_000)

    await planner.goto(schedule)
    await planner.getByRole('link', { name: `Edit ${title}` }).click()
    await press(planner, 'Remove')
    await press(planner.getByRole('alertdialog'), 'Remove')
    await expect.poll(async () => (await read(program, address)).find(title)?.status).toBe('CANCELLED')
  })

  await test.step('taken back, the link opens nothing', async () => {
    await page.reload()
    const own = page.getByRole('listitem').filter({ hasText: title })
    await expect(own).toContainText('last read')
    await press(own, /^Take back/)
    await press(page.getByRole('alertdialog'), 'Take back')
    await expect(own).toBeHidden()
    expect(await ask(program, address)).toBe(404)
  })
  await program.dispose()
})

async function ask(program: APIRequestContext, address: string, etag?: string): Promise<number> {
  const answer = await program.get(address, { headers: etag === undefined ? {} : { 'If-None-Match': etag } })
  return answer.status()
}

async function read(program: APIRequestContext, address: string) {
  const answer = await program.get(address)
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  const events = Object.values(nodeIcal.sync.parseICS(await answer.text()))
  return {
    etag: answer.headers().etag ?? '',
    find: (title: string) =>
      events.flatMap(event =>
        event?.type === 'VEVENT' && String(event.summary).endsWith(title)
          ? [{ sequence: Number(event.sequence), status: event.status, start: Number(event.start) }]
          : [],
      )[0],
  }
}
