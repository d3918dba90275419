'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { addRota, editRota, removeRota } from '@/lib/shifts/rotas/actions'
import type { StartexFrame } from '@/lib/time'
import { ActionForm } from '../action-form'
import { Checkbox } from '../ui/checkbox'
import { DialogButton, DialogClose } from '../ui/dialog'
import { LinkButton } from '../ui/link-button'
import { Panel } from '../ui/panel'
import { type RotaChoices, RotaFields, type RotaValues } from './rota-fields'

type Shared = { exerciseId: string; frame: StartexFrame; viewer: string | null; choices: RotaChoices }

/** A new rota; its page comes next, where its shifts are made. */
export function NewRota({ back, exerciseId, ...fields }: Shared & { back: string }) {
  const t = useTranslations('shifts')
  return (
    <ActionForm
      action={addRota}
      hidden={{ exerciseId }}
      submit={t('addRota')}
      done={t('rotaAdded')}
      goTo={`${back}/{id}`}
      secondary={<LinkButton href={back}>{t('cancel')}</LinkButton>}
    >
      <Panel>
        <RotaFields {...fields} />
      </Panel>
    </ActionForm>
  )
}

export function EditRota({ exerciseId, rota, ...fields }: Shared & { rota: RotaValues }) {
  const t = useTranslations('shifts')
  return (
    <DialogButton label={t('editRota')} title={t('editRota')} size="large">
      <ActionForm
        action={editRota}
        hidden={{ exerciseId, rotaId: rota.id, version: rota.version }}
        submit={t('save')}
        done={t('saved')}
        secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
      >
        <RotaFields {...fields} rota={rota} />
      </ActionForm>
    </DialogButton>
  )
}

type RemoveProps = { exerciseId: string; rotaId: string; name: string; shifts: number; back: string }

export function RemoveRota({ exerciseId, rotaId, name, shifts, back }: RemoveProps) {
  const t = useTranslations('shifts')
  const router = useRouter()
  return (
    <DialogButton label={t('remove')} title={t('removeRotaTitle', { name })} alert>
      <ActionForm
        action={removeRota}
        hidden={{ exerciseId, rotaId }}
        submit={t('remove')}
        variant="danger"
        done={t('removed')}
        onDone={() => router.push(back)}
        secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
      >
        <p>{t('removeRotaText', { shifts })}</p>
        {shifts > 0 ? <Checkbox name="withShifts" label={t('withShifts', { shifts })} /> : null}
      </ActionForm>
    </DialogButton>
  )
}
