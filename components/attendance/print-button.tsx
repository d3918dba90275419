'use client'

import { Button } from '../ui/button'

/** The page as it prints: its furniture stays on the screen. */
export function PrintButton({ label }: { label: string }) {
  return <Button onClick={() => window.print()}>{label}</Button>
}
