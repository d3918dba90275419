import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { expertOf, staffOf } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { discard, editRegistration, nominate } from './actions'
import { nominated } from './nominated.fixture'
import { delegationOf, now, setting, stateOf } from './setting.fixture'

describe('taking a draft off the list', () => {
  it('removes drafts and nothing else', async () => {
    const { contact, ids, person } = await setting()
    const [draft, submitted] = [await person(), await person('submitted')]
    const remove = (...registrationIds: string[]) =>
      execute(discard.definition, contact, { ...ids, registrationIds }, now)
    expect(await remove(draft.id, submitted.id)).toMatchObject({
      error: { reason: 'only_drafts_go', params: { count: 1 } },
    })
    expect(await stateOf(draft)).toBe('draft')
    expect(await remove(draft.id)).toMatchObject({ ok: true })
    expect(await remove(draft.id)).toMatchObject({ error: { code: 'not_found' } })
  })
})

describe('who may', () => {
  it('write about people is decided for every role and every other delegation', async () => {
    const { exercise, contact, registrar, input, registrationId, person } = await nominated()
    const estonian = (await delegationOf(exercise, 'EST')).contact
    const refused: Record<string, Actor> = {
      visitor: { kind: 'visitor' },
      planner: await staffOf(exercise, 'planner'),
      controller: await staffOf(exercise, 'controller'),
      observer: await staffOf(exercise, 'observer'),
      expert: await expertOf(await person('submitted')),
      estonian,
    }
    const attempts = (actor: Actor) =>
      Promise.all([
        execute(nominate.definition, actor, { ...input, email: 'new@example.jp' }, now),
        execute(
          editRegistration.definition,
          actor,
          { ...input, registrationId, version: 1, givenName: 'X' },
          now,
        ),
        execute(discard.definition, actor, { ...input, registrationIds: [registrationId] }, now),
      ])
    for (const [name, actor] of Object.entries(refused)) {
      const code = name === 'visitor' ? 'unauthenticated' : 'forbidden'
      for (const result of await attempts(actor)) expect(result).toMatchObject({ error: { code } })
    }
    expect(await factoryDb().registration.findUniqueOrThrow({ where: { id: registrationId } })).toMatchObject(
      {
        givenName: 'Aiko',
      },
    )
    expect(await factoryDb().registration.count({ where: { email: 'new@example.jp' } })).toBe(0)
    for (const actor of [contact, registrar]) {
      const edit = { ...input, registrationId, version: 1, nativeName: '' }
      expect(await execute(editRegistration.definition, actor, edit, now)).toMatchObject({ ok: true })
    }
  })
})
