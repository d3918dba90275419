'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { ConflictDetail } from '@/lib/errors'
import { applyMove } from '@/lib/moves/actions'
import type { Preview } from '@/lib/moves/queries'
import { isWhole, type Operation } from '@/lib/moves/schema'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'
import { useWrite, type WriteRefusal } from '../use-write'
import { usePutBack } from './undo-move'

type Props = {
  exerciseId: string
  operation: Operation
  preview: Preview
  onDone: () => void
  onLeave: () => void
  /** Looks at it anew, after somebody else was quicker. */
  onAgain: () => void
}

/** Applies the move that was previewed, with its reason, and offers to take it back. */
export function ApplyForm({ exerciseId, operation, preview, onDone, onLeave, onAgain }: Props) {
  const t = useTranslations('moves.apply')
  const router = useRouter()
  const write = useWrite(applyMove)
  const putBack = usePutBack()
  const undoWord = useTranslations('moves.undo')('button')
  const copies = operation.kind === 'duplicate'
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<WriteRefusal | null>(null)
  const [reason, setReason] = useState('')
  const [editorial, setEditorial] = useState(false)
  const [tell, setTell] = useState(true)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    const outcome = await write({ exerciseId, operation, seen: preview.seen, reason, editorial, tell })
    setPending(false)
    if (!outcome.ok) {
      setRefusal(outcome.refusal)
      return
    }
    const { changeId, moved } = outcome.data
    const run = () => void putBack({ exerciseId, changeId }).then(done => done && onDone())
    toast(t(copies ? 'duplicated' : 'done', { count: moved }), { action: { label: undoWord, run } })
    router.refresh()
    onDone()
  }
  return (
    <form className="grid gap-3" onSubmit={event => void submit(event)} noValidate>
      {refusal ? <Refused refusal={refusal} onAgain={onAgain} /> : null}
      <TextField
        name="reason"
        label={t('reason')}
        description={t('reasonHint')}
        required={isWhole(operation.kind)}
        error={refusal?.worded.fields.get('reason')}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <Checkbox
        name="tell"
        label={t('tell')}
        description={t('tellHint', { count: preview.letters })}
        checked={tell}
        onChange={setTell}
      />
      {preview.approved > 0 ? (
        <Checkbox
          name="editorial"
          label={t('editorial')}
          description={t('editorialHint')}
          checked={editorial}
          onChange={setEditorial}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {t(copies ? 'duplicate' : 'button')}
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          {t('leave')}
        </Button>
      </div>
    </form>
  )
}

function Refused({ refusal, onAgain }: { refusal: WriteRefusal; onAgain: () => void }) {
  const t = useTranslations('moves.apply')
  const { worded, conflicts } = refusal
  if (!worded.general && conflicts.length === 0) return null
  return (
    <Callout tone="bad" role="alert" title={conflicts.length > 0 ? t('conflict') : undefined}>
      <p>{worded.message}</p>
      <ul className="mt-1 list-disc pl-5">
        {conflicts.map(conflict => (
          <li key={`${conflict.field} ${conflict.theirs} ${conflict.by}`}>
            <Happened conflict={conflict} />
          </li>
        ))}
      </ul>
      <Button className="mt-2" size="small" onClick={onAgain}>
        {t('again')}
      </Button>
    </Callout>
  )
}

function Happened({ conflict: { field, theirs, by } }: { conflict: ConflictDetail }) {
  const t = useTranslations('moves.apply')
  const says = useTranslations('moves.acts')
  const what = says.has(theirs.replace('.', '_')) ? says(theirs.replace('.', '_')) : says('other')
  const who = by || t('someone')
  return field === '' ? t('changeUnnamed', { by: who, what }) : t('change', { by: who, what, name: field })
}
