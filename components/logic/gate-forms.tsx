import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { addGate, editGate, removeGate } from '@/lib/logic/actions'
import { gateKinds } from '@/lib/logic/schema'

type Gate = {
  id: string
  kind: string
  name: string
  title: string
  version: number
  awaited: readonly unknown[]
}

function GateFields({ gate }: { gate?: Gate }) {
  const t = useTranslations('logic')
  return (
    <>
      <Select
        name="kind"
        label={t('gates.kind')}
        required
        defaultValue={gate?.kind ?? 'any'}
        options={gateKinds.map(kind => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField
        name="name"
        label={t('gates.name')}
        description={t('gates.nameHint')}
        maxLength={200}
        defaultValue={gate?.title ?? ''}
      />
    </>
  )
}

export function AddGate({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('logic')
  return (
    <DialogButton label={t('gates.add')} title={t('gates.add')}>
      <ActionForm action={addGate} submit={t('gates.add')} hidden={{ exerciseId }} done={t('gates.added')}>
        <GateFields />
        <TextField
          name="waits"
          label={t('gates.waits')}
          description={t('gates.waitsHint')}
          maxLength={2000}
          mono
        />
      </ActionForm>
    </DialogButton>
  )
}

/** Its name and kind; what it waits for is said on its own page. */
export function EditGate({ exerciseId, gate }: { exerciseId: string; gate: Gate }) {
  const t = useTranslations('logic')
  const { id: gateId, name, version, awaited } = gate
  const ids = { exerciseId, gateId }
  return (
    <DialogButton
      label={t('gates.edit')}
      title={t('gates.editNamed', { name })}
      button={{ size: 'small', 'aria-label': t('gates.editNamed', { name }) }}
    >
      <ActionForm
        action={editGate}
        submit={t('gates.save')}
        hidden={{ ...ids, version }}
        done={t('gates.saved')}
        secondary={
          <ActionButton
            action={removeGate}
            input={{ ...ids, evenIfAwaited: true }}
            done={t('gates.removed')}
            confirm={{
              title: t('gates.removeTitle', { name }),
              text: t('gates.removeText', { count: awaited.length }),
              label: t('gates.remove'),
              danger: true,
            }}
          >
            {t('gates.remove')}
          </ActionButton>
        }
      >
        <GateFields gate={gate} />
      </ActionForm>
    </DialogButton>
  )
}
