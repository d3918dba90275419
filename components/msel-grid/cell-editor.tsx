'use client'

import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { CellForm } from '@/lib/injects/cells/rules'
import { classes, controlLook } from '../ui/control'
import { ChoiceList } from './choice-list'
import type { Column } from './columns'
import { useColumnLabel } from './looks'
import type { Sheet } from './sheet'
import { TypedTime } from './typed-time'
import type { Onward } from './use-grid'
import { isListed, useOptions } from './use-options'

export type EditorProps = {
  form: CellForm
  column: Column
  /** the text to begin with */
  start: string
  /** the field's own text was given, to be changed; else typing has begun over it */
  whole: boolean
  sheet: Sheet
  onDone: (text: string, onward: Onward) => void
  onCancel: () => void
  /** what would come of what is typed */
  effectOf: (text: string) => ReactNode
}

/** Room for what hangs below a cell and beside it, in pixels. */
const below = 260
const beside = 340

/**
 * A cell being written in, over the list. Enter, Tab and leaving it keep what was written, Escape gives it up, Alt and
 * Enter begin a new line. What it means is shown while it is typed.
 */
export function CellEditor(props: EditorProps) {
  const { form, column, start, whole, sheet, onDone, onCancel } = props
  const label = useColumnLabel()(column)
  const [text, setText] = useState(start)
  const [{ upwards, leftwards }, setWay] = useState({ upwards: false, leftwards: false })
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const over = useRef(false)
  const options = useOptions(form, text, { untouched: whole && text === start, techniques: sheet.techniques })
  const finish = (onward: Onward) => {
    if (over.current) return
    over.current = true
    onDone(options.completed(text, onward !== 'stay'), onward)
  }
  useLayoutEffect(() => {
    const scroller = box.current?.closest('[data-scroller]')?.getBoundingClientRect()
    const cell = box.current?.getBoundingClientRect()
    if (scroller && cell)
      setWay({
        upwards: scroller.bottom - cell.bottom < below && cell.top - scroller.top > below,
        leftwards: scroller.right - cell.left < beside,
      })
    const input = field.current
    input?.focus({ preventScroll: true })
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])
  const grown = useCallback((input: HTMLTextAreaElement | null) => {
    field.current = input
    if (!input) return
    input.style.height = 'auto'
    input.style.height = `${Math.min(input.scrollHeight + 2, 220)}px`
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation()
    // While a script's editor composes signs, its Enter chooses one.
    if (event.nativeEvent.isComposing) return
    if (options.onKey(event.key)) event.preventDefault()
    else if (event.key === 'Escape') {
      over.current = true
      event.preventDefault()
      onCancel()
    } else if (event.key === 'Enter' && event.altKey) {
      event.preventDefault()
      event.currentTarget.setRangeText(
        '\n',
        event.currentTarget.selectionStart,
        event.currentTarget.selectionEnd,
        'end',
      )
      setText(event.currentTarget.value)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      finish(event.key === 'Enter' ? (event.shiftKey ? 'up' : 'down') : event.shiftKey ? 'left' : 'right')
    }
  }
  const listed = options.shown.length > 0
  return (
    <div
      ref={box}
      className={classes(
        'absolute top-0 left-0 z-30 min-w-full',
        form.kind === 'text' ? 'w-md max-w-[90vw]' : 'w-max',
      )}
    >
      <textarea
        ref={grown}
        rows={1}
        aria-label={label}
        value={text}
        dir="auto"
        autoComplete="off"
        spellCheck={form.kind === 'text' || form.kind === 'line'}
        {...(listed || isListed(form)
          ? {
              role: 'combobox',
              'aria-expanded': listed,
              'aria-controls': list,
              'aria-autocomplete': 'list' as const,
              ...(options.at >= 0 ? { 'aria-activedescendant': `${list}-${options.at}` } : {}),
            }
          : {})}
        onChange={event => {
          setText(event.currentTarget.value)
          options.reset()
          grown(event.currentTarget)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish('stay')}
        className={classes(
          controlLook,
          'block w-full min-w-48 resize-none shadow-lift',
          (form.kind === 'time' || form.kind === 'story') && 'font-mono tabular',
        )}
      />
      <Hanging {...{ upwards, leftwards }}>
        {listed ? (
          <ChoiceList
            id={list}
            choices={options.shown}
            at={options.at}
            onPick={choice => {
              over.current = true
              onDone(options.picked(choice), form.kind === 'choice' ? 'down' : 'here')
            }}
          />
        ) : null}
        <TypedTime text={text} form={form} sheet={sheet} />
        {text === start && whole ? null : props.effectOf(text)}
      </Hanging>
    </div>
  )
}

function Hanging({
  upwards,
  leftwards,
  children,
}: {
  upwards: boolean
  leftwards: boolean
  children: ReactNode
}) {
  return (
    <div
      className={classes(
        'absolute z-30 min-w-full',
        leftwards ? 'right-0' : 'left-0',
        upwards ? 'bottom-full mb-1' : 'top-full mt-1',
      )}
    >
      {children}
    </div>
  )
}
