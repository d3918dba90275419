import { createHash } from 'node:crypto'
import { demoPeople } from '@/lib/accounts/demo-people'
import { isAsked } from '@/lib/questions/rules'
import { hasEnded } from '@/lib/registrations/own-part/rules'
import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Exercise, Question, Registration } from '../client/client'
import { accountOf } from './history'
import { type Random, randomOf } from './random'
import { hall } from './teams'
import { type Making, one, put } from './world'

const consentText = `The Harbour Centre keeps your name, your address, your role and what you answer here to run Baltic Lantern: to give you a seat, an account on the range and a badge.

Your delegation and the staff of the exercise see it. Diet, access needs and travel are seen only by you, those who lead your delegation and those who look after you on site.

What you need is erased 30 days after the exercise; the rest loses your name a year after it.`

/** What the main exercise asks of its experts, and what many of them have said. A random of its own keeps the rest of
 * the demo as it was. */
export function addOwnParts(making: Making, exercise: Exercise): void {
  const own: Making = { ...making, random: randomOf(0x4f57_4e50, making.dates.now + DAY) }
  Object.assign(exercise, {
    consentText,
    consentVersion: 2,
    legalBasis: 'public_task',
    legalBasisNote: 'Agreement on the Lantern programme, article 9',
    dataController: 'Harbour Centre for Cyber Exercises',
    dataContact: 'data.protection@harbour.example',
  } satisfies Partial<Exercise>)
  const questions = addQuestions(own, exercise)
  const { email } = one(demoPeople, person => person.role === 'expert')
  for (const row of own.world.Registration.filter(({ exerciseId }) => exerciseId === exercise.id)) {
    if (row.state === 'draft' || hasEnded(row.state)) continue
    if (row.email === email) fillIn(own, row, questions, { all: false })
    else if (own.random.chance(0.6)) fillIn(own, row, questions, { all: own.random.chance(0.85) })
  }
  addLinks(own, exercise)
}

type Asked = Question & { roleIds: string[]; siteIds: string[]; say: (random: Random) => string }
type Plan = Pick<Question, 'kind' | 'wording' | 'help' | 'required'> & {
  options?: string[]
  role?: string
  site?: string
  say: (random: Random) => string
}

const sizes = ['XS', 'S', 'M', 'L', 'XL', 'XXL']
const plans: readonly Plan[] = [
  {
    kind: 'choice',
    wording: 'T-shirt size',
    help: 'Everybody on site wears the colour of the team.',
    required: true,
    options: sizes,
    site: hall,
    say: random => random.pick(sizes),
  },
  {
    kind: 'yes_no',
    wording: 'Do you bring a laptop of your own?',
    help: 'It is scanned at the door.',
    required: true,
    say: random => (random.chance(0.7) ? 'yes' : 'no'),
  },
  {
    kind: 'number',
    wording: 'Years of experience in this role',
    help: '',
    required: false,
    say: random => String(random.whole(1, 22)),
  },
  {
    kind: 'text',
    wording: 'Which forensics tools do you work with?',
    help: 'We have licences for some of them.',
    required: true,
    role: 'Digital forensics expert',
    say: random => random.pick(['Autopsy, Volatility', 'X-Ways', 'Velociraptor and Plaso', 'EnCase']),
  },
]

function addQuestions({ world, random }: Making, exercise: Exercise): Asked[] {
  const here = { exerciseId: exercise.id }
  return plans.map(({ role, site, say, options = [], ...plan }, position) => {
    const question = put(world.Question, { id: random.id(), ...here, ...plan, options, position, version: 1 })
    const own = { ...here, questionId: question.id }
    const named = <Row extends { exerciseId: string; name: string; id: string }>(
      rows: Row[],
      name?: string,
    ) =>
      name === undefined ? [] : [one(rows, row => row.exerciseId === exercise.id && row.name === name).id]
    const [roleIds, siteIds] = [named(world.Role, role), named(world.Site, site)]
    for (const roleId of roleIds) put(world.QuestionRole, { ...own, roleId })
    for (const siteId of siteIds) put(world.QuestionSite, { ...own, siteId })
    return { ...question, roleIds, siteIds, say }
  })
}

const diets = ['vegetarian', 'no pork', 'vegan', 'no nuts', 'halal', 'no lactose']

/** As the person did it: some weeks ago, before the text about the data was last changed or after it. */
function fillIn(making: Making, row: Registration, questions: readonly Asked[], { all }: { all: boolean }) {
  const { world, random, dates } = making
  const daysAgo = random.whole(1, 28)
  const at = dateOf(dates.now - daysAgo * DAY)
  Object.assign(row, { filledAt: at, agreedAt: at, agreedVersion: daysAgo > 21 ? 1 : 2 })
  const { exerciseId, id: registrationId, version } = row
  const asked = questions.filter(question => isAsked(question, row))
  for (const question of all ? asked : asked.slice(0, -1)) {
    if (!question.required && random.chance(0.4)) continue
    const value = question.say(random)
    put(world.Answer, { exerciseId, registrationId, questionId: question.id, value, version })
  }
  if (!random.chance(0.3)) return
  const onSite = row.presence === 'on_site'
  const startexAt = one(world.Exercise, one => one.id === exerciseId).startexAt.getTime()
  put(world.RegistrationNeeds, {
    ...{ registrationId, exerciseId, version },
    diet: random.chance(0.8) ? random.pick(diets) : null,
    accessNeeds: random.chance(0.1) ? 'step-free way to the hall' : null,
    arrivalAt: onSite ? dateOf(startexAt - DAY + random.whole(2, 12) * 3_600_000) : null,
    departureAt: onSite ? dateOf(startexAt + 5 * DAY + random.whole(2, 12) * 3_600_000) : null,
    travelNote: onSite && random.chance(0.5) ? 'By train from the airport' : null,
  })
}

/** Japan's contact has sent some their personal links; a few have looked. Nobody knows the tokens. */
function addLinks(making: Making, exercise: Exercise): void {
  const { world, random, dates } = making
  const contact = accountOf(making, 'contact_jpn')
  const own = one(world.Membership, ({ accountId }) => accountId === contact.id)
  const people = world.Registration.filter(
    row => row.participationId === own.participationId && row.filledAt === null && !hasEnded(row.state),
  )
  for (const { id: registrationId } of people.filter((_, index) => index % 3 === 0).slice(0, 24)) {
    const sentAt = dates.now - random.whole(2, 12) * DAY
    const id = random.id()
    put(world.RegistrationLink, {
      ...{ id, exerciseId: exercise.id, registrationId, createdById: contact.id, revokedAt: null },
      tokenHash: createHash('sha256').update(`nobody’s token: ${id}`).digest('hex'),
      createdAt: dateOf(sentAt),
      openedAt: random.chance(0.5) ? dateOf(sentAt + random.whole(1, 30) * 3_600_000) : null,
    })
  }
}
