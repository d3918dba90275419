import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

export type PageHeaderProps = {
  title: ReactNode
  /** Above the title: where we are. */
  breadcrumbs?: readonly Crumb[]
  /** Below it: one sentence, or the few facts that identify what is shown. */
  lead?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, breadcrumbs, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-2 grid gap-1">
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="font-semibold text-title">{title}</h1>
          {lead ? <div className="mt-0.5 max-w-prose text-muted">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
      </div>
    </header>
  )
}
