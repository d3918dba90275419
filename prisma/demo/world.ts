import type {
  Accession,
  Account,
  Activity,
  ActivityPlaces,
  AgendaItem,
  Answer,
  Attendance,
  CatalogueContent,
  CatalogueEntry,
  CatalogueVersion,
  Change,
  ChangeField,
  Company,
  CrewMember,
  DeletionRequest,
  DeliveryMode,
  Duty,
  Exercise,
  Incident,
  Inject,
  InjectObjective,
  InjectParty,
  InjectValue,
  Leg,
  LogicGate,
  Marker,
  Membership,
  MselColumn,
  Objective,
  Participation,
  ParticipationGate,
  Partner,
  Person,
  Persona,
  Phase,
  Programme,
  Question,
  QuestionRole,
  QuestionSite,
  Quota,
  Registration,
  RegistrationLink,
  RegistrationNeeds,
  RestRules,
  Role,
  Rota,
  Scenario,
  ScenarioMark,
  Seat,
  Series,
  Shift,
  SignUp,
  Site,
  Storyline,
  Team,
  TeamKind,
  TeamNation,
  Wait,
} from '../client/client'
import type { DemoDates } from './moments'
import type { Random } from './random'

/** Every row of the demo, table by table. */
export type World = {
  Account: Account[]
  Programme: Programme[]
  Series: Series[]
  Exercise: Exercise[]
  Phase: Phase[]
  Site: Site[]
  TeamKind: TeamKind[]
  Team: Team[]
  Activity: Activity[]
  Role: Role[]
  Partner: Partner[]
  Participation: Participation[]
  TeamNation: TeamNation[]
  Seat: Seat[]
  ParticipationGate: ParticipationGate[]
  Accession: Accession[]
  Company: Company[]
  Person: Person[]
  Quota: Quota[]
  Registration: Registration[]
  DeletionRequest: DeletionRequest[]
  Question: Question[]
  QuestionRole: QuestionRole[]
  QuestionSite: QuestionSite[]
  Answer: Answer[]
  RegistrationNeeds: RegistrationNeeds[]
  RegistrationLink: RegistrationLink[]
  SignUp: SignUp[]
  ActivityPlaces: ActivityPlaces[]
  Attendance: Attendance[]
  Leg: Leg[]
  AgendaItem: AgendaItem[]
  Membership: Membership[]
  Rota: Rota[]
  Shift: Shift[]
  CrewMember: CrewMember[]
  Duty: Duty[]
  RestRules: RestRules[]
  Scenario: Scenario[]
  ScenarioMark: ScenarioMark[]
  Storyline: Storyline[]
  Incident: Incident[]
  DeliveryMode: DeliveryMode[]
  Persona: Persona[]
  Objective: Objective[]
  MselColumn: MselColumn[]
  LogicGate: LogicGate[]
  CatalogueEntry: CatalogueEntry[]
  CatalogueVersion: CatalogueVersion[]
  CatalogueContent: CatalogueContent[]
  Inject: Inject[]
  InjectParty: InjectParty[]
  InjectObjective: InjectObjective[]
  InjectValue: InjectValue[]
  Wait: Wait[]
  Change: Change[]
  /** numbered by the database */
  ChangeField: Omit<ChangeField, 'id'>[]
  Marker: Marker[]
}

/** The tables in an order in which each stands after those it refers to. */
export function emptyWorld(): World {
  return {
    Account: [],
    Programme: [],
    Series: [],
    Exercise: [],
    Phase: [],
    Site: [],
    TeamKind: [],
    Team: [],
    Activity: [],
    Role: [],
    Partner: [],
    Participation: [],
    TeamNation: [],
    Seat: [],
    ParticipationGate: [],
    Accession: [],
    Company: [],
    Person: [],
    Quota: [],
    Registration: [],
    DeletionRequest: [],
    Question: [],
    QuestionRole: [],
    QuestionSite: [],
    Answer: [],
    RegistrationNeeds: [],
    RegistrationLink: [],
    SignUp: [],
    ActivityPlaces: [],
    Attendance: [],
    Leg: [],
    AgendaItem: [],
    Membership: [],
    Rota: [],
    Shift: [],
    CrewMember: [],
    Duty: [],
    RestRules: [],
    Scenario: [],
    ScenarioMark: [],
    Storyline: [],
    Incident: [],
    DeliveryMode: [],
    Persona: [],
    Objective: [],
    MselColumn: [],
    LogicGate: [],
    CatalogueEntry: [],
    CatalogueVersion: [],
    CatalogueContent: [],
    Inject: [],
    InjectParty: [],
    InjectObjective: [],
    InjectValue: [],
    Wait: [],
    Change: [],
    ChangeField: [],
    Marker: [],
  }
}

/** What every part of the demo is built with. */
export type Making = {
  world: World
  random: Random
  dates: DemoDates
  /** an e-mail that nobody else in the demo has */
  address: (mailbox: string, domain: string) => string
}

/** Adds a row and hands it back. */
export function put<Row>(table: Row[], row: Row): Row {
  table.push(row)
  return row
}

/** The first row that fits. Throws where the demo's own data contradict themselves. */
export function one<Row>(rows: readonly Row[], fits: (row: Row) => boolean): Row {
  const found = rows.find(fits)
  if (found === undefined) throw new Error('The demo refers to a row that it does not have')
  return found
}
