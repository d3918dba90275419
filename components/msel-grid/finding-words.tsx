'use client'

import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { isBroken } from '@/lib/clashes/places/rules'
import type { Finding } from '@/lib/clashes/plan/rules'
import type { Telling } from './use-telling'

type Props = { finding: Finding; telling: Telling; about?: boolean; id?: string }

/** What is wrong and how to mend it; `about` says of what. */
export function FindingWords({ finding, telling, about = false, id }: Props) {
  const told = telling.of(finding)
  const Mark = isBroken(finding) ? OctagonAlert : TriangleAlert
  return (
    <div id={id} className="flex items-start gap-2 text-note">
      <Mark
        aria-hidden="true"
        className={`mt-0.5 size-4 shrink-0 ${isBroken(finding) ? 'text-bad' : 'text-warn'}`}
      />
      <p className="min-w-0 wrap-anywhere">
        {about ? <span className="pr-1.5 font-mono tabular">{told.about}</span> : null}
        {told.what} <span className="text-muted">{told.mend}</span>
      </p>
    </div>
  )
}
