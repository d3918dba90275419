import type { Download, Page } from '@playwright/test'
import readXlsx from 'read-excel-file/universal'
import { writeWorkbook } from '../lib/sheets/writing/rules'
import {
  acceptInvitation,
  addRoles,
  field,
  inviteContact,
  inviteNations,
  makeExercise,
  openNation,
  openRegistration,
  ownCode,
  press,
  signInAs,
} from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'
import { type Call, replay } from './replay'

const headings = [
  'No.',
  'Nachname',
  'Vorname',
  '氏名（漢字）',
  'E-Mail',
  'Dienstposten',
  'Zeitzone',
  'Sicherheitsüberprüfung bis',
  'Bemerkung',
]

/** Sixty people as a ministry keeps them, five of them with something to mend. */
function sixty(): string[][] {
  const run = crypto.randomUUID().slice(0, 8)
  const rows = Array.from({ length: 60 }, (_, at) => [
    ...[String(at + 1), `Kitahama${at}`, 'Sora', '北浜 そら', `sora${at}.${run}@example.jp`],
    ...[at % 3 === 0 ? 'Rechtsberater' : 'Network defender', 'Tokyo', '31.12.2031', ''],
  ])
  const wrong: [row: number, column: number, cell: string][] = [
    [4, 4, 'sora4(at)example.jp'],
    [17, 4, rows[16]?.[4] ?? ''],
    [28, 5, 'Koch'],
    [39, 6, 'Atlantis'],
    [50, 7, '4/3/2031'],
    // Mended on the spot.
    [55, 4, 'sora55@@example.jp'],
  ]
  for (const [row, column, cell] of wrong) rows[row]?.splice(column, 1, cell)
  rows[28]?.splice(8, 1, '=HYPERLINK("https://elsewhere.example","look")')
  return rows
}

test('a point of contact brings in sixty people from a workbook and mends the five that are refused', async ({
  page,
  anotherBrowser,
}) => {
  test.setTimeout(300_000)
  const code = ownCode('IR')
  const japan = await anotherBrowser({ timezoneId: 'Asia/Tokyo' })
  const { link, estonia } = await prepare(page, code)
  const delegation = await acceptInvitation(japan, link, 'Nao Kitazaki')
  const calls = actionsOf(japan)
  const people = sixty()

  await test.step('the file is read in the browser, and its columns are told but one', async () => {
    await japan.getByRole('link', { name: 'Bring in a file' }).click()
    await expect(japan.getByRole('heading', { level: 1, name: 'Bring in a file' })).toBeVisible()
    await checkAccess(japan)
    await choose(japan, writeWorkbook('Delegation', [['Nennungen Japan'], [], headings, ...people]))
    await expect(japan.getByText('Say which column is this: Role.')).toBeVisible()
    await expect(japan.getByLabel('Nachname')).toHaveValue('familyName')
    await expect(japan.getByLabel('氏名（漢字）')).toHaveValue('nativeName')
    await expect(japan.getByLabel('Bemerkung')).toHaveValue('')
    await japan.getByLabel('Dienstposten').selectOption('role')
  })
  await test.step('a word of their own is explained once for all its rows', async () => {
    await expect(japan.getByText('To mend 25')).toBeVisible()
    await japan.getByLabel('Role “Rechtsberater” (20 rows)').selectOption('Legal adviser')
    await expect(japan.getByText('To mend 6')).toBeVisible()
    for (const words of [
      'This is not an e-mail address.',
      'The same address stands in row 20 of this file already.',
      '“Koch” is no role of this exercise.',
      '“Atlantis” is no time zone.',
      '“4/3/2031” may be two dates.',
    ])
      await expect(japan.getByRole('table', { name: 'People in the file' })).toContainText(words)
    await checkAccess(japan)
  })
  await test.step('one row is mended on the spot', async () => {
    const cell = field(japan, 'E-mail in row 59, to be mended')
    await cell.fill(`mended.${crypto.randomUUID()}@example.jp`)
    await cell.press('Enter')
    await expect(japan.getByText('To mend 5')).toBeVisible()
  })
  const refused = await test.step('all or nobody adds nobody; the sound rows go in', async () => {
    await press(japan, 'Add 60 people')
    await expect(japan.getByRole('alert').filter({ hasText: '5 rows have something to mend' })).toBeVisible()
    await japan.getByRole('radio', { name: /^The 55 sound rows/ }).check()
    await press(japan, 'Add 55 people')
    await expect(japan.getByText('55 people are on the list as drafts.')).toBeVisible()
    await expect(japan.getByText('5 rows were refused.')).toBeVisible()
    await checkAccess(japan)
    const [download] = await Promise.all([
      japan.waitForEvent('download'),
      press(japan, '5 refused rows as XLSX'),
    ])
    expect(download.suggestedFilename()).toBe(`${code}-JPN-refused.xlsx`)
    return cellsOf(download)
  })
  await test.step('what was refused comes back with reasons, and nothing in it is a formula', async () => {
    expect(refused[0]).toEqual([...headings, 'Row of the file', 'To mend'])
    expect(refused.map(row => row[9]).slice(1)).toEqual(['8', '21', '32', '43', '54'])
    expect(refused[3]?.[8]).toBe('\'=HYPERLINK("https://elsewhere.example","look")')
    expect(refused[3]?.[10]).toContain('“Koch” is no role of this exercise.')
  })
  await test.step('mended, the five go in too; the columns are remembered', async () => {
    const mended = refused.map((row, at) => {
      const cells = [...row]
      if (at === 1 || at === 2) cells[4] = `mended${at}.${crypto.randomUUID()}@example.jp`
      if (at === 3) cells[5] = 'Network defender'
      if (at === 4) cells[6] = 'Asia/Tokyo'
      if (at === 5) cells[7] = '2031-03-04'
      return cells
    })
    await press(japan, 'Another file')
    await choose(japan, writeWorkbook('Refused', mended))
    await expect(japan.getByLabel('Dienstposten')).toHaveValue('role')
    await expect(japan.getByText('All 5')).toBeVisible()
    await press(japan, 'Add 5 people')
    await expect(japan.getByText('5 people are on the list as drafts.')).toBeVisible()
    await japan.getByRole('link', { name: 'See the delegation' }).click()
    await expect(japan.getByRole('heading', { name: 'People60' })).toBeVisible()
  })
  await test.step('pasted rows are checked against the list, and the word explained before is known', async () => {
    await japan.goto(`${delegation}/people/import`)
    const rows = `Nachname\tVorname\tE-Mail\tDienstposten\nKitahama\tSora\t${people[10]?.[4]}\tRechtsberater\n`
    await japan.getByRole('textbox', { name: 'Or paste rows from a spreadsheet' }).fill(rows)
    await press(japan, 'Read these rows')
    const table = japan.getByRole('table', { name: 'People in the file' })
    await expect(table).toContainText('This delegation already has somebody with this address.')
    await expect(table).not.toContainText('is no role of this exercise')
  })
  await test.step('two thousand are on their way, cancelled, and leave nothing', async () => {
    await japan.goto(`${delegation}/people/import`)
    const many = Array.from(
      { length: 2_000 },
      (_, at) => `Kitahama,Sora,many${at}@example.jp,Network defender`,
    )
    await choose(
      japan,
      new TextEncoder().encode(`Nachname,Vorname,E-Mail,Dienstposten\r\n${many.join('\r\n')}`),
      'many.csv',
    )
    await expect(japan.getByText('All 2,000')).toBeVisible()
    await japan.route('**/people/import', async route => {
      await new Promise(done => setTimeout(done, 700))
      await route.continue()
    })
    await press(japan, 'Add 2,000 people')
    await expect(japan.getByRole('progressbar')).toBeVisible()
    await checkProgress(japan)
    await press(japan, 'Cancel')
    await expect(japan.getByText('Cancelled. Nobody was added.')).toBeVisible()
    await japan.unroute('**/people/import')
    await press(japan, 'Add 2,000 people')
    await expect(japan.getByText('2,000 people are on the list as drafts.')).toBeVisible({ timeout: 30_000 })
  })
  await test.step('a script that sends a file into Estonia is refused', async () => {
    const { participationId } = estonia
    const kinds = new Map(calls.map(call => [Object.keys(call.input).sort().join(), call]))
    expect(kinds.size).toBe(3)
    for (const call of kinds.values())
      expect(await replay(japan, call, { participationId })).toMatchObject({
        ok: false,
        error: { code: 'forbidden' },
      })
    await page.goto(estonia.path)
    await expect(page.getByText('Nobody on the list yet')).toBeVisible()
  })
})

async function prepare(page: Page, code: string) {
  await signInAs(page, 'director')
  const starts = { 'Registration opens': 'D-60' }
  await makeExercise(page, { code, name: 'Harbour Lantern', startex: `${daysAhead(40)} 09:00`, starts })
  await addRoles(page, code, { 'Network defender': 'technical', 'Legal adviser': 'legal' })
  await inviteNations(page, code, ['Japan', 'Estonia'], 80)
  await openRegistration(page, code)
  const link = await inviteContact(page, code, 'Japan')
  await openNation(page, code, 'Estonia')
  await page.getByRole('link', { name: 'Open the delegation' }).click()
  await expect(page).toHaveURL(/\/delegation\//)
  const path = new URL(page.url()).pathname
  return { link, estonia: { path, participationId: path.split('/').at(-1) ?? '' } }
}

async function choose(page: Page, bytes: Uint8Array, name = 'people.xlsx'): Promise<void> {
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

/** Every call of a server action that a page makes from now on. */
function actionsOf(page: Page): Call[] {
  const calls: Call[] = []
  page.on('request', request => {
    const { 'next-action': action, 'next-router-state-tree': tree = '' } = request.headers()
    if (request.method() !== 'POST' || action === undefined || !request.url().endsWith('/people/import'))
      return
    const [input] = JSON.parse(request.postData() ?? '[]')
    const headers = { 'next-action': action, 'next-router-state-tree': tree, accept: 'text/x-component' }
    calls.push({ url: request.url(), headers, input })
  })
  return calls
}

/** The cells of a workbook as they stand in it, what guards them included. */
async function cellsOf(download: Download): Promise<string[][]> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  const [sheet] = await readXlsx(new Blob([Buffer.concat(chunks)]), { trim: false })
  return (sheet?.data ?? []).map(row => row.map(cell => String(cell ?? '')))
}

async function checkProgress(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar', { name: 'Adding your people' })).toHaveAttribute(
    'aria-valuetext',
    /Nobody is on the list yet/,
  )
}
