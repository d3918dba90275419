import { useTranslations } from 'next-intl'
import { addAgendaItem, editAgendaItem, removeAgendaItem } from '@/lib/agendas/actions'
import type { AgendaEntry } from '@/lib/agendas/queries'
import { outside, type Span } from '@/lib/agendas/rules'
import type { StartexFrame } from '@/lib/time'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { MomentField } from '../moments/moment-field'
import { DialogButton } from '../ui/dialog'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { TextField } from '../ui/text-field'
import { ItemTime } from './item-time'

type Owner = { exerciseId: string; activityId: string }
type Props = {
  owner: Owner
  items: readonly AgendaEntry[]
  whole: Span
  frame: StartexFrame
  viewer: string | null
  mayEdit: boolean
  /** where the next point probably begins */
  next: string
}

/** The programme in the order of time: what, when, by whom, where. */
export function AgendaPanel(props: Props) {
  const { items, mayEdit } = props
  const t = useTranslations('programme')
  return (
    <Panel title={t('agenda')} actions={mayEdit ? <ItemDialog {...props} /> : undefined} flush>
      {items.length === 0 ? (
        <p className="px-4 text-muted">{mayEdit ? t('agendaEmpty') : t('agendaNone')}</p>
      ) : (
        <ol>
          {items.map(item => (
            <Item key={item.id} {...props} item={item} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

function Item({ item, ...props }: Props & { item: AgendaEntry }) {
  const { whole, frame, viewer, mayEdit } = props
  const t = useTranslations('programme')
  const meant = item.start.anchor === 'ttime' ? frame.timeZone : item.start.timeZone
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0 sm:grid-cols-[17rem_1fr_auto] print:break-inside-avoid print:grid-cols-[17rem_1fr]">
      <ItemTime {...{ meant, viewer }} startAt={item.startAt} endAt={item.endAt} home={frame.timeZone} />
      <span className="min-w-0">
        <span className="block font-medium">{item.title}</span>
        <span className="block text-muted text-note">
          {[item.speaker, item.place].filter(Boolean).join(' · ')}
        </span>
        {item.link ? (
          <a
            href={item.link}
            rel="noreferrer noopener"
            target="_blank"
            className="inline-flex min-h-target items-center text-accent text-note underline underline-offset-2"
          >
            {t('join')}
          </a>
        ) : null}
        {outside(item, whole) ? (
          <Status tone="warn" className="text-note">
            {t('outside')}
          </Status>
        ) : null}
      </span>
      {mayEdit ? (
        <span className="print:hidden">
          <ItemDialog {...props} item={item} />
        </span>
      ) : null}
    </li>
  )
}

/** Adds a point, or changes the one given. */
function ItemDialog({ owner, frame, viewer, next, item }: Props & { item?: AgendaEntry }) {
  const t = useTranslations('programme')
  const fields = <ItemFields {...{ frame, viewer, next }} {...(item ? { item } : {})} />
  if (!item) {
    return (
      <DialogButton label={t('addItem')} title={t('addItem')}>
        <ActionForm action={addAgendaItem} hidden={owner} submit={t('addItem')} done={t('saved')}>
          {fields}
        </ActionForm>
      </DialogButton>
    )
  }
  return (
    <DialogButton
      label={t('edit')}
      title={item.title}
      button={{ size: 'small', 'aria-label': t('editRow', { name: item.title }) }}
    >
      <ActionForm
        action={editAgendaItem}
        hidden={{ ...owner, itemId: item.id, version: item.version }}
        submit={t('save')}
        done={t('saved')}
        secondary={
          <ActionButton
            action={removeAgendaItem}
            input={{ ...owner, itemId: item.id }}
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

function ItemFields({
  frame,
  viewer,
  next,
  item,
}: Pick<Props, 'frame' | 'viewer' | 'next'> & { item?: AgendaEntry }) {
  const t = useTranslations('programme.field')
  return (
    <>
      <TextField name="title" label={t('title')} required maxLength={200} defaultValue={item?.title ?? ''} />
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <MomentField
          name="start"
          label={t('start')}
          required
          frame={frame}
          viewer={viewer}
          defaultValue={item?.typed.start ?? next}
        />
        <TextField
          name="duration"
          label={t('duration')}
          description={t('durationHint')}
          maxLength={60}
          mono
          defaultValue={item?.typed.duration ?? ''}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="speaker" label={t('speaker')} maxLength={200} defaultValue={item?.speaker ?? ''} />
        <TextField name="place" label={t('place')} maxLength={200} defaultValue={item?.place ?? ''} />
      </div>
      <TextField
        name="link"
        type="url"
        label={t('link')}
        description={t('linkHint')}
        maxLength={500}
        defaultValue={item?.link ?? ''}
      />
    </>
  )
}
