import { demoPeople } from '@/lib/accounts/demo-people'
import type { Environment } from '@/lib/env'
import { firstAdministratorLink } from './first-administrator'

const local = ['127.0.0.1', '::1', 'localhost']

/** How to get in, for the person at the terminal. */
export async function signInLines(env: Environment): Promise<string[]> {
  const address = `Startex is at ${env.baseUrl}`
  if (env.operatorDatabase) {
    const link = await firstAdministratorLink()
    if (link === null) return [address]
    return [
      address,
      '',
      'Nobody administers it yet. This link makes the first administrator, once:',
      `  ${link}`,
    ]
  }
  if (!local.includes(env.host)) {
    return [address, '', `The demo signs nobody in with one click while the server listens on ${env.host}.`]
  }
  const width = Math.max(...demoPeople.map(person => person.name.length))
  const people = demoPeople.map(({ name, role, nation }) => {
    const does = role.replaceAll('_', ' ') + (nation ? `, ${nation}` : '')
    return `  ${name.padEnd(width)}  ${does}`
  })
  return [address, '', `The demo signs you in with one click, at ${env.baseUrl}/sign-in, as`, ...people]
}
