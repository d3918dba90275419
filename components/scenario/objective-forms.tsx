import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { NumberField } from '@/components/ui/number-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { addObjective, editObjective, moveObjective, removeObjective } from '@/lib/objectives/actions'
import { MoveActs, RemoveAct } from './row-acts'

type Node = { id: string; parentId: string | null; number: string; title: string; depth: number }
type Objective = Node & {
  criteria: readonly string[]
  leastInjects: number
  version: number
  injects: number
}
type Props = { exerciseId: string; objectives: readonly Node[] }

export function AddObjective({ exerciseId, objectives }: Props) {
  const t = useTranslations('objectives')
  return (
    <DialogButton label={t('add')} title={t('add')} button={{ variant: 'primary' }}>
      <ActionForm action={addObjective} submit={t('add')} hidden={{ exerciseId }} done={t('added')}>
        <ObjectiveFields objectives={objectives} />
      </ActionForm>
    </DialogButton>
  )
}

export function MoveObjective({ exerciseId, objective, objectives }: Props & { objective: Objective }) {
  const siblings = objectives.filter(({ parentId }) => parentId === objective.parentId)
  return (
    <MoveActs
      action={moveObjective}
      input={{ exerciseId, objectiveId: objective.id }}
      name={objective.number}
      at={siblings.findIndex(({ id }) => id === objective.id)}
      last={siblings.length - 1}
    />
  )
}

export function EditObjective({ exerciseId, objective, objectives }: Props & { objective: Objective }) {
  const t = useTranslations('objectives')
  const { number, injects, version } = objective
  const ids = { exerciseId, objectiveId: objective.id }
  return (
    <DialogButton
      label={t('change')}
      title={t('changeNamed', { number })}
      button={{ size: 'small', 'aria-label': t('changeNamed', { number }) }}
    >
      <ActionForm
        action={editObjective}
        submit={t('save')}
        hidden={{ ...ids, version }}
        done={t('saved')}
        secondary={
          <RemoveAct
            action={removeObjective}
            input={ids}
            name={number}
            text={t('removeText', { count: injects })}
          />
        }
      >
        <ObjectiveFields objectives={objectives} objective={objective} />
      </ActionForm>
    </DialogButton>
  )
}

function ObjectiveFields({ objectives, objective }: { objectives: readonly Node[]; objective?: Objective }) {
  const t = useTranslations('objectives')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="title"
        label={t('titleField')}
        description={t('titleHint')}
        required
        maxLength={300}
        className="sm:col-span-2"
        defaultValue={objective?.title ?? ''}
      />
      <Select
        name="parentId"
        label={t('parent')}
        empty={t('noParent')}
        options={objectives
          .filter(({ id }) => id !== objective?.id)
          .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        {...(objective?.parentId ? { defaultValue: objective.parentId } : {})}
      />
      <TextField
        name="number"
        label={t('number')}
        description={objective ? undefined : t('numberHint')}
        required={objective !== undefined}
        mono
        maxLength={20}
        defaultValue={objective?.number ?? ''}
      />
      <TextField
        name="criteria"
        label={t('criteria')}
        description={t('criteriaHint')}
        rows={4}
        className="sm:col-span-2"
        defaultValue={objective?.criteria.join('\n') ?? ''}
      />
      <NumberField
        name="leastInjects"
        label={t('least')}
        description={t('leastHint')}
        required
        min={0}
        max={10_000}
        defaultValue={objective?.leastInjects ?? 3}
      />
    </div>
  )
}
