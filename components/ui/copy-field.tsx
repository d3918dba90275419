'use client'

import { useState } from 'react'
import { Button } from './button'
import { controlLook } from './control'

type Props = { label: string; value: string; copy: string; copied: string }

/** Something to be taken along, a link for instance: selected by a touch, copied by a button. */
export function CopyField({ label, value, copy, copied }: Props) {
  const [done, setDone] = useState(false)
  async function take() {
    await navigator.clipboard?.writeText(value).then(
      () => setDone(true),
      () => {},
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        readOnly
        aria-label={label}
        value={value}
        onFocus={event => event.currentTarget.select()}
        className={`${controlLook} min-w-0 flex-1 font-mono text-note`}
      />
      <Button onClick={take}>{done ? copied : copy}</Button>
    </div>
  )
}
