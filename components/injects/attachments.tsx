'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { removeAttachment } from '@/lib/attachments/actions'
import { attachable, longestAttachment } from '@/lib/attachments/rules'
import { ActionButton } from '../action-button'
import type { ServerWrite } from '../outcome'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { useWrite } from '../use-write'

type File = { id: string; name: string; size: number }
type Props = {
  exerciseId: string
  /** another one whenever something of it changes, its files among that */
  row: { id: string }
  mayEdit: boolean
}

/** The files of an inject: each to be saved, and for planners to be added and removed. */
export function Attachments({ exerciseId, row, mayEdit }: Props) {
  const t = useTranslations('attachments')
  const locale = useLocale()
  const [files, setFiles] = useState<readonly File[] | null>(null)
  const address = `/api/scenario/${exerciseId}/injects/${row.id}/attachments`
  const load = useCallback(async () => {
    const answer = await fetch(address).catch(() => null)
    setFiles(answer?.ok ? await answer.json() : [])
  }, [address])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what somebody else added comes with the row
  useEffect(() => {
    void load()
  }, [load, row])
  if (files === null || (files.length === 0 && !mayEdit)) return null
  const size = (bytes: number) => t('size', { kilobytes: Math.max(1, Math.round(bytes / 1000)) })
  return (
    <section className="grid gap-3" lang={locale}>
      <h3 className="border-line border-b pb-1 font-semibold text-note">{t('title')}</h3>
      <ul className="grid gap-1.5">
        {files.map(({ id, name, size: bytes }) => (
          <li key={id} className="flex items-center gap-2">
            <a
              href={`/api/scenario/${exerciseId}/attachments/${id}`}
              download
              className="min-h-target min-w-0 flex-1 truncate text-accent underline"
            >
              <bdi>{name}</bdi>
            </a>
            <span className="shrink-0 font-mono text-muted text-note tabular">{size(bytes)}</span>
            {mayEdit ? (
              <ActionButton
                action={removeAttachment}
                input={{ exerciseId, attachmentId: id }}
                done={t('removed')}
                onDone={() => void load()}
                confirm={{
                  title: t('removeTitle', { name }),
                  text: t('removeText'),
                  label: t('remove'),
                  danger: true,
                }}
                button={{ size: 'small', variant: 'quiet', 'aria-label': t('removeTitle', { name }) }}
              >
                {t('remove')}
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? <AddFile address={address} onAdded={load} /> : null}
    </section>
  )
}

/** Sends a file as it is: a form's body may not be so long. */
const sendTo =
  (address: string): ServerWrite<{ id: string }> =>
  async input => {
    const file = typeof input === 'object' && input !== null && 'file' in input ? input.file : null
    if (!(file instanceof Blob) || !('name' in file)) throw new Error('No file')
    const answer = await fetch(`${address}?name=${encodeURIComponent(String(file.name))}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    })
    return answer.json()
  }

function AddFile({ address, onAdded }: { address: string; onAdded: () => Promise<void> }) {
  const t = useTranslations('attachments')
  const write = useWrite(sendTo(address))
  const field = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(false)
  async function send(file: Blob) {
    if (file.size > longestAttachment) return toast(t('tooLong'), { tone: 'bad' })
    setSending(true)
    const result = await write({ file })
    setSending(false)
    if (field.current) field.current.value = ''
    if (!result.ok) {
      const { message, fields } = result.refusal.worded
      return toast([...new Set([message, ...fields.values()])].filter(Boolean).join(' '), { tone: 'bad' })
    }
    toast(t('added'))
    await onAdded()
  }
  return (
    <div className="grid justify-items-start gap-1">
      <input
        ref={field}
        type="file"
        accept={attachable.join(',')}
        hidden
        aria-label={t('add')}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          if (file) void send(file)
        }}
      />
      <Button size="small" pending={sending} onClick={() => field.current?.click()}>
        {t('add')}
      </Button>
      <p className="text-muted text-note">{t('hint')}</p>
    </div>
  )
}
