import { useTranslations } from 'next-intl'
import type { RestProblem } from '@/lib/shifts/rest/rules'
import { Status } from '../ui/status'
import { TakeOff } from './off-buttons'
import { RestWarning } from './rest-problem'

export type ShownDuty = {
  id: string
  who: string
  name: string
  nation: string | null
  gone: boolean
  problems: readonly RestProblem[]
}

type Props = {
  exerciseId: string
  shiftId: string
  duties: readonly ShownDuty[]
  /** how many stand it whom the reader may not know */
  others: number
  edits: boolean
}

/** Who stands a shift, with what is wrong beside each name. */
export function DutyNames({ exerciseId, shiftId, duties, others, edits }: Props) {
  const t = useTranslations('shifts')
  return (
    <ul className="grid gap-1">
      {duties.map(({ id, who, name, nation, gone, problems }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2">
          <span className={gone ? 'line-through' : undefined}>{name}</span>
          {nation ? <span className="text-muted text-note">{nation}</span> : null}
          {gone ? <Status tone="bad">{t('gone')}</Status> : null}
          {problems.map(problem => (
            <RestWarning key={`${problem.kind} ${problem.startAt}`} problem={problem} />
          ))}
          {edits ? (
            <TakeOff
              exerciseId={exerciseId}
              shiftId={shiftId}
              dutyId={id}
              who={who}
              name={name}
              gone={gone}
            />
          ) : null}
        </li>
      ))}
      {others > 0 ? <li className="text-muted">{t('others', { count: others })}</li> : null}
    </ul>
  )
}
