import { signInAs } from './app'
import { checkAccess, expect, test } from './fixtures'

const dtg = /\d{6}Z(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d\d/
const frenchDtg = /\d{6}Z(?!JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\p{L}{3,4}\d\d/u

test.describe('somebody whose browser speaks French', () => {
  test.use({ locale: 'fr-CA' })

  test('reads French, with date-time groups in English', async ({ page }) => {
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await expect(page.getByRole('link', { name: 'Se connecter' }).first()).toBeVisible()
    await page
      .getByRole('link', { name: /Baltic Lantern/ })
      .first()
      .click()
    await page.getByRole('link', { name: 'En tableau' }).click()
    const table = page.getByRole('table')
    await expect(table).toContainText(dtg)
    await expect(table).not.toContainText(frenchDtg)
    await expect(table).toContainText(/(janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)/)
    await checkAccess(page)
  })

  test('reads English after choosing it, without an account too', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Langue et connexion' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  })
})

test.describe('somebody whose browser speaks English', () => {
  test('reads French where the account says so', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await signInAs(page, 'observer')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await page.goto('/account')
    await expect(page.getByRole('heading', { level: 1, name: 'Votre compte' })).toBeVisible()
  })

  test('takes a choice along to every other browser', async ({ page, anotherBrowser }) => {
    await signInAs(page, 'controller')
    await page.getByRole('button', { name: 'Account of Dobiesław Jaworecki' }).click()
    await page.getByRole('button', { name: 'Français' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    const other = await anotherBrowser()
    await signInAs(other, 'controller')
    await expect(other.locator('html')).toHaveAttribute('lang', 'fr')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})
