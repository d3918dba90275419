import { useLocale, useTranslations } from 'next-intl'
import { signUpPartner } from '@/lib/attendance/actions'
import type { ListedAttendance } from '@/lib/attendance/queries'
import { attendanceStates, presences } from '@/lib/attendance/rules'
import type { AttendanceFilter } from '@/lib/attendance/schema'
import { listCountries, partnerName } from '@/lib/countries/rules'
import { formatInstant } from '@/lib/time-format'
import { ActionForm } from '../action-form'
import { Choose } from '../registrations/choose'
import { Button } from '../ui/button'
import { controlLook } from '../ui/control'
import { DialogButton } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Panel } from '../ui/panel'
import { TextField } from '../ui/text-field'
import { AttendanceList } from './attendance-list'
import { attendanceTones, standingWords } from './attendance-words'
import { GuestFields } from './guest-fields'
import { type PartnerChoice, PartnerField } from './nation-counts'
import { PrintButton } from './print-button'

type Props = {
  owner: { exerciseId: string; activityId: string }
  people: readonly ListedAttendance[]
  nations: readonly { partnerId: string; kind: PartnerChoice['kind']; code: string; name: string }[]
  partners: readonly PartnerChoice[]
  filter: AttendanceFilter
  mayEdit: boolean
  /** sign-up is not open: a late one needs a reason */
  late: boolean
  path: string
  timeZone: string
}

/** Who comes: found, ticked off, taken out, printed, and taken away as a file. */
export function PeoplePanel(props: Props) {
  const { people, filter, mayEdit, path } = props
  const t = useTranslations('attendance')
  const filtered = Object.values(filter).some(value => value !== null && value !== '')
  const coming = people.filter(({ state }) => state !== 'cancelled').length
  return (
    <Panel
      title={t('people')}
      note={t('peopleNote', { count: coming })}
      actions={
        <>
          {people.length > 0 ? <FileLinks {...props} /> : null}
          <PrintButton label={t('print')} />
          {mayEdit ? <AddDialog {...props} /> : null}
        </>
      }
      flush
    >
      <Filter {...props} />
      {people.length > 0 ? (
        <Lines {...props} />
      ) : (
        <div className="px-4">
          {filtered ? (
            <EmptyState
              title={t('noneFoundTitle')}
              action={<LinkButton href={path}>{t('showAll')}</LinkButton>}
            >
              {t('noneFoundText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('nobodyTitle')}>{t('nobodyText')}</EmptyState>
          )}
        </div>
      )}
    </Panel>
  )
}

function Lines({ people, timeZone, owner, mayEdit }: Props) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  const lines = people.map(row => ({
    id: row.id,
    name: `${row.familyName} ${row.givenName}`,
    nativeName: row.nativeName,
    nation: partnerName(row.partner, locale),
    presence: row.presence,
    where: t(`presence.${row.presence}`),
    state: row.state,
    attended: row.attendedAt !== null,
    tone: row.attendedAt === null ? attendanceTones[row.state] : ('good' as const),
    words: standingWords(row, t, { timeZone, locale }),
    notes: [
      row.lateReason ? t('late', { reason: row.lateReason }) : '',
      row.alsoBy.length > 0 ? t('alsoBy', { nations: row.alsoBy.join(', ') }) : '',
    ].filter(Boolean),
    since: formatInstant(row.stateAt, { timeZone, locale, style: 'dayMonth' }),
  }))
  return <AttendanceList lines={lines} owner={owner} mayEdit={mayEdit} />
}

function Filter({ filter, nations }: Props) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  const states = [...attendanceStates, 'attended'] as const
  return (
    <search className="mb-2 block px-4 print:hidden">
      <form method="get" className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          name="q"
          defaultValue={filter.q ?? ''}
          maxLength={100}
          dir="auto"
          aria-label={t('search')}
          placeholder={t('search')}
          className={`${controlLook} min-w-40 flex-1 md:max-w-60`}
        />
        <Choose
          name="state"
          label={t('stateHead')}
          any={t('anyState')}
          value={filter.state}
          of={states.map(state => ({ id: state, name: t(`state.${state}`) }))}
        />
        <Choose
          name="nation"
          label={t('nation')}
          any={t('anyNation')}
          value={filter.nation}
          of={nations.map(nation => ({ id: nation.partnerId, name: partnerName(nation, locale) }))}
        />
        <Choose
          name="presence"
          label={t('where')}
          any={t('anyPresence')}
          value={filter.presence}
          of={presences.map(presence => ({ id: presence, name: t(`presence.${presence}`) }))}
        />
        <Button type="submit">{t('filter')}</Button>
      </form>
    </search>
  )
}

function AddDialog({ owner, partners, late }: Props) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  return (
    <DialogButton label={t('add')} title={t('addTitle')} button={{ variant: 'primary' }}>
      <ActionForm action={signUpPartner} hidden={owner} submit={t('add')} done={t('saved')}>
        <p className="text-muted">{t('addText')}</p>
        <PartnerField partners={partners} />
        <GuestFields countries={listCountries(locale)} />
        {late ? (
          <TextField
            name="lateReason"
            label={t('field.lateReason')}
            description={t('field.lateHint')}
            required
            maxLength={500}
          />
        ) : null}
      </ActionForm>
    </DialogButton>
  )
}

/** The list as it is narrowed now, as a file. */
function FileLinks({ owner, filter }: Props) {
  const t = useTranslations('attendance')
  const address = (format: string) => {
    const query = new URLSearchParams({ format })
    for (const [key, value] of Object.entries(filter)) if (value) query.set(key, value)
    return `/api/attendance/${owner.exerciseId}/${owner.activityId}?${query}`
  }
  return (['xlsx', 'csv'] as const).map(format => (
    <a
      key={format}
      href={address(format)}
      download
      className="inline-flex min-h-target items-center underline"
    >
      {t('download', { format: format.toUpperCase() })}
    </a>
  ))
}
