import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  acceptInvitation,
  addRoles,
  choice,
  choosePeople,
  expectRefused,
  field,
  inviteContact,
  inviteNations,
  makeExercise,
  nominateAll,
  openDialog,
  openRegistration,
  ownCode,
  ownEmail,
  person,
  press,
  send,
  signInAs,
} from './app'
import { daysAhead } from './dates'
import { checkAccess, checkDialog, expect, test } from './fixtures'

const phone = {
  viewport: { width: 375, height: 812 },
  isMobile: true,
  hasTouch: true,
  timezoneId: 'Asia/Tokyo',
}
const tools = 'どのツールを使いますか'

test('an expert fills in the own part on a phone in Japanese, and comes back through the same link', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(300_000)
  const code = ownCode('OP')
  const japan = await anotherBrowser({ timezoneId: 'Asia/Tokyo' })
  const invitation = await test.step('an organiser asks questions and says what becomes of the data', () =>
    prepare(page, code))
  const delegation = await acceptInvitation(japan, invitation, 'Nao Kitazaki')
  const email = ownEmail()
  await nominateAll(japan, delegation, [
    { familyName: 'Sato', givenName: 'Sora', email, role: 'Forensics analyst' },
    { familyName: 'Mori', givenName: 'Aiko', role: 'Legal adviser' },
  ])

  const link = await test.step('the contact sends the link, and is told it once', async () => {
    await japan.getByRole('link', { name: 'Open Sato Sora' }).click()
    await checkAccess(japan)
    const dialog = await openDialog(japan, 'Send a link')
    await press(dialog, 'Send a link')
    await expect(dialog).toContainText(`A letter is on its way to ${email}`)
    await checkDialog(japan)
    return field(dialog, 'Link').inputValue()
  })
  await test.step('nobody gets in with another token, and the page says so plainly', async () => {
    const stranger = await anotherBrowser(phone)
    await stranger.goto('/register/made-up')
    await expect(stranger.getByText('This link opens nothing')).toBeVisible()
    await checkAccess(stranger)
  })

  const expert = await anotherBrowser(phone)
  await test.step('the expert reads who asks, and when it is in the own zone', async () => {
    const answer = await expert.goto(new URL(link).pathname)
    expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
    expect(answer?.headers()['x-robots-tag']).toContain('noindex')
    const main = expert.getByRole('main')
    await expect(main).toContainText('Nao Kitazaki asks you, for Japan')
    await expect(main).toContainText('Forensics analyst')
    await expect(main).toContainText('Tallinn')
    await checkAccess(expert)
  })
  await test.step('and fills it in, in Japanese; without agreeing nothing is kept', async () => {
    await field(expert, 'Family name').fill('佐藤')
    await field(expert, 'Given name').fill('そら')
    await field(expert, 'Name in the own script').fill('佐藤 そら')
    await field(expert, 'Languages').fill('日本語, English')
    await field(expert, 'Diet').fill('豚肉は食べません')
    // Only lawyers are asked for their bar.
    await expect(expert.getByRole('textbox', { name: 'Bar admission' })).toHaveCount(0)
    await press(expert, 'Save')
    const box = expert.getByRole('checkbox', { name: 'I agree to this processing of my data' })
    await expectRefused(box, /Tick this first/)
    await box.check()
    await press(expert, 'Save')
    await expect(expert.getByText('but not finished. Still missing:')).toBeVisible()
    await expect(expert.getByRole('listitem').filter({ hasText: tools })).toBeVisible()
    await checkAccess(expert)
  })
  await test.step('comes back through the same link, finds it filled, and finishes', async () => {
    const again = await anotherBrowser(phone)
    await again.goto(new URL(link).pathname)
    await expect(field(again, 'Family name')).toHaveValue('佐藤')
    await expect(field(again, 'Name in the own script')).toHaveValue('佐藤 そら')
    await expect(field(again, 'Diet')).toHaveValue('豚肉は食べません')
    await expect(again.getByText('You agreed on')).toBeVisible()
    await field(again, tools).fill('ボラティリティとX-Waysを十年使っています')
    await press(again, 'Save')
    await expect(again.getByText('All is filled in.')).toBeVisible()
    await again.reload()
    await expect(field(again, tools)).toHaveValue('ボラティリティとX-Waysを十年使っています')
    await checkAccess(again)
  })
  await test.step('what two change at once is shown to the second', async () => {
    await japan.goto(delegation)
    await japan.getByRole('link', { name: 'Open 佐藤 そら' }).click()
    await field(japan, 'Given name').fill('空')
    await japan.getByRole('main').getByRole('button', { name: 'Save' }).first().click()
    await expect(japan.getByText('Saved.')).toBeVisible()
    await field(expert, 'Given name').fill('ソラ')
    await press(expert, 'Save')
    await expect(expert.getByText('Nao Kitazaki', { exact: false }).filter({ hasText: '空' })).toBeVisible()
    await checkAccess(expert)
    await press(expert, 'Take theirs')
    await press(expert, 'Save')
    await expect(field(expert, 'Given name')).toHaveValue('空')
  })
  await test.step('the contact sees it in the list, on the person’s page and in the file', async () => {
    await japan.goto(delegation)
    await expect(person(japan, '佐藤')).toContainText('Own part filled in')
    await expect(person(japan, 'Mori')).toContainText('One answer missing', { ignoreCase: true })
    await japan.getByRole('link', { name: 'has not answered everything' }).click()
    await expect(person(japan, 'Mori')).toBeVisible()
    await expect(person(japan, '佐藤')).toHaveCount(0)
    await japan.goto(delegation)
    const [file] = await Promise.all([
      japan.waitForEvent('download'),
      japan.getByRole('link', { name: 'Download as CSV' }).click(),
    ])
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain(tools)
    expect(text).toContain('ボラティリティとX-Waysを十年使っています')
    expect(text).not.toContain('豚肉')
    await japan.getByRole('link', { name: 'Open 佐藤 空' }).click()
    await expect(japan.getByRole('textbox', { name: tools })).toHaveValue(/ボラティリティ/)
    await expect(japan.getByRole('textbox', { name: 'Diet' })).toHaveValue('豚肉は食べません')
    await checkAccess(japan)
  })
  await test.step('a new link ends the old one, and several go out at once', async () => {
    await japan.goto(delegation)
    await choosePeople(japan, ['佐藤', 'Mori'])
    await press(japan, 'Send 2 links')
    const dialog = japan.getByRole('alertdialog')
    await checkDialog(japan)
    await send(dialog, 'Send 2 links')
    await expect(person(japan, 'Mori')).toContainText('Link sent')
    await expert.goto(new URL(link).pathname)
    await expect(expert.getByText('It was taken back, or a newer one')).toBeVisible()
  })
  await test.step('the history names who came by the link', async () => {
    await page.goto(`/exercises/${code}/history`)
    await expect(page.getByText(/, by personal link/).first()).toBeVisible()
  })
})

/** An exercise with two questions of its own and a text to agree to; Japan may register people, and its link is told. */
async function prepare(page: Page, code: string): Promise<string> {
  await signInAs(page, 'director')
  const starts = { 'Registration opens': 'D-60' }
  await makeExercise(page, { code, name: 'Harbour Lantern', startex: `${daysAhead(40)} 09:00`, starts })
  await addRoles(page, code, { 'Forensics analyst': 'forensics', 'Legal adviser': 'legal' })
  await inviteNations(page, code, ['Japan'], 4)
  await openRegistration(page, code)
  await page.goto(`/exercises/${code}/settings`)
  await page.getByRole('link', { name: 'Questions and data protection' }).click()
  await checkAccess(page)
  const first = await openDialog(page, 'Add a question')
  await field(first, 'Question').fill(tools)
  await first.getByRole('checkbox', { name: /Needed before/ }).check()
  await first.getByRole('checkbox', { name: 'Forensics analyst' }).check()
  await checkDialog(page)
  await send(first, 'Add a question')
  const second = await openDialog(page, 'Add a question')
  await field(second, 'Question').fill('Bar admission')
  await choice(second, 'Kind of answer').selectOption('One of several')
  await field(second, 'Options').fill('Tokyo\nTallinn\nNone')
  await second.getByRole('checkbox', { name: /Needed before/ }).check()
  await second.getByRole('checkbox', { name: 'Legal adviser' }).check()
  await send(second, 'Add a question')
  await expect(page.getByRole('rowheader', { name: 'Bar admission' })).toBeVisible()
  await field(page, 'What people agree to').fill(
    'We keep your name, your role and your answers.\nFor one year.',
  )
  await choice(page, 'Legal basis').selectOption('Consent')
  await field(page, 'Controller').fill('Harbour Centre')
  await field(page, 'Contact for data protection').fill('data@harbour.example')
  await press(page, 'Save')
  await expect(page.getByText('version 1')).toBeVisible()
  return inviteContact(page, code, 'Japan')
}
