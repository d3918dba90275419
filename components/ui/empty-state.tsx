import type { ReactNode } from 'react'

export type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode }

/** An empty page teaches the next step, with one button. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-2 rounded-panel border border-edge border-dashed px-5 py-6">
      <p className="font-semibold text-lead">{title}</p>
      {children ? <div className="max-w-prose text-muted">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  )
}
