'use client'

import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from 'react'
import { Button, type ButtonProps } from './button'
import type { ModalProps } from './modal'

const LazyModal = lazy(() => import('./modal'))
const CloseContext = createContext<() => void>(() => {})

/** Closes the dialog around: for a cancel button, or when a form inside is done. */
export const useCloseDialog = () => useContext(CloseContext)

export type DialogProps = Omit<ModalProps, 'onClose'> & { open: boolean; onClose: () => void }

/** A dialog under the caller's control. Focus goes in, stays in, and returns to where it was. */
export function Dialog({ open, onClose, children, ...rest }: DialogProps) {
  if (!open) return null
  return (
    <CloseContext.Provider value={onClose}>
      <Suspense>
        <LazyModal {...rest} onClose={onClose}>
          {children}
        </LazyModal>
      </Suspense>
    </CloseContext.Provider>
  )
}

export type DialogButtonProps = Omit<ModalProps, 'onClose'> & {
  /** What the button says. */
  label: ReactNode
  button?: Omit<ButtonProps, 'onClick' | 'children'>
}

/** A button and the dialog it opens. What is inside closes it with `DialogClose` or `useCloseDialog`. */
export function DialogButton({ label, button, ...rest }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog {...rest} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

export function DialogClose(props: Omit<ButtonProps, 'onClick'>) {
  return <Button {...props} onClick={useCloseDialog()} />
}
