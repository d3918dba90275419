import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { MomentField } from '@/components/moments/moment-field'
import { DialogButton } from '@/components/ui/dialog'
import { Panel } from '@/components/ui/panel'
import { setOwnDate } from '@/lib/nations/actions'
import { type Gate, gates } from '@/lib/schedule/kinds/rules'
import type { StartexFrame } from '@/lib/time'

type GateLine = {
  gate: Gate
  /** the nation's own date as typed, else null */
  own: string | null
  /** when it falls, in words with the zone, else null where nobody set it */
  at: string | null
}
type Props = {
  exerciseId: string
  participationId: string
  dates: GateLine[]
  frame: StartexFrame
  viewer: string | null
  mayEdit: boolean
}

/** The registration window as it holds for this nation. */
export async function DatePanel({ exerciseId, participationId, dates, frame, viewer, mayEdit }: Props) {
  const t = await getTranslations('nations')
  const lines = gates.map(gate => dates.find(date => date.gate === gate) ?? { gate, own: null, at: null })
  return (
    <Panel title={t('dates')} note={t('datesNote')}>
      <ul className="grid gap-2">
        {lines.map(({ gate, own, at }) => (
          <li key={gate} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="w-52">{t(`gate.${gate}`)}</span>
            <span className="font-mono tabular">{at ?? t('noDate')}</span>
            <span className="text-muted">{own === null ? t('exerciseDate') : `${t('ownDate')} ${own}`}</span>
            {mayEdit ? (
              <DialogButton
                label={t('change')}
                title={t(`gate.${gate}`)}
                button={{ size: 'small' }}
                size="small"
              >
                <ActionForm
                  action={setOwnDate}
                  submit={t('save')}
                  hidden={{ exerciseId, participationId, gate }}
                  done={t('done.saved')}
                >
                  <MomentField
                    name="moment"
                    label={t('dateField')}
                    description={t('dateFieldHint')}
                    ends={gate !== 'registration_opens'}
                    frame={frame}
                    viewer={viewer}
                    defaultValue={own ?? ''}
                  />
                </ActionForm>
              </DialogButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
