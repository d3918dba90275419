import { beat, type StoryPlan } from './plan'

export const telecom: StoryPlan = {
  name: 'Telecom: a country without numbers',
  summary:
    'Signalling between Marevia’s operators and their roaming partners is abused: calls go astray, codes are read, and at last emergency calls fail. Operators compete and must help each other within hours.',
  role: null,
  objectives: ['1.1', '2.2', '4.2'],
  voices: {
    E: 'Marefon, network operations',
    P: 'Marefon, duty manager',
    N: 'Harbour Gazette',
    S: 'Marefon Customers',
    R: 'Telecom Regulator of Marevia',
    O: 'Crisis Staff of Marevia',
  },
  cell: 'LOCON',
  pressure: [
    beat(
      'N | No calls from {place}: the Gazette drives there | A reporter drives to {place} to find out what nobody could tell her by phone. | Have somebody there who may speak.',
    ),
    beat(
      'S | Customers of {place} say their codes were used | Forty people round {place} write that somebody confirmed payments with codes they never saw. | Answer where they wrote, and tell the banks first.',
    ),
    beat(
      'R | Regulator asks for numbers on {place} every hour | Customers affected, since when, until when. | Report every hour, also when nothing has changed.',
    ),
  ],
  contingencies: [
    beat(
      'E | Competitor offers its network at {place} | The rival offers national roaming at {place} for a day, against a signature before six. | Check what that opens up, and answer in time. | {what} lasts for two hours.',
    ),
    beat(
      'O | Loudspeaker vans for {place} | The crisis staff sends vans to tell people where to go in need. It needs the text. | Write five sentences that can be understood from a moving van. | Emergency calls at {place} fail for more than fifteen minutes.',
    ),
  ],
  red: [
    beat(
      'T | Red leases a signalling title near {place} | A title of a small roaming partner is good for location requests at {place}. | Only range subscribers are asked for.',
    ),
    beat(
      'T | Red readies a flood of registrations at {place} | Two hundred thousand registrations in six minutes, as after a power cut. | Stopped by hand at any time.',
    ),
  ],
  incidents: [
    {
      name: 'Where is the minister',
      summary: 'Somebody asks the network where certain people are.',
      what: 'foreign location requests',
      places: ['the capital', 'the border district', 'the naval base'],
      techniques: ['T1591', 'T1082'],
      beats: [
        beat(
          'T | Location requests for six numbers in {place} | A partner abroad asks every four minutes where six subscribers in {place} are. Two belong to the cabinet. | Block the requests and find who else was asked for.',
        ),
        beat(
          'P | Duty manager wants to cut the partner off {place} | “Cutting them strands nine hundred tourists. Yes or no?” | Advise with a finer filter than yes or no.',
        ),
        beat(
          'R | Regulator wants to tell the persons concerned in {place} | Who tells a minister that he was followed, and what with? | Draft the message with legal.',
        ),
      ],
    },
    {
      name: 'Stolen codes',
      summary: 'One-time codes are read on their way.',
      what: 'codes read on their way',
      places: ['the Halden region', 'the university quarter', 'the islands'],
      techniques: ['T1111', 'T1557'],
      beats: [
        beat(
          'E | Codes for {place} take a detour | Messages with codes for {place} go through a gateway that joined the route table on Friday. | Remove the gateway, and list whose codes it saw.',
        ),
        beat(
          'P | Bank stops codes by message in {place} | The fraud desk wants another way by tonight. | Say which ways are safe and for whom they do not work.',
        ),
        beat(
          'I | Shop owner of {place} brings her phone | Her number was moved to another card while she was speaking. | Secure the phone and explain what to do next.',
        ),
      ],
    },
    {
      name: 'Roaming partners leave',
      summary: 'Partners disconnect one after the other.',
      what: 'partners who disconnect',
      places: ['the northern neighbours', 'the Solvane operators', 'the satellite provider'],
      techniques: ['T1498', 'T1565.002'],
      beats: [
        beat(
          'E | {place} disconnect at noon | {place} see attacks “from Marevia” and will disconnect at noon unless they stop. | Show that the source is forged or stop it, before noon.',
        ),
        beat(
          'R | What a day without {place} costs | The regulator asks for lorries, ships and tourists that would be without a line. | Estimate with what is at hand and say so.',
        ),
        beat(
          'O | Ask {place} for help openly | The staff wants a text for all partners: what happened, what Marevia does, what it asks for. | Write it so that it may be read by adversaries too.',
        ),
      ],
    },
    {
      name: 'Masts on fire',
      summary: 'Rumours about masts become deeds.',
      what: 'attacks on masts',
      places: ['Vellin Hill', 'Sorne Tower', 'the Ilmarand ridge'],
      techniques: ['T1585.001'],
      beats: [
        beat(
          'S | “{place} makes you ill” | A channel with nine thousand readers names the address of {place} and a time. | Warn the operator and the police; do not argue with the channel.',
        ),
        beat(
          'P | A technician was threatened at {place} | He was told to leave; his van’s tyres are flat. | Get him out, then think about the mast.',
        ),
        beat(
          'T | {place} is down, and not by fire | The mast burns at its foot, but it went silent nine minutes before. | Tell the two causes apart.',
        ),
      ],
    },
    {
      name: 'Emergency number',
      summary: 'Calls for help end nowhere.',
      what: 'lost emergency calls',
      places: ['the eastern counties', 'the coast', 'the capital’s suburbs'],
      techniques: ['T1499.002', 'T1565.002'],
      cwes: ['CWE-400'],
      beats: [
        beat(
          'P | Emergency calls from {place} ring and ring | Dispatch hears nothing while callers from {place} hear it ring. Two people died, as far as is known. | Everything else waits: find another route now.',
        ),
        beat(
          'T | Routes of {place} lead in a circle | Calls are handed on between three exchanges until they time out. | Break the circle by hand and keep the table as evidence.',
        ),
        beat(
          'N | “Who answers when nobody answers?” | The evening news opens with {place}. | One person speaks, for everybody, with what is certain.',
        ),
      ],
    },
  ],
}

export const election: StoryPlan = {
  name: 'The vote: doubts that vote along',
  summary:
    'Marevia votes on an agreement with its neighbours. A campaign run from Kestria does not alter one ballot: it only makes sure that nobody believes the count. Strategic communication, law and a little forensics.',
  role: 'Strategic communications officer',
  objectives: ['3.2', '3.3', '4.1'],
  voices: {
    E: 'Electoral Commission of Marevia',
    P: 'Electoral Commission, press office',
    N: 'Radio Marevia',
    S: 'Voice of the True North',
    R: 'Electoral Commission of Marevia',
    O: 'Strategic Cell of the Prime Minister',
  },
  cell: 'Media cell',
  pressure: [
    beat(
      'N | Radio Marevia wants a voice on {place} | Five minutes live, at seven, with the opposition’s speaker in the studio. | Decide who speaks, and give three sentences that hold.',
    ),
    beat(
      'S | Voice of the True North “proves” {what} | A film with maps and music shows {place}. It mixes two true numbers with one false one. | Name the false number, confirm the true ones.',
    ),
    beat(
      'E | An observer asks about {place} | The observers’ mission asks six polite questions and publishes the answers. | Answer all six, also the awkward one.',
    ),
  ],
  contingencies: [
    beat(
      'S | A minister shares the false film about {place} | He shares it “as a question”. It now has his name on it. | Advise the minister’s office within minutes. | Nobody answers {what} within two hours.',
    ),
    beat(
      'O | Strategic cell wants to switch the channel off | May the state have it taken down, and would that help? | Advise on law and effect, apart from each other. | Violence is announced at {place}.',
    ),
  ],
  red: [
    beat(
      'S | Red warms up accounts from {place} | Forty accounts that have spoken of weather and football for a month begin to ask questions. | Only on the range’s network.',
    ),
    beat(
      'T | Red copies the page of results of {place} | A page one letter beside the real one, a minute faster than it. | Goes online with the first results.',
    ),
  ],
  incidents: [
    {
      name: 'The lost register',
      summary: 'A copy of the voters’ register is offered for sale.',
      what: 'a register for sale',
      places: ['Vellin county', 'Sorne county', 'the islands'],
      techniques: ['T1213', 'T1589'],
      beats: [
        beat(
          'E | Register of {place} offered for sale | Somebody offers the register of {place} for 3,000 coins, with a sample of fifty names. Forty-eight are right. | Find out whether it came from the Commission or from elsewhere.',
        ),
        beat(
          'P | Press office asks whether {place} may vote | “Three stations already ask. Is the vote safe? Yes or no, and why?” | Part the question: what a register is and what a ballot is.',
        ),
        beat(
          'R | Data protection authority starts its clock on {place} | Seventy-two hours, from when? | Let legal say from when, and write it down.',
        ),
      ],
    },
    {
      name: 'Closed stations',
      summary: 'Messages send voters to the wrong place on the wrong day.',
      what: 'false polling stations',
      places: ['the old people of Vellin', 'the students of Halden', 'the Solvane minority'],
      techniques: ['T1585.001', 'T1684.001'],
      beats: [
        beat(
          'S | “Your station has moved” goes to {place} | A message with the state’s arms tells {place} of a station that does not exist. | Correct it in the language and on the channel where it came.',
        ),
        beat(
          'P | A teacher stands before forty of {place} at the wrong school | She asks for somebody to come, now. | Send somebody; filming it is better than denying it.',
        ),
        beat(
          'N | Radio asks who gains from keeping {place} away | A question that invites a guess. | Do not attribute. Say what is being done.',
        ),
      ],
    },
    {
      name: 'The machine that never counted',
      summary: 'A forged report says that counting machines are open.',
      what: 'a forged test report',
      places: ['the machines of Sorne', 'the central tally', 'the postal count'],
      techniques: ['T1491.002', 'T1585.001'],
      beats: [
        beat(
          'E | Report finds {place} “open to anybody” | A report with a laboratory’s name describes {place} in detail. The laboratory says that it never tested them; most of the details are right. | Judge it line by line, in public terms.',
        ),
        beat(
          'I | An expert offers to show it on {place} | He has a camera team with him. | Take up what is right in it, and offer a hand count of a sample.',
        ),
        beat(
          'O | Hand count for {place}? | The cell asks what a hand count costs in hours and in trust. | Recommend with numbers.',
        ),
      ],
    },
    {
      name: 'Night of the results',
      summary: 'Two pages show two results.',
      what: 'two different results',
      places: ['the results page', 'the agencies’ feed', 'the television ticker'],
      techniques: ['T1498.001', 'T1584.001', 'T1565.003'],
      beats: [
        beat(
          'T | {place} shows a winner at 3 per cent of the count | {place} shows a result that nobody sent. The right numbers are on paper in forty schools. | Take the false one off and say openly that it was false.',
        ),
        beat(
          'N | Two stations announce two winners from {place} | Each cites {place}. | Get both to say why they differ, within ten minutes.',
        ),
        beat(
          'S | “They have switched it off” | {place} is offline for checks, and that is the story now. | Say before what is done and when it is back.',
        ),
      ],
    },
    {
      name: 'The morning after',
      summary: 'Whether the result is accepted is decided in the courts and in the streets.',
      what: 'challenges to the result',
      places: ['the constitutional court', 'the square of Halden', 'the parliament'],
      techniques: ['T1585.001'],
      beats: [
        beat(
          'R | {place} asks what the teams know | A sober question: which incidents touched the count, which did not, and how is that known? | Answer each by itself, with its evidence.',
        ),
        beat(
          'P | Police want to know who calls people to {place} | They ask for names behind the accounts. | Give what the law allows and say what cannot be known.',
        ),
        beat(
          'O | One text for all ministries on {place} | So that nobody says more than is known. | Five sentences, agreed with all teams that speak.',
        ),
      ],
    },
  ],
}
