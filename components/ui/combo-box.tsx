'use client'

import { ChevronDown } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { classes, controlLook } from './control'
import { type FieldProps, FieldRefusal, RequiredMark, useFieldNote } from './field'

export type ComboOption = {
  id: string
  label: string
  /** Shown muted behind the label: an offset, a code. */
  hint?: string
  /** Found by typing too: cities, other names. */
  keywords?: string
}

export type ComboBoxProps = FieldProps & {
  options: readonly ComboOption[]
  defaultValue?: string
  placeholder?: string
  autoFocus?: boolean
  onChange?: (id: string) => void
}

/** Letters without their marks, so that "Curacao" finds Curaçao. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * The option that is picked, or the only one that is called what is typed; else empty. Whoever types what the list does
 * not have must not be taken back to what was chosen before without a word.
 */
function optionMeant(options: readonly ComboOption[], key: string, text: string): string {
  const typed = plain(text.trim())
  const named = options.filter(({ id, label }) => plain(label) === typed || plain(id) === typed)
  const [only] = named
  return (named.find(({ id }) => id === key) ?? (named.length === 1 ? only : undefined))?.id ?? ''
}

/** A long list that is searched by typing: zones, nations, people. Sends the id of the option. */
export function ComboBox(props: ComboBoxProps) {
  const {
    name,
    label,
    description,
    error,
    required,
    className,
    options,
    defaultValue = '',
    placeholder,
    onChange,
  } = props
  const t = useTranslations('ui')
  const inputId = useId()
  const note = useFieldNote(name)
  const refusal = note.error ?? error
  const begun = { key: defaultValue, text: options.find(({ id }) => id === defaultValue)?.label ?? '' }
  const [{ key, text }, setState] = useState(begun)
  // What is picked and what the field then says are told one after the other, before anything is drawn.
  const latest = useRef(begun)
  const chosen = optionMeant(options, key, text)
  const searched = useMemo(
    () =>
      new Map(options.map(o => [o.label, plain(`${o.label} ${o.hint ?? ''} ${o.keywords ?? ''} ${o.id}`)])),
    [options],
  )
  const settle = (next: { key: string; text: string }) => {
    const before = optionMeant(options, latest.current.key, latest.current.text)
    latest.current = next
    setState(next)
    const now = optionMeant(options, next.key, next.text)
    if (now !== before) onChange?.(now)
  }
  return (
    <I18nProvider locale={useLocale()}>
      <AriaComboBox
        defaultItems={options}
        defaultValue={defaultValue || null}
        allowsCustomValue
        onInputChange={typed => settle({ key: latest.current.key, text: typed })}
        onChange={picked => {
          const option = options.find(({ id }) => id === picked)
          if (option) settle({ key: option.id, text: option.label })
        }}
        defaultFilter={(text, typed) => (searched.get(text) ?? plain(text)).includes(plain(typed))}
        isInvalid={Boolean(refusal)}
        isRequired={required ?? false}
        validationBehavior="aria"
        menuTrigger="input"
        allowsEmptyCollection
        autoFocus={props.autoFocus ?? false}
        className={classes('grid min-w-0 grid-cols-1 content-start gap-1', className)}
      >
        <Label className="font-medium">
          {label}
          {required ? <RequiredMark /> : null}
        </Label>
        <div className="relative">
          <Input
            id={inputId}
            {...(placeholder ? { placeholder } : {})}
            className={classes(controlLook, 'w-full pr-9')}
          />
          <Button
            aria-label={t('showAll')}
            className="absolute inset-y-0 right-0 grid w-8 cursor-pointer place-items-center text-muted"
          >
            <ChevronDown aria-hidden="true" className="size-4" />
          </Button>
        </div>
        <input
          type="hidden"
          name={name}
          value={chosen}
          data-required={required}
          data-unknown={chosen === '' && text.trim() !== ''}
          data-focus={inputId}
        />
        {description ? (
          <Text slot="description" className="text-muted text-note">
            {description}
          </Text>
        ) : null}
        {refusal ? (
          <Text slot="errorMessage" elementType="div">
            <FieldRefusal id={`${inputId}-error`}>{refusal}</FieldRefusal>
          </Text>
        ) : null}
        {note.notice ? <div className="text-note text-warn">{note.notice}</div> : null}
        <Popover className="max-h-80 w-(--trigger-width) overflow-auto rounded-control border border-edge bg-sheet p-1 text-ink shadow-lift">
          <ListBox renderEmptyState={() => <p className="px-2.5 py-1.5 text-muted">{t('nothingFound')}</p>}>
            {(option: ComboOption) => (
              <ListBoxItem
                id={option.id}
                textValue={option.label}
                className={classes(
                  'flex min-h-control cursor-pointer items-center justify-between gap-3 rounded-small px-2.5 outline-none',
                  'focus:bg-accent-soft data-selected:font-semibold data-focused:bg-accent-soft',
                  'forced-colors:data-focused:forced-color-adjust-none forced-colors:data-focused:bg-[Highlight] forced-colors:data-focused:text-[HighlightText]',
                )}
              >
                <span>{option.label}</span>
                {option.hint ? <span className="text-muted text-note tabular">{option.hint}</span> : null}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  )
}
