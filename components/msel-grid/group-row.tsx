'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { classes } from '../ui/control'
import { lineHeight } from './use-window'

type Props = {
  line: number
  name: string
  count: number
  open: boolean
  span: number
  focus: boolean
  lineKey: string
  toggle: (key: string) => void
}

/** The head of a group: its name and how many injects stand in it. */
export const GroupRow = memo(function GroupRow({
  line,
  name,
  count,
  open,
  span,
  focus,
  lineKey,
  toggle,
}: Props) {
  const t = useTranslations('msel')
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: in a grid the cells have the focus
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid that stand where they are scrolled to
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-expanded={open}
      data-line={line}
      style={{ top: line * lineHeight, height: lineHeight }}
      className="absolute inset-x-0 flex border-line border-b bg-sunk"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: cells of a grid whose rows stand where they are scrolled to */}
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={span}
        data-fixed=""
        tabIndex={focus ? 0 : -1}
        className="sticky left-0 flex max-w-[100cqw] items-center gap-1 px-1.5 outline-none focus:outline-2 focus:outline-accent focus:-outline-offset-2"
      >
        <button
          type="button"
          tabIndex={-1}
          onClick={() => toggle(lineKey)}
          className="flex min-h-target min-w-0 cursor-pointer items-center gap-1.5 pr-2 font-semibold text-note"
        >
          <ChevronRight
            aria-hidden="true"
            className={classes('size-4 shrink-0 text-muted transition-transform', open && 'rotate-90')}
          />
          <span className="truncate">{name}</span>
          <span className="font-normal text-muted tabular">{t('groupCount', { count })}</span>
        </button>
      </div>
    </div>
  )
})
