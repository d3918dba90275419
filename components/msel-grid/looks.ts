'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { classes } from '../ui/control'
import type { Column } from './columns'
import type { Draft } from './drafts'

/** What a column is called: by us, or by whoever made it. */
export function useColumnLabel(): (column: Column) => string {
  const t = useTranslations('msel')
  return useCallback(({ id, name }: Column) => name ?? (isBuiltIn(id) ? t(`column.${id}`) : id), [t])
}

const isBuiltIn = (id: Column['id']): id is Exclude<Column['id'], `column:${string}`> =>
  !id.startsWith('column:')

export type CellLook = {
  fixed: boolean
  left: number
  active: boolean
  title?: boolean
  mono?: boolean
  chosen?: boolean
  draft?: Draft['state']
}

/**
 * How a cell differs from most, whose look is `.msel-row`'s. `over`: something hangs out of it. On a phone only the serial
 * stays at the left: there is no room for more.
 */
export function cellLook(
  { fixed, title, mono, chosen, active, draft }: CellLook,
  over = false,
): string | undefined {
  const look = classes(
    fixed && (title ? 'z-10 md:sticky md:border-r max-md:left-0!' : 'sticky z-10'),
    title && 'font-medium',
    mono && 'pr-1',
    chosen && '[--row:var(--accent-soft)]',
    active && 'focus:outline-2 focus:outline-accent focus:-outline-offset-2',
    over && 'z-20',
    draft === 'saving' && 'text-muted italic',
    draft === 'refused' && 'text-bad underline decoration-wavy',
  )
  return look === '' ? undefined : look
}
