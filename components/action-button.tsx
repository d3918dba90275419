'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import type { ServerWrite } from './outcome'
import { Button, type ButtonProps } from './ui/button'
import { Dialog } from './ui/dialog'
import { toast } from './ui/toast'
import { useWrite } from './use-write'

export type ActionButtonProps<Data> = {
  action: ServerWrite<Data>
  input: object
  children: ReactNode
  /** Said as a toast when done. */
  done?: string
  onDone?: (data: Data) => void
  /** Asked first: what will be lost, in numbers. */
  confirm?: { title: string; text: ReactNode; label: string; danger?: boolean }
  /** Offered with the toast. */
  undo?: { label: string; action: ServerWrite; input: (data: Data) => object }
  button?: Omit<ButtonProps, 'onClick' | 'children' | 'pending'>
}

/** One press, one write. A refusal is said in a toast, where the button was pressed. */
export function ActionButton<Data>(props: ActionButtonProps<Data>) {
  const { action, input, children, done, onDone, confirm, undo, button } = props
  const t = useTranslations('ui')
  const write = useWrite(action)
  const takeBack = useWrite(undo?.action ?? action)
  const [pending, start] = useTransition()
  const [asking, setAsking] = useState(false)

  function undoLater(data: Data) {
    if (!undo) return {}
    const run = () =>
      start(async () => {
        const result = await takeBack(undo.input(data))
        if (!result.ok) toast(result.refusal.worded.message, { tone: 'bad' })
      })
    return { action: { label: undo.label, run } }
  }

  function run() {
    if (pending) return
    start(async () => {
      const result = await write(input)
      setAsking(false)
      if (!result.ok) {
        const { message, reference, fields } = result.refusal.worded
        const lines = [message, ...fields.values(), reference ? t('form.reference', { reference }) : null]
        toast([...new Set(lines)].filter(Boolean).join(' '), { tone: 'bad' })
        return
      }
      if (done) toast(done, undoLater(result.data))
      onDone?.(result.data)
    })
  }

  return (
    <>
      <Button {...button} pending={pending} onClick={confirm ? () => setAsking(true) : run}>
        {children}
      </Button>
      {confirm ? (
        <Dialog open={asking} onClose={() => setAsking(false)} title={confirm.title} alert size="small">
          <div className="mb-4">{confirm.text}</div>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button variant={confirm.danger ? 'danger' : 'primary'} pending={pending} onClick={run}>
              {confirm.label}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
