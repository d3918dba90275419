import { useLocale, useTranslations } from 'next-intl'
import { partnerName } from '@/lib/countries/rules'
import type { DeletionLine, DeletionRequests } from '@/lib/erasure/requests/queries'
import { formatInstant } from '@/lib/time-format'
import { StateStatus } from '../registrations/state-status'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { Decision } from './decision'

type Props = { exerciseId: string; requests: DeletionRequests; timeZone: string }

/** Who asks that the own data go, the oldest first, and what was answered of late. */
export function RequestPanel({ exerciseId, requests, timeZone }: Props) {
  const t = useTranslations('personalData')
  return (
    <Panel title={t('requests.title')} note={t('requests.note', { count: requests.open.length })}>
      {requests.open.length === 0 ? <p className="text-muted">{t('requests.none')}</p> : null}
      <ul className="grid divide-y divide-line">
        {requests.open.map(request => (
          <li key={request.id} className="grid gap-2 py-3 first:pt-0">
            <Line request={request} timeZone={timeZone} />
            <Decision
              exerciseId={exerciseId}
              deletionId={request.id}
              name={nameOf(request)}
              leaves={['submitted', 'endorsed', 'waitlisted', 'confirmed'].includes(
                request.registration.state,
              )}
            />
          </li>
        ))}
      </ul>
      {requests.decided.length === 0 ? null : (
        <details className="mt-3">
          <summary className="min-h-6 cursor-pointer text-muted">
            {t('requests.decided', { count: requests.decided.length })}
          </summary>
          <ul className="grid divide-y divide-line">
            {requests.decided.map(request => (
              <li key={request.id} className="py-3">
                <Line request={request} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

const nameOf = ({ registration: { givenName, familyName } }: DeletionLine) => `${givenName} ${familyName}`

function Line({ request, timeZone }: { request: DeletionLine; timeZone: string }) {
  const t = useTranslations('personalData')
  const locale = useLocale()
  const { registration, askedAt, note, decidedAt, granted, answer, decidedBy } = request
  const at = (instant: number) => formatInstant(instant, { timeZone, locale, style: 'dateTime' })
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong className="font-medium">{nameOf(request)}</strong>
        <span className="text-muted">
          {[partnerName(registration.participation.partner, locale), registration.role.name].join(' · ')}
        </span>
        {decidedAt === null ? <StateStatus state={registration.state} /> : null}
      </p>
      <p className="text-muted text-note">{t('requests.askedAt', { at: at(askedAt) })}</p>
      {note === '' ? null : <p className="mt-1 max-w-prose whitespace-pre-wrap">{note}</p>}
      {decidedAt === null ? null : (
        <p className="mt-1">
          <Status tone={granted ? 'good' : 'bad'}>
            {t(granted ? 'requests.granted' : 'requests.refused', {
              at: at(decidedAt),
              by: decidedBy?.name ?? t('requests.somebody'),
            })}
          </Status>
          {answer === '' ? null : <span className="ms-2">{answer}</span>}
        </p>
      )}
    </div>
  )
}
