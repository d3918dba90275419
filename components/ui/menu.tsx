'use client'

import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { type ButtonSize, type ButtonVariant, buttonLook } from './button'
import { classes } from './control'

export type MenuEntry = {
  id: string
  label: ReactNode
  /** Text that typing finds, when the label is more than text. */
  textValue?: string
  href?: string
  run?: () => void
  danger?: boolean
  disabled?: boolean
}

export type MenuProps = {
  /** What the button says, or for a button with a sign only: what it is called. */
  label: ReactNode
  ariaLabel?: string
  items: readonly MenuEntry[]
  variant?: ButtonVariant
  size?: ButtonSize
}

/** Acts on one thing, behind a button. */
export function Menu({ label, ariaLabel, items, variant = 'plain', size = 'normal' }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton {...(ariaLabel ? { 'aria-label': ariaLabel } : {})} className={buttonLook(variant, size)}>
        {label}
      </AriaButton>
      <Popover className="min-w-44 rounded-control border border-edge bg-sheet p-1 text-ink shadow-lift">
        <AriaMenu className="outline-none">
          {items.map(item => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.textValue ?? (typeof item.label === 'string' ? item.label : item.id)}
              {...(item.href ? { href: item.href } : {})}
              {...(item.run ? { onAction: item.run } : {})}
              isDisabled={item.disabled ?? false}
              className={classes(
                'flex min-h-control cursor-pointer items-center gap-2 rounded-small px-2.5 outline-none',
                'focus:bg-accent-soft disabled:cursor-default disabled:text-muted data-disabled:text-muted',
                'forced-colors:focus:forced-color-adjust-none forced-colors:focus:bg-[Highlight] forced-colors:focus:text-[HighlightText]',
                item.danger && 'text-bad',
              )}
            >
              {item.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
