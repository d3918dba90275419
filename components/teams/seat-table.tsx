import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { Meter } from '@/components/ui/meter'
import { NumberField } from '@/components/ui/number-field'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { setSeat } from '@/lib/roles/actions'
import { seatState } from '@/lib/teams/rules'

type Seat = { id: string; roleId: string; least: number; most: number; used: number; role: { name: string } }
type Props = {
  exerciseId: string
  team: { id: string; name: string }
  seats: Seat[]
  roles: { id: string; name: string }[]
  mayEdit: boolean
}

/** How many of each role a team has and how many of them are filled. */
export async function SeatTable({ exerciseId, team, seats, roles, mayEdit }: Props) {
  const t = await getTranslations('teams')
  const free = roles.filter(role => !seats.some(seat => seat.roleId === role.id))
  return (
    <div className="grid gap-3">
      <DataTable
        caption={t('seatsOf', { team: team.name })}
        rows={seats}
        rowKey={seat => seat.id}
        empty={<p className="text-muted">{t('noSeatsYet')}</p>}
        columns={[
          { id: 'role', header: t('role'), names: true, cell: seat => seat.role.name },
          { id: 'least', header: t('least'), numeric: true, cell: seat => seat.least },
          {
            id: 'filled',
            header: t('filled'),
            cell: seat => (
              <Meter
                bare
                label={seat.role.name}
                value={seat.used}
                max={seat.most}
                tone={tones[seatState(seat)]}
              />
            ),
          },
          { id: 'state', header: t('state'), cell: seat => <SeatStatus seat={seat} words={t} /> },
          ...(mayEdit
            ? [
                {
                  id: 'edit',
                  header: t('change'),
                  cell: (seat: Seat) => <SeatDialog {...{ exerciseId, team, seat }} />,
                },
              ]
            : []),
        ]}
      />
      {mayEdit && free.length > 0 ? <SeatDialog exerciseId={exerciseId} team={team} roles={free} /> : null}
    </div>
  )
}

const tones = { short: 'warn', full: 'accent', room: 'good' } as const
const marks = { short: 'warn', full: 'info', room: 'good' } as const

function SeatStatus({
  seat,
  words,
}: {
  seat: Seat
  words: Awaited<ReturnType<typeof getTranslations<'teams'>>>
}) {
  const state = seatState(seat)
  return (
    <Status tone={marks[state]}>{words(`seatState.${state}`, { missing: seat.least - seat.used })}</Status>
  )
}

type DialogProps = {
  exerciseId: string
  team: { id: string; name: string }
  seat?: Seat
  roles?: { id: string; name: string }[]
}

async function SeatDialog({ exerciseId, team, seat, roles = [] }: DialogProps) {
  const t = await getTranslations('teams')
  const title = seat ? t('changeSeats', { role: seat.role.name }) : t('addSeats')
  return (
    <DialogButton
      label={seat ? t('change') : t('addSeats')}
      title={title}
      button={{ size: seat ? 'small' : 'normal' }}
      size="small"
    >
      <ActionForm
        action={setSeat}
        submit={t('save')}
        hidden={{ exerciseId, teamId: team.id, ...(seat ? { roleId: seat.roleId } : {}) }}
        done={t('done.saved')}
      >
        {seat ? null : (
          <Select
            name="roleId"
            label={t('role')}
            required
            options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <NumberField
          name="least"
          label={t('least')}
          description={t('leastHint')}
          required
          min={0}
          defaultValue={seat?.least ?? 0}
        />
        <NumberField
          name="most"
          label={t('most')}
          description={t('mostHint')}
          required
          min={0}
          defaultValue={seat?.most ?? 2}
        />
      </ActionForm>
    </DialogButton>
  )
}
