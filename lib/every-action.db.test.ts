import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Actor, visitor } from './policy'
import { actorWith, farthest, here, holders, tableOf, usualActor } from './policy.fixture'

/**
 * How far each action reaches, for whoever holds one grant; the letters are those of `policy.test.ts`. A new action
 * without a line here fails, and so does a line that no action has any more.
 */
const reaches = `
                                      platform  programme                                             exercise                                         delegation
                                      admin     admin director planner controller registrar observer  director planner controller registrar observer   contact deputy reader expert
account.ask_deletion                  A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
account.choose_locale                 A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
account.choose_time_zone              A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
account.link_people                   A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
account.revoke_session                A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
account.sign_out_elsewhere            A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
account.update_profile                A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
activity.add                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
activity.edit                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
activity.remove                       A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
agenda_item.add                       A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
agenda_item.edit                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
agenda_item.remove                    A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
attachment.add                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
attachment.remove                     A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
attack_release.add                    A         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
attack_release.remove                 A         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
attendance.attend                     A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
attendance.cancel                     A         p     p        p       .          p         .         e        e       .          e         .          d       d      .      .
attendance.cancel_any                 A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
attendance.cancel_by_link             .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
attendance.cancel_own                 A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
attendance.sign_up                    A         p     p        p       .          p         .         e        e       .          e         .          d       d      .      .
attendance.sign_up_by_link            .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
attendance.sign_up_guest              A         p     p        p       .          p         .         e        e       .          e         .          d       d      .      .
attendance.sign_up_partner            A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
attendance.sign_up_self               .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      o
attendance.switch                     A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
baseline.add                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
baseline.remove                       A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
calendar.follow                       A         p     p        p       p          p         p         e        e       e          e         e          e       e      e      e
calendar.revoke                       A         A     A        A       A          A         A         A        A       A          A         A          A       A      A      A
catalogue.bring_in                    A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
catalogue.edit                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
catalogue.keep                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
catalogue.remove                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
catalogue.retire                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
clash.accept                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
clash.reopen                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
company.add                           A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
company.edit                          A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
company.remove                        A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
consent.edit                          A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
crew.join                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
crew.leave                            A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
delivery_mode.add                     A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
delivery_mode.edit                    A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
delivery_mode.move                    A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
delivery_mode.remove                  A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
digest.send                           .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
erasure.identities                    .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
erasure.letters                       .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
erasure.needs                         .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
double.decide                         A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
double.reopen                         A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
duty.put_on                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
duty.take_off                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
exercise.clone                        A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
exercise.create                       A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
exercise.edit                         A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
exercise.found                        A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
exercise.embedding                    A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
exercise.letterhead                   A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
exercise.retention                    A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
exercise.status                       A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
gate.add                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
gate.edit                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
gate.remove                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
incident.add                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
incident.edit                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
incident.move                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
incident.remove                       A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
inject.add                            A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
inject.duplicate                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
inject.edit                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
inject.remove                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
inject.state                          A         p     p        p       p          .         .         e        e       e          .         .          .       .      .      .
inject.restore                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
invitation.invite_administrator       A         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
invitation.invite_company_contact     A         p     p        .       .          p         .         e        .       .          e         .          d       .      .      .
invitation.invite_contact             A         p     p        .       .          p         .         e        .       .          e         .          d       .      .      .
invitation.invite_programme_staff     A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
invitation.invite_staff               A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
invitation.offer_first_administrator  .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
invitation.revoke                     A         p     p        .       .          p         .         e        .       .          e         .          d       .      .      .
leg.add                               A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
leg.edit                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
leg.remove                            A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
mail.send_again                       A         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
member.change_contact                 A         p     p        .       .          p         .         e        .       .          e         .          d       .      .      .
member.change_role                    A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
member.remove                         A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
member.remove_administrator           A         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
member.remove_contact                 A         p     p        .       .          p         .         e        .       .          e         .          d       .      .      .
msel_column.add                       A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_column.add_set                   A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_column.edit                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_column.move                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_column.remove                    A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_import.gates                     A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_import.keep                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_import.names                     A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
msel_view.add                         A         p     p        p       p          .         .         e        e       e          .         .          .       .      .      .
msel_view.remove                      A         p     p        p       p          .         .         e        e       e          .         .          .       .      .      .
nation.date                           A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
nation.invite                         A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
nation.remove                         A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
nation.step                           A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
objective.add                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
objective.edit                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
objective.move                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
objective.remove                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
partner.add                           A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
partner.step                          A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
persona.add                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
persona.edit                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
persona.remove                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
phase.add                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
phase.edit                            A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
phase.remove                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
plan.move                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
plan.move_back                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
programme.create                      A         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
question.add                          A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
question.edit                         A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
question.move                         A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
question.remove                       A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
quota.cancel_cut                      A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
quota.cut                             A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
quota.remove                          A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
quota.set                             A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.check_in                 A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.confirm                  A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.decide_deletion          A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.decline                  A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.discard                  A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.edit                     A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.endorse                  A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.fill                     .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      o
registration.move                     A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.needs                    A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.nominate                 A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.priority                 A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.reopen                   A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.revoke_link              A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.send_link                A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.set_back                 A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.submit                   A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.undo_check_in            A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.wait_singly              A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.waitlist                 A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.wish_team                A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.withdraw                 A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
reminder.send                         .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
rest.edit                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
role.add                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
role.edit                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
role.remove                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
roster.add                            A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
roster.drop                           A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
roster.stage                          A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
rota.add                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
rota.edit                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
rota.make                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
rota.remove                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
scenario.choose_attack                A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
scenario.edit                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
scenario.roll_back                    A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
schedule.actual                       A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
scenario_mark.add                     A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
scenario_mark.edit                    A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
scenario_mark.remove                  A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
seat.set                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
series.create                         A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
shift.add                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
shift.edit                            A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
shift.remove                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
sign_up.edit                          A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
sign_up.nation_places                 A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
sign_up.open                          A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
sign_up.places                        A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
sign_up_link.send                     A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
sign_up_link.revoke                   A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
site.add                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
site.edit                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
site.remove                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
storyline.add                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
storyline.edit                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
storyline.move                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
storyline.remove                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team.add                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team.add_series                       A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team.edit                             A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team.nations                          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team.remove                           A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team_kind.add                         A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team_kind.edit                        A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team_kind.remove                      A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
wait.set                              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
`

type Definition = { name: string; may: (actor: Actor, input: object) => boolean }

/** Every action of the house, as its files export them. */
async function actions(): Promise<Definition[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(file => path.basename(file) === 'actions.ts')
    .map(file => path.join(import.meta.dirname, file))
  const modules = await Promise.all(files.map((file): Promise<object> => import(file)))
  return modules.flatMap(module => Object.values(module)).flatMap(one => one.definition ?? [])
}

const all = await actions()
const expected = tableOf(reaches)

/** What a company's contact may do with the own company named; without it nothing. */
const ofCompany = ['registration.discard', 'registration.edit', 'registration.nominate']

test('a company’s contact does with the own company’s people what is listed here, and nothing else', () => {
  const contact = usualActor('company_contact')
  const may = (subject: object) =>
    all
      .filter(({ may }) => may(contact, subject))
      .map(({ name }) => name)
      .filter(name => !own.test(name))
  expect(may({ ...here, ofCompany: here.companyId }).sort()).toEqual(ofCompany)
  expect(may(here)).toEqual([])
  expect(may({ ...here, ofCompany: 'another of the delegation' })).toEqual([])
})

function reachOf(actor: Actor, { may }: Definition): string {
  // The least that may be given away, where an action gives a role; the plan itself, where it follows a calendar or moves
  // a part of it.
  const least = { role: 'observer', kind: 'exercise', operation: { kind: 'skip_weekend' } }
  return farthest(subject => may(actor, { ...subject, fromId: subject.exerciseId, ...least }))
}

test('every action has its line', () => {
  expect([...expected.keys()].sort()).toEqual(all.map(({ name }) => name).sort())
})

/** Only what is about the own account, or the own place at a course, is open to whoever has one. */
const own = /^account\.|^attendance\.cancel_own$|^calendar\.revoke$/

test.each(all)('$name', definition => {
  const letters = holders.map(([name, actor]) => `${name}: ${reachOf(actor, definition)}`)
  const wanted = holders.map(([name], at) => `${name}: ${expected.get(definition.name)?.[at]}`)
  expect(letters).toEqual(wanted)
  expect(reachOf(visitor, definition)).toBe('.')
  expect(reachOf(actorWith(), definition)).toBe(own.test(definition.name) ? 'A' : '.')
})
