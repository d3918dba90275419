import type { Page } from '@playwright/test'
import { makeExercise, ownCode, press, signInAs } from './app'
import { daysAhead } from './dates'
import { checkAccess, expect, test } from './fixtures'

const headings = 'Lfd. Nr.;Handlungsstrang;Tag;Uhrzeit;Absender;Empfänger;Kanal;Betreff;Inhalt;Zuruf'

/** A German drill book as its office saves it: Windows-1252, semicolons, a title above and a day between the rows. */
function drillBook(rows: readonly string[]): Buffer {
  const text = ['Drehbuch;;;;;;;;;', '', headings, ...rows, ';;;;;;;;;', ';;;;;;;;;'].join('\r\n')
  return Buffer.from(text, 'latin1')
}

const rows = [
  'H-1;Hafen;1;0900;Hafenmeister;Blau 1, Blau 2;E-Mail;Kräne stehen still;Die Brücke meldet: nichts rührt sich.;',
  'H-2;Hafen;1;09h20;Küstenblatt;Blau 1;Presse;Eine Zeitung fragt nach;Wann läuft der Betrieb wieder?;',
  'H-3;Hafen;;;Hafenmeister;Blau 2;Telefon;Der zweite Kran;Auch der zweite Kran fällt aus.;wenn Blau 1 nichts meldet',
]

async function choose(page: Page, lines: readonly string[]): Promise<void> {
  const file = { name: 'Drehbuch.csv', mimeType: 'text/csv', buffer: drillBook(lines) }
  await page.locator('input[type=file]').setInputFiles(file)
}

test('a planner takes in a foreign list, puts its columns right, and takes it in again changed', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const code = ownCode('IM')
  await signInAs(page, 'director')
  await makeExercise(page, { code, name: 'Drill book', startex: `${daysAhead(200)} 09:00` })

  await test.step('its headings are understood but one, which the planner says', async () => {
    await page.goto(`/exercises/${code}/scenario/import`)
    await checkAccess(page)
    await choose(page, rows)
    await expect(page.getByLabel('Betreff')).toHaveValue('title')
    await expect(page.getByLabel('Empfänger')).toHaveValue('to')
    await expect(page.getByLabel('Handlungsstrang')).toHaveValue('storyline')
    await page.getByLabel('Zuruf').selectOption('trigger')
    await expect(page.getByRole('table', { name: 'What was understood' })).toContainText('Kräne stehen still')
    await checkAccess(page)
  })
  await test.step('and every row goes in with what it names', async () => {
    await press(page, 'Take 3 injects in')
    await expect(page.getByText('3 injects added, none changed. All was taken in.')).toBeVisible()
    await page.getByRole('link', { name: 'To the MSEL' }).click()
    await expect(page.getByText('Kräne stehen still')).toBeVisible()
  })
  await test.step('changed, it shows the differences first, and changes those alone', async () => {
    await page.goto(`/exercises/${code}/scenario/import`)
    await choose(page, [
      ...rows.slice(0, 1),
      rows[1]?.replace('Eine Zeitung fragt nach', 'Zwei Zeitungen fragen nach') ?? '',
      ...rows.slice(2),
      'H-4;Hafen;2;1000;Hafenmeister;Blau 1;E-Mail;Der Betrieb läuft;Alles wieder wie immer.;',
    ])
    // What was said of the columns the first time is known.
    await expect(page.getByLabel('Zuruf')).toHaveValue('trigger')
    await expect(page.getByText('One new inject, one changed, 2 as they are.')).toBeVisible()
    const changed = page.getByRole('row').filter({ hasText: 'H-2' })
    await expect(changed).toContainText('Zwei Zeitungen fragen nach')
    await press(page, 'Take 2 injects in')
    await expect(page.getByText('One inject added, one changed. All was taken in.')).toBeVisible()
  })
  await test.step('and what came in can be taken along again', async () => {
    await page.goto(`/exercises/${code}/scenario/book`)
    await checkAccess(page)
    await expect(page.getByRole('link', { name: 'Everything: 4 injects' })).toBeVisible()
  })
})
