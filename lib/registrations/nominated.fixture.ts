import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { factoryDb } from '@/prisma/factories'
import { editRegistration, nominate } from './actions'
import { now, setting } from './setting.fixture'

/** Somebody as a delegation says it. */
export const aiko = {
  email: 'Aiko.Mori@example.jp',
  givenName: 'Aiko',
  familyName: 'Mori',
  nativeName: '森 愛子',
  companyId: '',
  teamId: '',
  siteId: '',
  presence: 'remote',
  homeTimeZone: 'Asia/Tokyo',
  languages: '日本語, English',
  clearanceUntilOn: '2027-12-31',
  homeNation: 'JPN',
}

/** A delegation that has put her on its list as a draft, and an edit of her by whoever opened the form then. */
export async function nominated() {
  const world = await setting()
  const { ids, contact, role } = world
  const input = { ...ids, ...aiko, roleId: role.id }
  const result = await execute(nominate.definition, contact, input, now)
  if (!result.ok) throw new Error(result.error.reason)
  const { registrationId } = result.data
  const row = () => factoryDb().registration.findUniqueOrThrow({ where: { id: registrationId } })
  const { version } = await row()
  const edit = (fields: object, actor: Actor = contact, more: object = {}) =>
    execute(
      editRegistration.definition,
      actor,
      { ...input, registrationId, version, ...fields, ...more },
      now,
    )
  return { ...world, input, registrationId, row, edit }
}
