import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DialogButton, DialogClose } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { chooseRelease } from '@/lib/techniques/actions'
import type { Attack } from '@/lib/techniques/queries'
import { Misfits } from './misfits'

type Props = { exerciseId: string; msel: string; attack: Attack }

/** Which release the exercise goes by, and for planners what another would change before it is chosen. */
export function ReleasePanel({ exerciseId, msel, attack }: Props) {
  const t = useTranslations('attack')
  const { release, loaded, mayEdit, others, used } = attack
  return (
    <Panel title={t('release')}>
      {release === '' ? (
        <EmptyState title={t('noRelease')}>
          {t(others.length > 0 ? 'noReleaseText' : 'noneLoaded')}
        </EmptyState>
      ) : (
        <p>
          {t('current', { version: release })} {loaded ? t('usedCodes', { count: used }) : t('notLoaded')}
        </p>
      )}
      {mayEdit && others.length > 0 ? (
        <ul className="mt-3 grid gap-2">
          {others.map(other => (
            <li key={other.release} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>{t('other', { version: other.release, count: other.techniques })}</span>
              <span className="text-muted text-note">
                {other.domains.map(domain => t(`domain.${domain}`)).join(' · ')}
              </span>
              <ChooseRelease {...{ exerciseId, msel, other }} />
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  )
}

function ChooseRelease(props: { exerciseId: string; msel: string; other: Attack['others'][number] }) {
  const { exerciseId, msel, other } = props
  const { release, misfits } = other
  const t = useTranslations('attack')
  const title = t('chooseTitle', { version: release })
  const fits = misfits.unknown.length + misfits.withdrawn.length === 0
  return (
    <DialogButton label={t('choose')} title={title} button={{ size: 'small', 'aria-label': title }}>
      <ActionForm
        action={chooseRelease}
        submit={title}
        hidden={{ exerciseId, release }}
        done={t('chosen', { version: release })}
        secondary={<DialogClose variant="quiet">{t('cancel')}</DialogClose>}
      >
        {fits ? <p>{t('fits')}</p> : <Misfits {...{ misfits, release, msel }} />}
        <p className="max-w-prose text-muted text-note">{t('codesStay')}</p>
      </ActionForm>
    </DialogButton>
  )
}
