'use client'

import { controlLook } from '@/components/ui/control'

export type Choice = { id: string; name: string }

type Props = { name: string; label: string; any: string; value: string | null; of: readonly Choice[] }

/** One of many, or any. In the client's hands for the reason that `PersonRows` names: the options are a hundred. */
export function Choose({ name, label, any, value, of }: Props) {
  return (
    <select name={name} defaultValue={value ?? ''} aria-label={label} className={`${controlLook} max-w-44`}>
      <option value="">{any}</option>
      {of.map(choice => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}
