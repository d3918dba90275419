import { expect, test } from 'vitest'
import { administrator } from '@/prisma/actors'
import { firstAdministratorLink } from './first-administrator'

test('each start of an empty database prints another link, until somebody administers it', async () => {
  const first = await firstAdministratorLink()
  const second = await firstAdministratorLink()
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invitations\/[\w-]{43}$/)
  expect(second).not.toBe(first)
  await administrator()
  expect(await firstAdministratorLink()).toBeNull()
})
