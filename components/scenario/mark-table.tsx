import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { MomentField } from '@/components/moments/moment-field'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/text-field'
import { addMark, editMark, removeMark } from '@/lib/scenario/marks/actions'
import { jumpsOf, type StoryMark } from '@/lib/scenario/marks/rules'
import { resolveMoment, type StartexFrame } from '@/lib/time'
import { formatDtg, formatDuration, formatInstant, formatMoment, formatOffset } from '@/lib/time-format'
import { RemoveAct } from './row-acts'

export type MarkRow = StoryMark & { id: string; version: number }
type Props = { exerciseId: string; frame: StartexFrame; storyZone: string; viewer: string | null }

/** How the story's time follows the exercise's: from each mark on, where it is and how fast it runs. */
export function MarkTable({ marks, ...place }: Props & { marks: readonly MarkRow[] }) {
  const t = useTranslations('scenarioSetup.marks')
  const row = useTranslations('scenarioSetup.row')
  const locale = useLocale()
  const jumps = jumpsOf(marks)
  const { frame, storyZone } = place
  const real = (offset: number) => resolveMoment({ anchor: 'ttime', offset }, frame).at
  return (
    <DataTable
      caption={t('title')}
      rows={marks.map((mark, at) => ({ ...mark, jump: jumps[at] ?? null }))}
      rowKey={mark => mark.id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      columns={[
        {
          id: 'offset',
          header: t('from'),
          names: true,
          mono: true,
          cell: ({ offset }) => (
            <span>
              {formatOffset(offset)}
              <span className="block font-normal text-muted text-note">
                {formatInstant(real(offset), { timeZone: frame.timeZone, locale, style: 'dateTime' })}
              </span>
              <span className="block font-normal text-muted text-note">{formatDtg(real(offset))}</span>
            </span>
          ),
        },
        {
          id: 'story',
          header: t('story'),
          mono: true,
          cell: ({ scenarioAt, jump }) => (
            <>
              {formatInstant(scenarioAt, { timeZone: storyZone, locale, style: 'dateTime' })}
              {jump === null || jump === 0 ? null : (
                <span className="block text-muted text-note">
                  {t(jump > 0 ? 'jumpAhead' : 'jumpBack', {
                    length: formatDuration(Math.abs(Math.round(jump)), locale),
                  })}
                </span>
              )}
            </>
          ),
        },
        {
          id: 'speed',
          header: t('speed'),
          numeric: true,
          cell: ({ speed }) => (speed === 0 ? t('stands') : t('times', { speed })),
        },
        {
          id: 'edit',
          header: row('change'),
          cell: mark => <EditMark {...place} mark={mark} />,
        },
      ]}
    />
  )
}

export function AddMark(props: Props) {
  const t = useTranslations('scenarioSetup.marks')
  const row = useTranslations('scenarioSetup.row')
  return (
    <DialogButton label={t('add')} title={t('add')} button={{ size: 'small' }}>
      <ActionForm
        action={addMark}
        submit={t('add')}
        hidden={{ exerciseId: props.exerciseId }}
        done={row('added')}
      >
        <MarkFields {...props} />
      </ActionForm>
    </DialogButton>
  )
}

function EditMark({ mark, ...place }: Props & { mark: MarkRow }) {
  const t = useTranslations('scenarioSetup.marks')
  const row = useTranslations('scenarioSetup.row')
  const { exerciseId } = place
  const name = formatOffset(mark.offset)
  const ids = { exerciseId, markId: mark.id }
  return (
    <DialogButton
      label={row('change')}
      title={row('changeNamed', { name })}
      button={{ size: 'small', 'aria-label': row('changeNamed', { name }) }}
    >
      <ActionForm
        action={editMark}
        submit={row('save')}
        hidden={{ ...ids, version: mark.version }}
        done={row('saved')}
        secondary={<RemoveAct action={removeMark} input={ids} name={name} text={t('removeText')} />}
      >
        <MarkFields {...place} mark={mark} />
      </ActionForm>
    </DialogButton>
  )
}

function MarkFields({ mark, frame, storyZone, viewer }: Props & { mark?: MarkRow }) {
  const t = useTranslations('scenarioSetup.marks')
  const story = { anchor: 'fixed', at: mark?.scenarioAt ?? 0, timeZone: storyZone } as const
  return (
    <div className="grid gap-4">
      <MomentField
        name="start"
        label={t('from')}
        description={t('fromHint')}
        required
        frame={frame}
        viewer={viewer}
        defaultValue={mark ? formatOffset(mark.offset) : ''}
      />
      <MomentField
        name="story"
        label={t('story')}
        description={t('storyHint', { zone: storyZone })}
        required
        instant
        frame={{ startexAt: frame.startexAt, timeZone: storyZone }}
        viewer={viewer}
        placeholder={t('storyPlaceholder')}
        defaultValue={mark ? formatMoment(story, storyZone) : ''}
      />
      <TextField
        name="speed"
        label={t('speed')}
        description={t('speedHint')}
        required
        mono
        maxLength={12}
        className="max-w-40"
        defaultValue={String(mark?.speed ?? 1)}
      />
    </div>
  )
}
