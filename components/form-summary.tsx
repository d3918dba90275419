import type { Ref } from 'react'
import { Callout } from './ui/callout'

/** What a form has to say as a whole, announced as it appears. */
export function FormSummary({ ref, lines }: { ref: Ref<HTMLDivElement>; lines: readonly string[] }) {
  const [title, ...rest] = lines
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="w-full empty:hidden">
      {title ? (
        <Callout tone="bad" title={title}>
          {rest.length > 0 ? rest.map(line => <p key={line}>{line}</p>) : null}
        </Callout>
      ) : null}
    </div>
  )
}
