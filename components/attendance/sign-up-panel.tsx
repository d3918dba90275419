import { useTranslations } from 'next-intl'
import type { Gathering } from '@/lib/attendance/queries'
import { type Presence, presences } from '@/lib/attendance/rules'
import { editSignUp, openSignUp, setPlaces } from '@/lib/attendance/sign-up/actions'
import type { Instant } from '@/lib/time-zones'
import { ActionForm } from '../action-form'
import { Checkbox } from '../ui/checkbox'
import { DialogButton } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { Meter, Meters } from '../ui/meter'
import { NumberField } from '../ui/number-field'
import { Panel } from '../ui/panel'
import { DoorStatus } from './door-status'
import { SignUpFields } from './sign-up-fields'

type Owner = { exerciseId: string; activityId: string }
type Props = {
  gathering: Gathering
  owner: Owner
  mayEdit: boolean
  viewer: string | null
  now: Instant
}

/** How one signs up, and how many places are taken on site and remote. */
export function SignUpPanel(props: Props) {
  const { gathering, mayEdit, viewer, now } = props
  const t = useTranslations('attendance')
  const { signUp, places, waiting, kind, frame } = gathering
  if (!signUp) {
    return (
      <EmptyState
        title={t('notOpenTitle')}
        action={mayEdit && kind !== 'deadline' ? <OpenDialog {...props} /> : undefined}
      >
        {kind === 'deadline' ? t('deadlineText') : t('notOpenText')}
      </EmptyState>
    )
  }
  return (
    <Panel
      title={t('places')}
      note={t('placesNote', { used: places.on_site.used + places.remote.used, waiting })}
      actions={mayEdit ? <SettingsDialog {...props} signUp={signUp} /> : undefined}
    >
      <p className="mb-3 flex flex-wrap gap-x-4 text-note">
        <DoorStatus window={signUp.window} now={now} timeZone={viewer ?? frame.timeZone} />
        <span className="text-muted">{t(`by.${signUp.by}`)}</span>
      </p>
      <Meters>
        {presences.map(presence => (
          <PlacesLine key={presence} {...props} presence={presence} />
        ))}
      </Meters>
    </Panel>
  )
}

type SetUp = { signUp: NonNullable<Gathering['signUp']> }

function PlacesLine({ gathering, owner, mayEdit, presence }: Props & { presence: Presence }) {
  const t = useTranslations('attendance')
  const { size, used } = gathering.places[presence]
  const full = size !== null && used >= size
  const name = t(`presence.${presence}`)
  return (
    <>
      <Meter
        label={name}
        value={used}
        max={size ?? Math.max(used, 1)}
        tone={full && size > 0 ? 'warn' : 'good'}
        {...(size === null ? { text: t('noLimit', { used }) } : size === 0 ? { text: t('notOffered') } : {})}
        {...(full && size > 0 ? { status: { word: t('full'), tone: 'warn' as const } } : {})}
      />
      {mayEdit ? (
        <div className="col-span-full justify-self-end print:hidden">
          <DialogButton
            label={t('changePlaces', { name })}
            title={t('changePlaces', { name })}
            size="small"
            button={{ size: 'small' }}
          >
            <ActionForm
              action={setPlaces}
              hidden={{ ...owner, presence }}
              submit={t('save')}
              done={t('saved')}
            >
              <NumberField
                name="size"
                label={t('field.size')}
                description={`${t('usedHint', { used })} ${t('field.unlimitedHint')}`}
                min={0}
                defaultValue={size ?? ''}
              />
            </ActionForm>
          </DialogButton>
        </div>
      ) : null}
    </>
  )
}

function OpenDialog({ gathering, owner, viewer }: Props) {
  const t = useTranslations('attendance')
  return (
    <DialogButton label={t('open')} title={t('open')} button={{ variant: 'primary' }}>
      <ActionForm action={openSignUp} hidden={owner} submit={t('open')} done={t('opened')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            name="onSitePlaces"
            label={t('field.onSitePlaces')}
            description={t('field.unlimitedHint')}
            min={0}
          />
          <NumberField
            name="remotePlaces"
            label={t('field.remotePlaces')}
            description={t('field.unlimitedHint')}
            min={0}
            defaultValue={gathering.link === '' ? 0 : ''}
          />
        </div>
        <SignUpFields frame={gathering.frame} viewer={viewer} />
      </ActionForm>
    </DialogButton>
  )
}

function SettingsDialog({ gathering, owner, viewer, signUp }: Props & SetUp) {
  const t = useTranslations('attendance')
  return (
    <DialogButton label={t('settings')} title={t('settingsTitle')}>
      <ActionForm
        action={editSignUp}
        hidden={{ ...owner, version: signUp.version }}
        submit={t('save')}
        done={t('saved')}
      >
        <Checkbox
          name="open"
          label={t('field.isOpen')}
          description={t('field.isOpenHint')}
          defaultChecked={signUp.open}
        />
        <SignUpFields frame={gathering.frame} viewer={viewer} values={signUp} />
      </ActionForm>
    </DialogButton>
  )
}
