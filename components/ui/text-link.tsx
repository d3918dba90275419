import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classes } from './control'

/** A link inside text or a table. It fetches nothing before it is followed. */
export function TextLink({ className, prefetch = false, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      prefetch={prefetch}
      className={classes(
        'text-accent underline decoration-1 underline-offset-2 hover:decoration-2',
        className,
      )}
    />
  )
}
