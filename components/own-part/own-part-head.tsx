import { useTranslations } from 'next-intl'
import { ThreeTimes } from '@/components/moments/three-times'
import { stateTones } from '@/components/registrations/state-status'
import { Facts } from '@/components/ui/facts'
import { Status } from '@/components/ui/status'
import { Swatch } from '@/components/ui/swatch'
import { endexAt } from '@/lib/exercises/rules'
import type { OwnPart } from '@/lib/registrations/own-part/queries'

type Props = { part: OwnPart; nation: string; askedBy: string | null }

/** Who asks, for what, when it is in three zones, and as what one takes part. */
export function OwnPartHead({ part, nation, askedBy }: Props) {
  const t = useTranslations('ownPart')
  const { exercise, role, team, site, presence, state, homeTimeZone } = part
  const where = presence === 'remote' ? t('remote') : [site?.name, exercise.venue].filter(Boolean).join(', ')
  return (
    <div className="grid gap-3">
      <p>
        {askedBy
          ? t('askedBy', { name: askedBy, nation, exercise: exercise.name })
          : t('asked', { nation, exercise: exercise.name })}
      </p>
      <Facts
        items={[
          { term: t('nation'), value: nation },
          { term: t('role'), value: role.name },
          {
            term: t('team'),
            value: team ? (
              <span className="inline-flex items-baseline gap-1.5">
                <Swatch colour={team.kind.colour} />
                {team.name}
              </span>
            ) : (
              '–'
            ),
          },
          { term: t('where'), value: where },
          { term: t('stateTerm'), value: <Status tone={stateTones[state]}>{t(`state.${state}`)}</Status> },
        ]}
      />
      <h2 className="font-semibold">{t('when')}</h2>
      <ThreeTimes
        from={exercise.startexAt}
        to={endexAt(exercise)}
        home={exercise.timeZone}
        viewer={homeTimeZone}
      />
    </div>
  )
}
