'use client'

import { useTranslations } from 'next-intl'
import type { DemoPerson } from '@/lib/accounts/demo-people'
import { signInAsDemo } from '@/lib/sign-in/actions'
import { ActionButton } from '../action-button'

/** The demo's people, each with one button and what they do. */
export function DemoPeople({ people, next }: { people: readonly DemoPerson[]; next: string | null }) {
  const t = useTranslations('accounts.demo')
  return (
    <ul className="grid gap-1.5">
      {people.map(person => (
        <li key={person.key}>
          <ActionButton
            action={signInAsDemo}
            input={{ person: person.key, next }}
            button={{
              className: 'w-full flex-col items-start! justify-start! gap-0! py-2 text-left',
              'aria-label': t('signInAs', { name: person.name, role: t(`${person.key}.role`) }),
            }}
          >
            <span className="flex w-full flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{person.name}</span>
              <span className="text-muted text-note">{t(`${person.key}.role`)}</span>
            </span>
            <span className="text-muted text-note">{t(`${person.key}.note`)}</span>
          </ActionButton>
        </li>
      ))}
    </ul>
  )
}
