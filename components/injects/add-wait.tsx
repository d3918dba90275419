'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react'
import { type Choice, choiceMeant } from '@/lib/injects/cells/rules'
import { type WaitCondition, waitConditions } from '@/lib/logic/graph/rules'
import type { TypedWaits } from '@/lib/logic/notation/rules'
import { parseDuration } from '@/lib/time-parse'
import { ChoiceList } from '../msel-grid/choice-list'
import { matching } from '../msel-grid/sheet'
import { Button } from '../ui/button'
import { controlLook } from '../ui/control'

type Props = {
  choices: readonly Choice[]
  onAdd: (wait: TypedWaits['waits'][number]) => void
}

const shownAtOnce = 30

/** One more thing to wait for, picked instead of typed: an inject or a gate, what must become of it, how long after. */
export function AddWait({ choices, onAdd }: Props) {
  const t = useTranslations('msel')
  const [name, setName] = useState('')
  const [condition, setCondition] = useState<WaitCondition>('released')
  const [delay, setDelay] = useState('')
  const [problem, setProblem] = useState<'waitPick' | 'lengthNotYet' | null>(null)
  const add = () => {
    const meant = choiceMeant(choices, name)
    const length = delay.trim() === '' ? { ok: true as const, seconds: 0 } : parseDuration(delay)
    if (name.trim() === '' || !meant.ok) return setProblem('waitPick')
    if (!length.ok || length.seconds < 0) return setProblem('lengthNotYet')
    const called = meant.choice.also?.[0] ?? ''
    const gate = /^gate (\d+)$/.exec(called)?.[1]
    onAdd({
      after: gate === undefined ? { serial: called } : { gate: Number(gate) },
      ...{ condition, delay: length.seconds },
    })
    setName('')
    setDelay('')
    setProblem(null)
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <fieldset className="grid grid-cols-[1fr_5.5rem] gap-2" onKeyDown={enter}>
      <legend className="pb-1 font-medium text-note">{t('waitAdd')}</legend>
      <Picker label={t('waitName')} choices={choices} text={name} onText={setName} />
      <input
        aria-label={t('waitDelay')}
        placeholder="20m"
        value={delay}
        onChange={event => setDelay(event.currentTarget.value)}
        className={`${controlLook} font-mono tabular`}
      />
      <select
        aria-label={t('waitCondition')}
        value={condition}
        onChange={event =>
          setCondition(waitConditions.find(one => one === event.currentTarget.value) ?? 'released')
        }
        className={controlLook}
      >
        {waitConditions.map(one => (
          <option key={one} value={one}>
            {t(`condition.${one}`)}
          </option>
        ))}
      </select>
      <Button onClick={add}>{t('waitAddShort')}</Button>
      <p role="alert" className="col-span-2 text-bad text-note empty:hidden">
        {problem ? t(problem) : null}
      </p>
    </fieldset>
  )
}

type PickerProps = {
  label: string
  choices: readonly Choice[]
  text: string
  onText: (text: string) => void
}

/** A name out of thousands: the first that go with what is typed hang below. */
function Picker({ label, choices, text, onText }: PickerProps) {
  const list = useId()
  const [at, setAt] = useState(-1)
  const [open, setOpen] = useState(false)
  const sought = useDeferredValue(text)
  const shown = useMemo(
    () => (open && sought.trim() !== '' ? matching(choices, sought).slice(0, shownAtOnce) : []),
    [open, choices, sought],
  )
  const pick = (choice: Choice) => {
    onText(choice.label)
    setOpen(false)
    setAt(-1)
  }
  return (
    <div className="relative min-w-0">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(at >= 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        value={text}
        placeholder="3.12"
        autoComplete="off"
        onChange={event => {
          onText(event.currentTarget.value)
          setOpen(true)
          setAt(-1)
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={event => {
          const choice = shown[at]
          if (shown.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault()
            setAt(event.key === 'ArrowDown' ? (at + 1) % shown.length : (at <= 0 ? shown.length : at) - 1)
          } else if (event.key === 'Enter' && choice) {
            event.preventDefault()
            pick(choice)
          } else if (event.key === 'Escape' && shown.length > 0) {
            event.preventDefault()
            setOpen(false)
          }
        }}
        className={`${controlLook} w-full font-mono tabular`}
      />
      {shown.length > 0 ? (
        <div className="absolute top-full left-0 z-30 mt-1 w-96 max-w-[80vw]">
          <ChoiceList id={list} choices={shown} at={at} onPick={pick} />
        </div>
      ) : null}
    </div>
  )
}
