'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Operation } from '@/lib/moves/schema'
import { resolveMoment, type StartexFrame } from '@/lib/time'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { MomentField } from '../moments/moment-field'
import { MoveDialog } from '../moves/move-dialog'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog, DialogClose } from '../ui/dialog'
import { duplicateOf, operationOf, type Taken } from './moving'

/** What was dropped, or what is to be moved to a typed time. */
export type Asked = { operation: Operation } | { taken: Taken }

export type MoverProps = {
  exerciseId: string
  viewer: string | null
  asked: Asked
  onClose: () => void
  onDone: () => void
}

/** Asks where to, if a hand has not said so, and shows what would follow before anything is written. */
export default function Mover({ exerciseId, viewer, asked, onClose, onDone }: MoverProps) {
  const [typed, setTyped] = useState<Operation | null>(null)
  const operation = 'operation' in asked ? asked.operation : typed
  if (operation) return <MoveDialog {...{ exerciseId, operation, onClose, onDone }} />
  if ('operation' in asked) return null
  return <Exact {...{ viewer, onClose }} taken={asked.taken} onTyped={setTyped} />
}

type ExactProps = Pick<MoverProps, 'viewer' | 'onClose'> & {
  taken: Taken
  onTyped: (operation: Operation | null) => void
}

/** An exact time in any notation, for the item and all that is selected with it. */
function Exact({ viewer, taken, onClose, onTyped }: ExactProps) {
  const t = useTranslations('timeline.exact')
  const { items } = taken
  const { table } = taken.of
  const frame: StartexFrame = { startexAt: table.startexAt, timeZone: table.home }
  const say = (at: Instant, style: 'dayMonthYear' | 'clock') =>
    formatInstant(at, { timeZone: table.home, locale: 'en', style })
  const start = table.startAt[items[0] ?? 0] ?? 0
  const [to, setTo] = useState<Instant | null>(null)
  const [copy, setCopy] = useState(false)
  const go = () => {
    if (to === null) return
    const held = { ...taken, grip: 'whole' as const, by: to - start }
    onTyped(copy ? duplicateOf(held) : operationOf(held))
  }
  return (
    <Dialog open onClose={onClose} title={t('title', { count: items.length })} size="small">
      <form
        className="grid gap-4"
        onSubmit={event => {
          event.preventDefault()
          go()
        }}
      >
        <MomentField
          name="start"
          label={t('start')}
          frame={frame}
          viewer={viewer}
          defaultValue={`${say(start, 'dayMonthYear')} ${say(start, 'clock')}`}
          onRead={(_, parsed) => setTo(parsed.ok ? resolveMoment(parsed.moment, frame).at : null)}
        />
        <Checkbox label={t('copy')} checked={copy} onChange={setCopy} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={to === null || to === start}>
            {t('preview')}
          </Button>
          <DialogClose variant="quiet">{t('leave')}</DialogClose>
        </div>
      </form>
    </Dialog>
  )
}
