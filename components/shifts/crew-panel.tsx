import { useTranslations } from 'next-intl'
import { crewLetter } from '@/lib/shifts/rules'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { LeaveCrew } from './off-buttons'
import { type Candidate, JoinCrew } from './put-on-form'

type Member = { id: string; crew: number; name: string; gone: boolean }
type Props = {
  exerciseId: string
  rota: { id: string; crews: number }
  members: readonly Member[]
  /** null for whoever only reads */
  candidates: readonly Candidate[] | null
}

/** The crews of a rota with their people: whoever joins stands all shifts of the crew. */
export function CrewPanel({ exerciseId, rota, members, candidates }: Props) {
  const t = useTranslations('shifts')
  const crews = Array.from({ length: rota.crews }, (_, i) => i + 1)
  return (
    <Panel title={t('crewsTitle')} note={t('crewsNote')}>
      <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
        {crews.map(crew => {
          const letter = crewLetter(crew)
          const own = members.filter(member => member.crew === crew)
          return (
            <section key={crew} className="grid gap-2" aria-label={t('crew', { letter })}>
              <h3 className="font-semibold">{t('crew', { letter })}</h3>
              {own.length === 0 ? <p className="text-muted">{t('nobodyYet')}</p> : null}
              <ul>
                {own.map(({ id, name, gone }) => (
                  <li key={id} className="flex items-center gap-2">
                    <span className={gone ? 'line-through' : undefined}>{name}</span>
                    {gone ? <Status tone="bad">{t('gone')}</Status> : null}
                    {candidates ? (
                      <LeaveCrew exerciseId={exerciseId} memberId={id} name={name} crew={letter} />
                    ) : null}
                  </li>
                ))}
              </ul>
              {candidates ? (
                <JoinCrew
                  exerciseId={exerciseId}
                  rotaId={rota.id}
                  crew={crew}
                  candidates={candidates}
                  label={t('addTo', { letter })}
                />
              ) : null}
            </section>
          )
        })}
      </div>
    </Panel>
  )
}
