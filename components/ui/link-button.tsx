import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonLook } from './button'
import { classes } from './control'

export type LinkButtonProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize }

/** A link that leads on: use it where the page changes, a button where something happens. */
export function LinkButton({ variant, size, className, prefetch = false, ...rest }: LinkButtonProps) {
  return <Link {...rest} prefetch={prefetch} className={classes(buttonLook(variant, size), className)} />
}
