import { classes } from './control'

type ProgressProps = { label: string; value: number; max: number; text: string; className?: string }

/** How far a piece of work has come; what is said beside it is read out as it changes. */
export function Progress({ label, value, max, text, className }: ProgressProps) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0
  return (
    <div className={classes('grid gap-1', className)}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="true-colour h-2.5 overflow-hidden rounded-full border border-edge bg-sunk"
      >
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
      <p role="status" className="text-note tabular">
        {text}
      </p>
    </div>
  )
}
