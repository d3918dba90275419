import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  acceptInvitation,
  addRoles,
  choosePeople,
  expectRefused,
  field,
  inviteContact,
  inviteNations,
  makeExercise,
  nominate,
  nominateAll,
  openDialog,
  openNation,
  openRegistration,
  ownCode,
  ownEmail,
  person,
  press,
  send,
  signInAs,
  textOf,
} from './app'
import { daysAhead } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'
import { type Call, callOf, replay } from './replay'

test('a point of contact registers a nation’s experts up to its quota, and reaches no other nation', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(300_000)
  const code = ownCode('RE')
  const japan = await anotherBrowser({ timezoneId: 'Asia/Tokyo' })
  const { link, estonia } = await test.step('an organiser opens registration and invites', () =>
    prepare(page, code))

  const delegation = await test.step('the invitation is accepted', async () => {
    await japan.goto(new URL(link).pathname)
    await expect(japan.getByText('to be the point of contact of Japan for Harbour Lantern')).toBeVisible()
    await checkAccess(japan)
    return acceptInvitation(japan, link, 'Nao Kitazaki')
  })
  await test.step('and lets in once', async () => {
    const late = await anotherBrowser()
    await late.goto(new URL(link).pathname)
    await expect(late.getByText('It has been used.')).toBeVisible()
    await checkAccess(late)
  })

  const calls: Call[] = []
  await test.step('two companies are named, one with what looks like HTML', async () => {
    await japan.getByRole('link', { name: 'Companies' }).first().click()
    calls.push(await callOf(japan, () => addCompany(japan, 'Kaigan <b>Systems</b> & Co')))
    await expect(japan.getByRole('rowheader', { name: 'Kaigan <b>Systems</b> & Co' })).toBeVisible()
    await addCompany(japan, 'Nishihama Forensics')
    const again = await openDialog(japan, 'Add')
    await field(again, 'Name').fill('Nishihama Forensics')
    await press(again, 'Add')
    await expectRefused(field(again, 'Name'), /already has a company or agency of this name/)
    await checkDialog(japan)
    await japan.keyboard.press('Escape')
  })
  await test.step('experts of four disciplines are put on the list', async () => {
    await japan.goto(delegation)
    await japan.getByRole('link', { name: 'Add a person' }).click()
    const first = { familyName: 'Kitahama', givenName: 'Sora', nativeName: '北浜 そら', email: ownEmail() }
    calls.push(
      await callOf(japan, () =>
        nominate(japan, delegation, { ...first, role: 'Network defender', company: 'Nishihama Forensics' }),
      ),
    )
    await expect(field(japan, 'Family name')).toHaveValue('')
    await nominate(japan, delegation, { ...first, givenName: 'Rin', role: 'Legal adviser' })
    await expectRefused(field(japan, 'E-mail'), /already has somebody with this address/)
    await expect(field(japan, 'Given name')).toHaveValue('Rin')
    await checkAccess(japan)
    await nominateAll(japan, delegation, [
      { familyName: 'Minamoda', givenName: 'Rin', nativeName: '南田 凛', role: 'Legal adviser' },
      { familyName: 'Higashino', givenName: 'Kai', nativeName: '東野 櫂', role: 'Forensics analyst' },
      { familyName: 'Nishizora', givenName: 'Mio', nativeName: '西空 澪', role: 'Media officer' },
      { familyName: 'Nakagusa', givenName: 'Ren', nativeName: '中草 蓮', role: 'Network defender' },
    ])
    await expect(person(japan, 'Kitahama')).toContainText('北浜 そら')
  })
  await test.step('more than the quota holds is told plainly, and nobody moves', async () => {
    await choosePeople(japan, ['Kitahama', 'Minamoda', 'Higashino', 'Nishizora', 'Nakagusa'])
    await expect(japan.getByText('The whole delegation: 5 places wanted, 4 left.')).toBeVisible()
    await checkAccess(japan)
    const dialog = await openDialog(japan, 'Submit 5')
    await expect(dialog).toContainText('The whole delegation: 5 places wanted, 4 left.')
    await checkDialog(japan)
    await japan.keyboard.press('Escape')
    await expect(person(japan, 'Minamoda')).toContainText('Draft')
  })
  await test.step('as many as the quota holds are submitted and endorsed', async () => {
    await choosePeople(japan, ['Kitahama', 'Minamoda', 'Higashino', 'Nishizora'])
    calls.push(await callOf(japan, () => press(japan, 'Submit 4')))
    await expect(japan.getByText('4 people submitted.')).toBeVisible()
    await expect(japan.getByRole('meter', { name: 'Whole' })).toHaveAttribute('aria-valuenow', '4')
    await choosePeople(japan, ['Kitahama', 'Minamoda'])
    await press(japan, 'Endorse 2')
    await expect(person(japan, 'Kitahama')).toContainText('Endorsed')
    await checkAccess(japan)
  })
  await test.step('who finds no place waits, and comes in when one is given back', async () => {
    await choosePeople(japan, ['Nakagusa'])
    const dialog = await openDialog(japan, 'Submit 1')
    await expect(dialog).toContainText('The whole delegation: one place wanted, none left.')
    await send(dialog, 'Submit 1')
    await expect(japan.getByText('Nobody is submitted, 1 waits.')).toBeVisible()
    await expect(person(japan, 'Nakagusa')).toContainText('Waiting, 1 of 1')
    await choosePeople(japan, ['Nishizora'])
    await send(await openDialog(japan, 'Withdraw 1'), 'Withdraw 1')
    await expect(person(japan, 'Nakagusa')).toContainText('Submitted')
    await expect(japan.getByRole('meter', { name: 'Whole' })).toHaveAttribute('aria-valuenow', '4')
    await checkAccess(japan)
  })

  await test.step('the list is taken home as a file, and nobody else’s', async () => {
    const link = japan.getByRole('link', { name: 'Download as CSV' })
    const [file] = await Promise.all([japan.waitForEvent('download'), link.click()])
    expect(file.suggestedFilename()).toBe('registrations.csv')
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain('北浜 そら')
    expect(text).not.toContain('Põhjaranna')
    const address = new URL((await link.getAttribute('href')) ?? '', japan.url())
    address.searchParams.set('delegation', estonia.participationId)
    expect((await japan.request.get(address.href)).status()).toBe(404)
    address.searchParams.delete('delegation')
    expect((await japan.request.get(address.href)).status()).toBe(404)
  })
  await test.step('the own delegation is all that is seen', async () => {
    await japan.goto('/delegation')
    await expect(japan).toHaveURL(delegation)
    await japan.goto('/exercises')
    await expect(japan.getByRole('main').getByRole('link', { name: /^[A-Z]{2}-/ })).toHaveText([code])
    for (const hidden of [estonia.path, `${estonia.path}/people/${estonia.registrationId}`]) {
      expect((await japan.goto(hidden))?.status(), hidden).toBe(404)
      await expect(japan.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    }
    for (const part of [
      'nations',
      'registrations',
      'history',
      'settings',
      'settings/members',
      'nations/invite',
    ])
      expect((await japan.goto(`/exercises/${code}/${part}`))?.status(), part).toBe(404)
    for (const open of [delegation, `/exercises/${code}`, `/exercises/${code}/timeline?view=table`])
      expect(await (await japan.request.get(open)).text(), open).not.toContain('Põhjaranna')
  })
  await test.step('a script that calls the actions for Estonia is refused and changes nothing', async () => {
    const before = await estonianPages(page, code, estonia.path)
    const [addCompany, nominated, submitted] = calls
    if (!addCompany || !nominated || !submitted) throw new Error('A call was missed')
    const { participationId } = estonia
    const ids = { registrationIds: [estonia.registrationId] }
    const tries = [
      replay(japan, addCompany, { participationId, name: 'Taken Over Ltd' }),
      replay(japan, nominated, { participationId, email: ownEmail() }),
      replay(japan, submitted, { participationId, ...ids }),
      // The own delegation with somebody else's person.
      replay(japan, submitted, ids),
    ]
    const refusals = await Promise.all(tries)
    expect(refusals.map(answer => (answer.ok ? 'done' : answer.error.code))).toEqual([
      ...['forbidden', 'forbidden', 'forbidden', 'not_found'],
    ])
    expect(await estonianPages(page, code, estonia.path)).toEqual(before)
    // The same call for the own nation goes through: it was Estonia that was refused, not the call.
    expect(await replay(japan, nominated, { email: ownEmail(), familyName: 'Okihara' })).toMatchObject({
      ok: true,
    })
    await japan.goto(delegation)
    await expect(person(japan, 'Okihara')).toBeVisible()
  })
})

type Prepared = { link: string; estonia: { path: string; participationId: string; registrationId: string } }

/** Makes the exercise; Japan and Estonia have four places each, and Estonia somebody on its list. */
async function prepare(page: Page, code: string): Promise<Prepared> {
  await signInAs(page, 'director')
  // The template closes registration 29 days before STARTEX.
  const starts = { 'Registration opens': 'D-60' }
  await makeExercise(page, { code, name: 'Harbour Lantern', startex: `${daysAhead(40)} 09:00`, starts })
  await addRoles(page, code, {
    'Network defender': 'technical',
    'Legal adviser': 'legal',
    'Forensics analyst': 'forensics',
    'Media officer': 'media',
  })
  await inviteNations(page, code, ['Japan', 'Estonia'], 4)
  await openRegistration(page, code)
  const link = await inviteContact(page, code, 'Japan')
  await openNation(page, code, 'Estonia')
  await page.getByRole('link', { name: 'Open the delegation' }).click()
  await expect(page).toHaveURL(/\/delegation\//)
  const path = new URL(page.url()).pathname
  await nominateAll(page, path, [{ familyName: 'Põhjaranna', givenName: 'Mari', role: 'Legal adviser' }])
  const registrationId = await person(page, 'Põhjaranna').getByRole('checkbox').inputValue()
  return { link, estonia: { path, participationId: path.split('/').at(-1) ?? '', registrationId } }
}

async function addCompany(page: Page, name: string): Promise<void> {
  const dialog = await openDialog(page, 'Add')
  await field(dialog, 'Name').fill(name)
  await send(dialog, 'Add')
}

/** All that an organiser sees of Estonia, the history included. */
async function estonianPages(page: Page, code: string, path: string): Promise<string[]> {
  const texts: string[] = []
  for (const address of [path, `${path}/companies`, `/exercises/${code}/history`]) {
    await page.goto(address)
    // Counted for itself: the list does not wait for it.
    if (address === path) await expect(page.getByRole('link', { name: /of your people$/ })).toBeVisible()
    texts.push(await textOf(page.getByRole('main')))
  }
  return texts
}
