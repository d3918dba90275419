import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { openDelegation } from '@/app/delegation/open-delegation'
import { ActionForm } from '@/components/action-form'
import { LinkPanel } from '@/components/own-part/link-panel'
import { NeedsPanel } from '@/components/own-part/needs-panel'
import { AnswerFacts } from '@/components/registrations/answer-facts'
import { AnswerFields } from '@/components/registrations/answer-fields'
import { PersonActs } from '@/components/registrations/person-acts'
import { PersonFacts } from '@/components/registrations/person-facts'
import { PersonFields } from '@/components/registrations/person-fields'
import { StateStatus } from '@/components/registrations/state-status'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listCompanies } from '@/lib/companies/queries'
import { agreementOf } from '@/lib/consent/rules'
import { missingOf } from '@/lib/questions/rules'
import { editRegistration } from '@/lib/registrations/actions'
import { getAnswers, listAskedQuestions } from '@/lib/registrations/answers/queries'
import { editProblem } from '@/lib/registrations/door/rules'
import { getLink } from '@/lib/registrations/links/queries'
import { getNeeds } from '@/lib/registrations/own-part/queries'
import { ownPartProblem } from '@/lib/registrations/own-part/rules'
import { getRegistration } from '@/lib/registrations/queries'
import { holdsSeat } from '@/lib/registrations/rules'
import { windowStateAt } from '@/lib/schedule/rules'
import { formatInstant } from '@/lib/time-format'

type Props = PageProps<'/delegation/[participationId]/people/[registrationId]'>

async function openPerson({ params }: Props) {
  const opened = await openDelegation(params)
  const { registrationId } = await params
  const known = z.uuid().safeParse(registrationId).success
  const person = known ? await getRegistration(opened.actor, opened.owner, registrationId) : null
  if (!person) notFound()
  return { ...opened, person, fullName: `${person.familyName} ${person.givenName}` }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await openPerson(props)).fullName }
}

/** One person of a delegation: where the registration stands, what can be done, what is written. */
export default async function PersonPage(props: Props) {
  const { actor, delegation, owner, person, fullName, name, now, party, mayNominate, timeZone } =
    await openPerson(props)
  const { exerciseId } = owner
  const [t, locale, companies, questions, answers, needs, link] = await Promise.all([
    getTranslations('delegation'),
    getLocale(),
    listCompanies(actor, exerciseId, owner.participationId),
    listAskedQuestions(actor, exerciseId),
    getAnswers(actor, exerciseId, person.id),
    getNeeds(actor, exerciseId, person.id),
    getLink(actor, exerciseId, person.id),
  ])
  const path = `/delegation/${delegation.id}`
  const { exercise, accession, window, roles, sites } = delegation
  const door = { ...exercise, accession, window }
  const problem = editProblem(door, party, now)
  // Somebody may sit in a team that is none of the delegation's own.
  const elsewhere =
    person.team && !delegation.teams.some(team => team.id === person.teamId) ? [person.team] : []
  const choices = { roles, sites, companies, teams: [...delegation.teams, ...elsewhere] }
  const missing = missingOf(questions, person, answers)
  const ids = { ...owner, registrationId: person.id }
  const writable = mayNominate && !problem
  return (
    <Words namespaces={['decisions', 'ownPart', 'moments']}>
      <PageHeader
        title={fullName}
        breadcrumbs={[{ label: name, href: path }, { label: fullName }]}
        lead={
          <>
            <StateStatus state={person.state} reason={person.stateReason} />{' '}
            {t('since', { date: formatInstant(person.stateAt, { timeZone, locale, style: 'dateTime' }) })}
          </>
        }
        actions={
          mayNominate ? (
            <PersonActs
              {...{ owner, party, path }}
              late={windowStateAt(window, now) === 'closed'}
              line={delegation.line}
              person={{
                id: person.id,
                state: person.state,
                roleId: person.roleId,
                siteId: person.siteId,
                grouped: person.waitGroupId !== null,
              }}
              quotas={delegation.quotas.map(({ role, site, ...quota }) => ({
                ...quota,
                name: role?.name ?? site?.name ?? '',
              }))}
            />
          ) : undefined
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <Panel {...(holdsSeat(person.state) ? { note: t('confirmedNote'), title: t('editTitle') } : {})}>
          {writable ? (
            <ActionForm
              action={editRegistration}
              submit={t('saveEdit')}
              hidden={{ ...ids, version: person.version }}
              done={t('saved')}
            >
              <PersonFields values={person} seated={holdsSeat(person.state)} {...choices} />
              {questions.length > 0 ? <h2 className="font-semibold">{t('answersTitle')}</h2> : null}
              <AnswerFields questions={questions} values={answers} place={person} />
            </ActionForm>
          ) : (
            <div className="grid gap-4">
              <PersonFacts person={person} {...choices} locale={locale} />
              <AnswerFacts questions={questions} values={answers} place={person} locale={locale} />
            </div>
          )}
        </Panel>
        <div className="grid gap-4">
          <LinkPanel
            {...{ owner, link }}
            registrationId={person.id}
            filledAt={person.filledAt}
            agreedAt={person.agreedAt}
            agreement={agreementOf(person.agreedVersion, person.exercise)}
            missing={missing.map(({ wording }) => wording)}
            mayRevoke={mayNominate}
            maySend={mayNominate && !ownPartProblem(door, person.state, now)}
            email={person.email}
            say={at => formatInstant(at, { timeZone, locale, style: 'dateTime' })}
          />
          {needs ? (
            <NeedsPanel
              {...{ ids, needs, writable, locale, exercise }}
              version={person.version}
              viewer={timeZone}
            />
          ) : null}
        </div>
      </div>
    </Words>
  )
}
