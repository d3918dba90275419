'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { controlLook } from '../ui/control'

export type PersonChoice = { id: string; familyName: string; givenName: string }

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Several people of a list, found by typing. Who is chosen stays chosen while others are searched. */
export function ChoosePeople({ people }: { people: readonly PersonChoice[] }) {
  const t = useTranslations('attendance')
  const [search, setSearch] = useState('')
  const [count, setCount] = useState(0)
  const shown = (person: PersonChoice) =>
    plain(`${person.familyName} ${person.givenName}`).includes(plain(search.trim()))
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        {t('choosePeople')}
        <small className="ml-1.5 font-normal text-muted text-note" role="status">
          {t('peopleNote', { count })}
        </small>
      </legend>
      <input
        type="search"
        value={search}
        onChange={event => setSearch(event.target.value)}
        aria-label={t('search')}
        placeholder={t('search')}
        dir="auto"
        className={`${controlLook} mb-1.5 w-full`}
      />
      <div className="max-h-56 overflow-y-auto rounded-control border border-line">
        {people.map(person => (
          <label
            key={person.id}
            hidden={!shown(person)}
            className="flex min-h-target cursor-pointer items-center gap-2 px-3 py-1 hover:bg-sunk [&[hidden]]:hidden"
          >
            <input
              type="checkbox"
              name="registrationIds[]"
              value={person.id}
              className="size-4 accent-accent"
              onChange={event => setCount(before => before + (event.target.checked ? 1 : -1))}
            />
            <span dir="auto">{`${person.familyName} ${person.givenName}`}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
