import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode; mono?: boolean }

/** Terms and what they are, in two columns. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
      {items.map(item => (
        <div key={item.term} className="contents">
          <dt className="text-muted">{item.term}</dt>
          <dd className={item.mono ? 'min-w-0 font-mono text-note tabular' : 'min-w-0'}>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
