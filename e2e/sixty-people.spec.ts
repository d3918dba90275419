import type { Page } from '@playwright/test'
import { writeWorkbook } from '../lib/sheets/writing/rules'
import {
  acceptInvitation,
  addRoles,
  addTeams,
  choice,
  field,
  fitOutTeam,
  inviteContact,
  inviteNations,
  makeExercise,
  openDialog,
  openNation,
  openRegistration,
  ownCode,
  person,
  press,
  send,
  signInAs,
  textOf,
} from './app'
import { daysAhead } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

const family = (at: number) => `Kita${String(at).padStart(2, '0')}`

/** Sixty people, every twelfth with an address that is none. */
function sixty(run: string): string[][] {
  return Array.from({ length: 60 }, (_, at) => [
    ...[
      family(at),
      'Sora',
      '北 空',
      at % 12 === 5 ? `sora${at}(at)example.jp` : `sora${at}.${run}@example.jp`,
    ],
    'Network defender',
  ])
}

test('two contacts file sixty people, share them out over two teams, and see the line move', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(300_000)
  const code = ownCode('SP')
  const [lead, deputy] = [
    await anotherBrowser({ timezoneId: 'Asia/Tokyo' }),
    await anotherBrowser({ timezoneId: 'Asia/Tokyo' }),
  ]
  const link = await prepare(page, code)
  const delegation = await acceptInvitation(lead, link, 'Nao Kitazaki')
  await test.step('the lead asks a deputy to help', async () => {
    await lead.goto(`${delegation}/contacts`)
    const dialog = await openDialog(lead, 'Invite a point of contact')
    await choice(dialog, 'Part in the delegation').selectOption('Deputy point of contact')
    await press(dialog, 'Invite')
    const invitation = await field(dialog, 'Link').inputValue()
    expect(await acceptInvitation(deputy, invitation, 'Ren Hamasaki')).toBe(delegation)
  })
  const run = crypto.randomUUID().slice(0, 8)
  const rows = sixty(run)
  const headings = ['Family name', 'Given name', 'Name in own script', 'E-mail', 'Role']
  await test.step('the lead brings in the file: fifty-five are sound', async () => {
    await bringIn(lead, delegation, [headings, ...rows])
    await expect(lead.getByText('To mend 5')).toBeVisible()
    await lead.getByRole('radio', { name: /^The 55 sound rows/ }).check()
    await press(lead, 'Add 55 people')
    await expect(lead.getByText('55 people are on the list as drafts.')).toBeVisible()
  })
  await test.step('the deputy brings in the five again, mended', async () => {
    const mended = rows
      .filter((_, at) => at % 12 === 5)
      .map(row => row.map(cell => cell.replace('(at)', '@')))
    await bringIn(deputy, delegation, [headings, ...mended])
    await press(deputy, 'Add 5 people')
    await expect(deputy.getByText('5 people are on the list as drafts.')).toBeVisible()
  })
  await test.step('the deputy shares them out: from one to another with Shift', async () => {
    await deputy.goto(delegation)
    await expect(deputy.getByRole('heading', { name: 'People60' })).toBeVisible()
    for (const [team, from, to] of [
      ['BT 01', 0, 29],
      ['BT 02', 30, 59],
    ] as const) {
      await person(deputy, family(from)).getByRole('checkbox').check()
      await person(deputy, family(to))
        .getByRole('checkbox')
        .click({ modifiers: ['Shift'] })
      const dialog = await openDialog(deputy, 'Choose a team (30)')
      await checkDialog(deputy)
      await choice(dialog, 'Team').selectOption(team)
      await send(dialog, 'Choose a team (30)')
      await expect(person(deputy, family(from + 14))).toContainText(team)
      await expect(deputy.getByRole('checkbox', { name: /^Choose Kita/, checked: true })).toHaveCount(0)
    }
  })
  await test.step('fifty find a place, ten wait', async () => {
    await lead.goto(delegation)
    await lead.getByRole('checkbox', { name: 'Choose everybody' }).check()
    const dialog = await openDialog(lead, 'Submit 60')
    await expect(dialog).toContainText('The whole delegation: 60 places wanted, 50 left.')
    await checkDialog(lead)
    await send(dialog, 'Submit 60')
    await expect(lead.getByRole('meter', { name: 'Whole' })).toHaveAttribute('aria-valuenow', '50')
    await expect(lead.getByRole('row').filter({ hasText: 'Waiting, 1 of 10' })).toBeVisible()
    await checkAccess(lead)
  })
  const first = lead.getByRole('row').filter({ hasText: 'Waiting, 1 of 10' })
  const name = /Kita\d+/.exec(await textOf(first))?.[0] ?? ''
  await test.step('a place given back goes to the first in the line', async () => {
    await deputy.goto(`${delegation}?state=submitted`)
    const leaving = deputy.getByRole('grid', { name: 'People' }).getByRole('row').nth(1)
    await leaving.getByRole('checkbox').check()
    await send(await openDialog(deputy, 'Withdraw 1'), 'Withdraw 1')
    await lead.goto(delegation)
    await expect(person(lead, name)).toContainText('Submitted')
    await expect(lead.getByRole('row').filter({ hasText: 'Waiting, 1 of 9' })).toBeVisible()
  })
  await test.step('more places take the rest of the line in its order', async () => {
    await openNation(page, code, 'Japan')
    await page.getByRole('button', { name: 'Change', exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await field(dialog, 'Places').fill('54')
    await send(dialog, 'Save')
    await lead.goto(`${delegation}?state=waitlisted`)
    await expect(lead.getByRole('row').filter({ hasText: 'Waiting, 5 of 5' })).toBeVisible()
    await expect(lead.getByRole('meter', { name: 'Whole' })).toHaveAttribute('aria-valuenow', '54')
  })
})

async function prepare(page: Page, code: string): Promise<string> {
  await signInAs(page, 'director')
  const starts = { 'Registration opens': 'D-60' }
  await makeExercise(page, { code, name: 'Breakwater Lantern', startex: `${daysAhead(40)} 09:00`, starts })
  await addRoles(page, code, { 'Network defender': 'technical' })
  await inviteNations(page, code, ['Japan', 'Estonia'], 50)
  await addTeams(page, code, 2)
  for (const team of ['BT 01', 'BT 02'])
    await fitOutTeam(page, code, team, {
      seats: { 'Network defender': [10, 40] },
      nations: ['Japan', 'Estonia'],
    })
  await openRegistration(page, code)
  return inviteContact(page, code, 'Japan')
}

async function bringIn(page: Page, delegation: string, cells: string[][]): Promise<void> {
  await page.goto(`${delegation}/people/import`)
  const buffer = Buffer.from(writeWorkbook('Delegation', cells))
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'people.xlsx', mimeType: 'application/octet-stream', buffer })
}
