'use client'

import { useEffect, useRef } from 'react'
import { openLink } from '@/lib/registrations/links/actions'

/** Tells once that the link was opened. By script, since a mail server that only fetches the link runs none. */
export function OpenedNote({ token }: { token: string }) {
  const told = useRef(false)
  useEffect(() => {
    if (told.current) return
    told.current = true
    // Whether it was noted is nothing that the reader could mend.
    void openLink({ token }).catch(() => undefined)
  }, [token])
  return null
}
