import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { addStoryline, editStoryline, moveStoryline, removeStoryline } from '@/lib/storylines/actions'
import type { StorylineRow } from '@/lib/storylines/queries'
import { totalOf } from '@/lib/storylines/rules'
import { MoveActs } from './row-acts'

type Props = { exerciseId: string; storyline: StorylineRow }

export function MoveStorylineActs({ exerciseId, storyline, at, last }: Props & { at: number; last: number }) {
  const { id: storylineId, name } = storyline
  return <MoveActs action={moveStoryline} input={{ exerciseId, storylineId }} {...{ name, at, last }} />
}

export function AddStoryline({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('storylines')
  return (
    <DialogButton label={t('add')} title={t('add')} button={{ variant: 'primary' }}>
      <ActionForm action={addStoryline} submit={t('add')} hidden={{ exerciseId }} done={t('added')}>
        <ThreadFields />
      </ActionForm>
    </DialogButton>
  )
}

type Other = { id: string; number: number; name: string }

export function StorylineActs({ exerciseId, storyline, others }: Props & { others: readonly Other[] }) {
  const t = useTranslations('storylines')
  const { name, version, id: storylineId } = storyline
  const ids = { exerciseId, storylineId }
  return (
    <>
      <DialogButton
        label={t('change')}
        title={t('changeNamed', { name })}
        button={{ size: 'small', 'aria-label': t('changeNamed', { name }) }}
      >
        <ActionForm action={editStoryline} submit={t('save')} hidden={{ ...ids, version }} done={t('saved')}>
          <ThreadFields of={storyline} />
        </ActionForm>
      </DialogButton>
      <RemoveStoryline {...{ exerciseId, storyline, others }} />
    </>
  )
}

/** Says what goes with it; where it has injects, asks where those go. */
function RemoveStoryline({ exerciseId, storyline, others }: Props & { others: readonly Other[] }) {
  const t = useTranslations('storylines')
  const { name, incidents, id: storylineId } = storyline
  const injects = totalOf(storyline.injects)
  return (
    <DialogButton
      label={t('remove')}
      title={t('removeTitle', { name })}
      alert
      size="small"
      button={{ size: 'small', variant: 'quiet', 'aria-label': t('removeTitle', { name }) }}
    >
      <ActionForm
        action={removeStoryline}
        submit={t('remove')}
        hidden={{ exerciseId, storylineId }}
        done={t('removed')}
        variant="danger"
      >
        <p>{t('removeText', { incidents: incidents.length, injects })}</p>
        {injects > 0 ? (
          <Select
            name="injectsTo"
            label={t('injectsTo')}
            description={t('injectsToHint')}
            required
            options={[
              ...others
                .filter(({ id }) => id !== storylineId)
                .map(other => ({ value: other.id, label: `${other.number} ${other.name}` })),
              { value: 'none', label: t('noStoryline') },
            ]}
          />
        ) : null}
      </ActionForm>
    </DialogButton>
  )
}

/** A storyline's or an incident's own words. */
export function ThreadFields({ of }: { of?: { name: string; summary: string } }) {
  const t = useTranslations('storylines')
  return (
    <div className="grid gap-4">
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={200}
        defaultValue={of?.name ?? ''}
      />
      <TextField
        name="summary"
        label={t('summary')}
        description={t('summaryHint')}
        rows={6}
        maxLength={4000}
        defaultValue={of?.summary ?? ''}
      />
    </div>
  )
}
