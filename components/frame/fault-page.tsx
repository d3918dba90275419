import type { ReactNode } from 'react'

/** The id under which the server logged a fault, never its message. */
export function referenceOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null
  return typeof error.digest === 'string' ? error.digest : null
}

type FaultPageProps = {
  title: string
  text: string
  note?: string
  /** Set where a frame stands around, which has the page's one main part already. */
  framed?: boolean
  children: ReactNode
}

/** A page that could not be shown: what happened, and the way on. */
export function FaultPage({ title, text, note, framed, children }: FaultPageProps) {
  const Outer = framed ? 'div' : 'main'
  return (
    <Outer
      {...(framed ? {} : { id: 'main' })}
      className="mx-auto grid min-h-[70dvh] max-w-prose content-center gap-3 px-5 py-10"
    >
      <h1 className="font-semibold text-display">{title}</h1>
      <p className="text-lead text-muted">{text}</p>
      {note ? <p className="font-mono text-note">{note}</p> : null}
      <div className="mt-2 flex flex-wrap gap-2">{children}</div>
    </Outer>
  )
}
