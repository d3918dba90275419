'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button'
import { classes } from './control'

export type ModalProps = {
  title: string
  children: ReactNode
  onClose: () => void
  /** A decision that must be made: screen readers read all of it, and a click outside leaves it open. */
  alert?: boolean
  size?: 'small' | 'normal' | 'large'
}

const widths = { small: 'max-w-md', normal: 'max-w-xl', large: 'max-w-4xl' }

/** Starts where the work is: in the first field, or on the answer that changes nothing. */
function Contents({ focus, children }: { focus: string; children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.querySelector<HTMLElement>(focus)?.focus(), [focus])
  return <div ref={here}>{children}</div>
}

/** The heavy half of a dialog; `dialog.tsx` loads it when one is opened for the first time. */
export default function Modal({ title, children, onClose, alert, size = 'normal' }: ModalProps) {
  const t = useTranslations('ui')
  return (
    <ModalOverlay
      isOpen
      isDismissable={!alert}
      onOpenChange={open => {
        if (!open) onClose()
      }}
      className="fixed inset-0 z-40 grid place-items-end overflow-y-auto bg-ink/40 sm:place-items-center sm:p-6 dark:bg-paper/70"
    >
      <AriaModal className={classes('w-full', widths[size])}>
        <AriaDialog
          role={alert ? 'alertdialog' : 'dialog'}
          className="max-h-[92dvh] overflow-y-auto rounded-t-panel border border-edge bg-sheet p-5 shadow-lift outline-none sm:rounded-panel"
        >
          <div className="mb-3 flex items-start gap-3">
            <Heading slot="title" className="min-w-0 flex-1 font-semibold text-lead">
              {title}
            </Heading>
            {alert ? null : (
              <Button variant="quiet" size="small" aria-label={t('close')} onClick={onClose}>
                <X aria-hidden="true" className="size-4" />
              </Button>
            )}
          </div>
          <Contents focus={alert ? 'button' : 'input:not([type=hidden]), select, textarea'}>
            {children}
          </Contents>
        </AriaDialog>
      </AriaModal>
    </ModalOverlay>
  )
}
