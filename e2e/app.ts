import { expect, type Page } from '@playwright/test'
import { demoPeople } from '../lib/accounts/demo-people'

export type DemoKey = (typeof demoPeople)[number]['key']

/** Signs in through the demo's door, as a person would. */
export async function signInAs(page: Page, key: DemoKey, next?: string): Promise<void> {
  const person = demoPeople.find(one => one.key === key)
  if (!person) throw new Error(`No such demo person: ${key}`)
  await page.goto(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
  await page.getByRole('button', { name: new RegExp(person.name) }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /session/ })
}
