import type { ComponentProps } from 'react'
import { classes } from './control'

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'

const variants: Record<ButtonVariant, string> = {
  plain: 'border-edge bg-sheet text-ink hover:bg-sunk',
  primary:
    'border-accent bg-accent font-semibold text-accent-ink hover:border-accent-strong hover:bg-accent-strong',
  quiet: 'border-transparent text-accent hover:bg-accent-soft',
  danger: 'border-bad bg-bad font-semibold text-bad-ink hover:border-bad-strong hover:bg-bad-strong',
}

const sizes: Record<ButtonSize, string> = {
  normal: 'min-h-control px-3 py-1',
  small: 'min-h-target px-2 py-0.5 text-note',
}

/** The classes of a button, for what looks like one and is another element. */
export function buttonLook(variant: ButtonVariant = 'plain', size: ButtonSize = 'normal'): string {
  return classes(
    'inline-flex cursor-pointer items-center justify-center gap-1.5 rounded-control border no-underline',
    'transition-colors aria-disabled:cursor-default aria-disabled:opacity-60 disabled:cursor-default disabled:opacity-60',
    variants[variant],
    sizes[size],
  )
}

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Work is under way: the button stays focusable, and says that it is busy. */
  pending?: boolean
}

export function Button({ variant, size, pending = false, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending || undefined}
      className={classes(buttonLook(variant, size), className)}
    />
  )
}
