'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/action-form'
import type { ServerWrite } from '@/components/outcome'
import { DialogButton, DialogClose } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'

type Props<Data> = {
  label: string
  /** what the button inside says, where that is not the label */
  submit?: string
  title: string
  text: string
  action: ServerWrite<Data>
  /** what goes along with the people: the exercise, the delegation */
  owner: { [name: string]: string | boolean }
  ids: readonly string[]
  /** said as a toast; from what came of it where that is not known before */
  done: string | ((data: Data) => string)
  onDone: () => void
  danger?: boolean
  primary?: boolean
  children?: ReactNode
}

/** An act on several people that wants a word more: a reason, a team, or only a second thought. */
export function ActForm<Data>({
  label,
  submit = label,
  title,
  text,
  action,
  owner,
  ids,
  done,
  onDone,
  danger,
  primary,
  children,
}: Props<Data>) {
  const t = useTranslations('decisions')
  return (
    <DialogButton
      label={label}
      title={title}
      size="small"
      {...(primary ? { button: { variant: 'primary' as const } } : {})}
    >
      <ActionForm
        action={action}
        hidden={owner}
        submit={submit}
        variant={danger ? 'danger' : 'primary'}
        {...(typeof done === 'string' ? { done } : {})}
        onDone={data => {
          if (typeof done === 'function') toast(done(data))
          onDone()
        }}
        secondary={<DialogClose>{t('cancel')}</DialogClose>}
      >
        <p>{text}</p>
        {ids.map(id => (
          <input key={id} type="hidden" name="registrationIds[]" value={id} />
        ))}
        {children}
      </ActionForm>
    </DialogButton>
  )
}
