'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import type { PaletteEntry } from './palette-entry'

/** Letters without their marks, so that "reglages" finds Réglages. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function matches(text: string, typed: string): boolean {
  const words = plain(text)
  return plain(typed)
    .split(/\s+/)
    .every(word => words.includes(word))
}

/** The heavy half of the palette, loaded when it is opened for the first time. */
export default function PaletteDialog({
  entries,
  onClose,
}: {
  entries: readonly PaletteEntry[]
  onClose: () => void
}) {
  const t = useTranslations('frame.palette')
  const router = useRouter()
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  return (
    <I18nProvider locale={useLocale()}>
      <ModalOverlay
        isOpen
        isDismissable
        onOpenChange={open => {
          if (!open) onClose()
        }}
        className="fixed inset-0 z-40 flex justify-center bg-ink/30 px-3 pt-[12dvh] dark:bg-paper/70"
      >
        <Modal className="h-fit w-full max-w-xl overflow-hidden rounded-panel border border-edge bg-sheet shadow-lift">
          <Dialog aria-label={t('title')} className="outline-none">
            <Autocomplete filter={matches}>
              <SearchField aria-label={t('search')} autoFocus className="border-line border-b">
                <Input
                  placeholder={t('search')}
                  className="w-full bg-sheet px-4 py-3 text-lead placeholder:text-muted focus-visible:outline-none [&::-webkit-search-cancel-button]:hidden"
                />
              </SearchField>
              <Menu
                items={entries}
                aria-label={t('title')}
                onAction={key => go(String(key))}
                renderEmptyState={() => <p className="px-3 py-2 text-muted">{t('none')}</p>}
                className="max-h-[50dvh] overflow-y-auto p-1.5 outline-none"
              >
                {entry => (
                  <MenuItem
                    id={entry.href}
                    textValue={`${entry.label} ${entry.hint ?? ''} ${entry.keywords ?? ''}`}
                    className="flex min-h-control cursor-pointer items-center justify-between gap-3 rounded-control px-2.5 outline-none data-focused:bg-accent-soft forced-colors:data-focused:forced-color-adjust-none forced-colors:data-focused:bg-[Highlight] forced-colors:data-focused:text-[HighlightText]"
                  >
                    <span>{entry.label}</span>
                    {entry.hint ? <span className="text-muted text-note">{entry.hint}</span> : null}
                  </MenuItem>
                )}
              </Menu>
            </Autocomplete>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
