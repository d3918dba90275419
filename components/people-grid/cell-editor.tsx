'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef } from 'react'
import { controlLook } from '@/components/ui/control'
import type { Column } from './columns'
import type { GridChoices } from './lines'

/** Where the keyboard goes on once a cell is written. */
export type Onward = 'down' | 'right' | 'left' | 'here' | 'stay'

type Props = {
  column: Column
  choices: GridChoices
  label: string
  start: string
  onDone: (key: string, onward: Onward) => void
  onCancel: () => void
}

const look = `${controlLook} -my-1 w-full`

/** A cell being written in. Enter, Tab and leaving it keep what was written, Escape gives it up. */
export function CellEditor(props: Props) {
  const { column, label, start, onDone, onCancel } = props
  // Enter leaves the cell, and leaving it would save a second time.
  const over = useRef(false)
  const finish = (key: string, onward: Onward) => {
    if (over.current) return
    over.current = true
    onDone(key, onward)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    event.stopPropagation()
    // While a script's editor composes signs, its Enter chooses one.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      over.current = true
      onCancel()
    } else if (event.key === 'Enter') finish(event.currentTarget.value, 'down')
    else if (event.key === 'Tab') finish(event.currentTarget.value, event.shiftKey ? 'left' : 'right')
    else return
    event.preventDefault()
  }
  const control = {
    'aria-label': label,
    autoFocus: true,
    className: look,
    defaultValue: start,
    onKeyDown,
  }
  if (column.kind === 'choice') {
    return <Choice {...props} control={control} finish={finish} />
  }
  return (
    <input
      {...control}
      type={column.kind === 'date' ? 'date' : 'text'}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      onBlur={event => finish(event.currentTarget.value, 'stay')}
    />
  )
}

type Control = {
  'aria-label': string
  autoFocus: boolean
  className: string
  defaultValue: string
  onKeyDown: (event: KeyboardEvent<HTMLSelectElement>) => void
}

function Choice({
  column,
  choices,
  control,
  finish,
}: Props & { control: Control; finish: (key: string, onward: Onward) => void }) {
  const t = useTranslations('peopleGrid')
  // With the keyboard each arrow is a choice passed by, with a pointer the one choice is meant.
  const pointed = useRef(false)
  return (
    <select
      {...control}
      onPointerDown={() => {
        pointed.current = true
      }}
      onChange={event => {
        if (pointed.current) finish(event.currentTarget.value, 'stay')
      }}
      onBlur={event => finish(event.currentTarget.value, 'stay')}
    >
      {column.id === 'where' ? (
        <>
          <Places presence="on_site" name={t('onSite')} sites={choices.sites.filter(site => !site.remote)} />
          <Places presence="remote" name={t('remote')} sites={choices.sites.filter(site => site.remote)} />
        </>
      ) : (
        <>
          {column.id === 'role' ? null : <option value="">{t('none')}</option>}
          {optionsOf(column, choices).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </>
      )}
    </select>
  )
}

function optionsOf({ id }: Column, { roles, teams, companies }: GridChoices) {
  return id === 'role' ? roles : id === 'team' ? teams : companies
}

function Places({
  presence,
  name,
  sites,
}: {
  presence: 'on_site' | 'remote'
  name: string
  sites: GridChoices['sites']
}) {
  return (
    <optgroup label={name}>
      <option value={`${presence}:`}>{name}</option>
      {sites.map(site => (
        <option key={site.id} value={`${presence}:${site.id}`}>
          {site.name}
        </option>
      ))}
    </optgroup>
  )
}
