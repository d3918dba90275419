import { useTranslations } from 'next-intl'
import { outside, type Span } from '@/lib/agendas/rules'
import { addLeg, editLeg, removeLeg } from '@/lib/itineraries/actions'
import type { LegEntry } from '@/lib/itineraries/queries'
import { hurried } from '@/lib/itineraries/rules'
import type { StartexFrame } from '@/lib/time'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { ItemTime } from '../agendas/item-time'
import { DialogButton } from '../ui/dialog'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { LegFields } from './leg-fields'

type Props = {
  owner: { exerciseId: string; activityId: string }
  legs: readonly LegEntry[]
  whole: Span
  frame: StartexFrame
  viewer: string | null
  mayEdit: boolean
  /** where the next leg probably begins */
  next: string
}

/** The itinerary in the order of time: from where to where, with whom and how. */
export function ItineraryPanel(props: Props) {
  const { legs, mayEdit } = props
  const t = useTranslations('programme')
  const early = hurried(legs)
  return (
    <Panel
      title={t('itinerary')}
      note={t('itineraryNote')}
      actions={mayEdit ? <LegDialog {...props} /> : undefined}
      flush
    >
      {legs.length === 0 ? (
        <p className="px-4 text-muted">{mayEdit ? t('itineraryEmpty') : t('itineraryNone')}</p>
      ) : (
        <ol>
          {legs.map(leg => (
            <Leg key={leg.id} {...props} leg={leg} early={early.includes(leg.id)} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function legName(leg: { fromPlace: string; toPlace: string }): string {
  return leg.fromPlace === '' ? leg.toPlace : `${leg.fromPlace} → ${leg.toPlace}`
}

function Leg({ leg, early, ...props }: Props & { leg: LegEntry; early: boolean }) {
  const { whole, frame, viewer, mayEdit } = props
  const t = useTranslations('programme')
  const meant = leg.start.anchor === 'ttime' ? frame.timeZone : leg.start.timeZone
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0 sm:grid-cols-[17rem_1fr_auto] print:break-inside-avoid print:grid-cols-[17rem_1fr]">
      <ItemTime {...{ meant, viewer }} startAt={leg.startAt} endAt={leg.endAt} home={frame.timeZone} />
      <span className="min-w-0">
        <span className="block font-medium">{legName(leg)}</span>
        <span className="block text-muted text-note">
          {[leg.transport, leg.hosts ? t('with', { hosts: leg.hosts }) : ''].filter(Boolean).join(' · ')}
        </span>
        {leg.note ? <span className="block whitespace-pre-line text-note">{leg.note}</span> : null}
        {early ? (
          <Status tone="warn" className="text-note">
            {t('hurried')}
          </Status>
        ) : null}
        {outside(leg, whole) ? (
          <Status tone="empty" className="text-note">
            {t('legOutside')}
          </Status>
        ) : null}
      </span>
      {mayEdit ? (
        <span className="print:hidden">
          <LegDialog {...props} leg={leg} />
        </span>
      ) : null}
    </li>
  )
}

/** Adds a leg, or changes the one given. */
function LegDialog({ owner, frame, viewer, next, leg }: Props & { leg?: LegEntry }) {
  const t = useTranslations('programme')
  const fields = <LegFields {...{ frame, viewer, next }} {...(leg ? { leg } : {})} />
  if (!leg) {
    return (
      <DialogButton label={t('addLeg')} title={t('addLeg')}>
        <ActionForm action={addLeg} hidden={owner} submit={t('addLeg')} done={t('saved')}>
          {fields}
        </ActionForm>
      </DialogButton>
    )
  }
  const name = legName(leg)
  return (
    <DialogButton
      label={t('edit')}
      title={name}
      button={{ size: 'small', 'aria-label': t('editRow', { name }) }}
    >
      <ActionForm
        action={editLeg}
        hidden={{ ...owner, legId: leg.id, version: leg.version }}
        submit={t('save')}
        done={t('saved')}
        secondary={
          <ActionButton
            action={removeLeg}
            input={{ ...owner, legId: leg.id }}
            done={t('removed')}
            button={{ variant: 'danger' }}
          >
            {t('remove')}
          </ActionButton>
        }
      >
        {fields}
      </ActionForm>
    </DialogButton>
  )
}
