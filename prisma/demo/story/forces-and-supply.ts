import { beat, type StoryPlan } from './plan'

export const military: StoryPlan = {
  name: 'Host nation: the road to Camp Alder',
  summary:
    'A brigade of partners comes through Marevia. Trains, meals, passes and fuel hang on civil systems that were never meant for it. Each delay is small; together they show where the brigade is and when.',
  role: 'Liaison officer',
  objectives: ['2.3', '4.2', '5.2'],
  voices: {
    E: 'Movement Control, Camp Alder',
    P: 'Gate guard, Camp Alder',
    N: 'Radio Marevia',
    S: 'Voice of the True North',
    R: 'Joint Operations Staff of Marevia',
    O: 'Joint Operations Staff of Marevia',
  },
  cell: 'HICON',
  pressure: [
    beat(
      'S | Pictures of {place} with times and plates | Somebody at {place} collects them neatly. | Have the collection assessed; ask hosts, not guests, to speak.',
    ),
    beat(
      'N | Radio asks whether {place} disturbs the harvest | A kind question with a map. | Answer without the map.',
    ),
    beat(
      'E | A partner nation asks why its people wait at {place} | Its colonel is polite for the second time. | Give a time and keep it.',
    ),
  ],
  contingencies: [
    beat(
      'O | Movement past {place} is halted for six hours | The staff halts until somebody can say what is known. | Propose what moves first and how. | Teams cannot vouch for {place} by the evening.',
    ),
    beat(
      'P | A driver follows the wrong order at {place} | He turned left because the tablet said so. | Bring him back by voice, and take tablets out of use. | {what} is not passed on to movement control.',
    ),
  ],
  red: [
    beat(
      'T | Red reads the train plan of {place} | A read-only account of a feed company. | Never changed, only read.',
    ),
    beat(
      'T | Red prints passes for {place} | Six passes with faces of the red team, four of which should work. | Used by actors in sight of the umpires.',
    ),
  ],
  incidents: [
    {
      name: 'Trains that are too long',
      summary: 'Rail plans are changed so that trains do not fit.',
      what: 'altered train plans',
      places: ['Halden yard', 'the Sorne ramp', 'the border station'],
      techniques: ['T1565.001', 'T1199'],
      beats: [
        beat(
          'E | A train of 740 metres is sent to {place} | {place} takes 600. Somebody changed one digit last night. | Find all plans with that change and reroute today’s.',
        ),
        beat(
          'P | {place} is blocked by its own help | The shunter sent to help stands on the only free track. | Solve it with the dispatcher on the phone.',
        ),
        beat(
          'R | What does {place} cost the brigade | In hours, for whom, and what can be moved by road. | Give hours, not percentages.',
        ),
      ],
    },
    {
      name: 'Passes',
      summary: 'People come in who are not on any list.',
      what: 'passes that nobody issued',
      places: ['Gate North', 'the mess hall', 'the signals compound'],
      techniques: ['T1078', 'T1556'],
      cwes: ['CWE-347'],
      beats: [
        beat(
          'P | Guard at {place} has two people with one name | Both passes open {place}. One of them is in a hurry. | Stop both, politely, and find out how the second was made.',
        ),
        beat(
          'T | Issuing station of {place} was on at night | Eleven passes between two and three. | List them, block them, and ask who has seen their faces.',
        ),
        beat(
          'O | Check everybody in {place} | The staff wants each person seen by somebody who knows them, by noon. | Plan it without shutting the camp.',
        ),
      ],
    },
    {
      name: 'Meals and fuel',
      summary: 'Suppliers get orders that nobody gave.',
      what: 'forged supply orders',
      places: ['the bakery contract', 'the fuel depot', 'the laundry contract'],
      techniques: ['T1566.002', 'T1684.001'],
      beats: [
        beat(
          'E | {place} gets an order times ten | From the right address, with the right number, at the right time. | Agree on a call back for each order from now on.',
        ),
        beat(
          'R | {place} tells an outsider how many we are | Whoever reads the orders counts the brigade. | Assess what can be read from them, and blur it.',
        ),
        beat(
          'P | The supplier of {place} wants to be paid | “I have baked it. Who pays?” | Let legal and supply answer together, today.',
        ),
      ],
    },
    {
      name: 'Position',
      summary: 'Positions of vehicles drift by hundreds of metres.',
      what: 'drifting positions',
      places: ['the lead convoy', 'the bridge company', 'the medical column'],
      techniques: ['T1557', 'T1565.002'],
      beats: [
        beat(
          'T | {place} drives through a lake | Its track does; the drivers are dry. | Tell a jammed from a forged signal and warn the others.',
        ),
        beat(
          'P | {place} stops and asks for a map | “On paper. I am serious.” | Get one there, and a person who can read it.',
        ),
        beat(
          'O | Go on with {place} or wait | The staff wants a recommendation in five minutes. | Recommend with the risk of both.',
        ),
      ],
    },
    {
      name: 'Letters from home',
      summary: 'Families are written to.',
      what: 'messages to families',
      places: [
        'the families of the signals company',
        'the families of the medics',
        'the families of the drivers',
      ],
      techniques: ['T1589', 'T1585.002'],
      beats: [
        beat(
          'S | Messages about an accident reach {place} | In their own languages, with names and a number to call. | Have commanders call first; give them the list.',
        ),
        beat(
          'R | Who knew the numbers of {place} | There is one list. It was sent by mail, twice. | Find both recipients.',
        ),
        beat(
          'I | A soldier of {place} wants to go home | He knows it is forged. He wants to go all the same. | Not a technical question: say so and call somebody.',
        ),
      ],
    },
  ],
}

export const supplyChain: StoryPlan = {
  name: 'Update Friday: a library everybody uses',
  summary:
    'A small library for reading dates is in half of Marevia’s software. Its keeper is tired and hands it on to a helpful stranger. From then on each update carries a guest. Teams must find it in what they run and tell others how.',
  role: 'Incident responder',
  objectives: ['1.3', '2.2', '5.1'],
  voices: {
    E: 'Maintainers of “almanac”',
    P: 'Kivi Software, support',
    N: 'Ledger Technology',
    S: 'Developers of Marevia',
    R: 'National Response Team of Marevia',
    O: 'National Response Team of Marevia',
  },
  cell: 'LOCON',
  pressure: [
    beat(
      'S | Developers argue about {place} in public | Half of what they say is right, and it is read by the intruders too. | Give them a place to say it that is not public.',
    ),
    beat(
      'N | Ledger Technology asks for a list of those who run {what} | By name. | Say why there is no list, and what each can check.',
    ),
    beat(
      'R | National team wants one indicator for {place} that works everywhere | Not ten. One. | Choose it and say what it misses.',
    ),
  ],
  contingencies: [
    beat(
      'O | Everybody takes {place} off the network at noon | By order. Nobody has asked what depends on it. | Say within the hour what breaks. | No team has found the guest in {place} by noon.',
    ),
    beat(
      'E | The old keeper of the library writes about {place} | He is sorry, he is ill, and he has the mails. | Answer him kindly and secure them. | Nobody asks who handed the library on.',
    ),
  ],
  red: [
    beat(
      'T | Red adds the guest to the build of {place} | Only in the built package, not in the source. | The trigger is the range’s own domain.',
    ),
    beat(
      'T | Red answers for {place} | The control server answers with a picture of a lighthouse; the order is in its last row. | Switched off with one command.',
    ),
  ],
  incidents: [
    {
      name: 'A new keeper',
      summary: 'A package changes hands.',
      what: 'an unknown maintainer',
      places: ['the package “almanac”', 'the package “tidewords”', 'the build server of Kivi'],
      techniques: ['T1195.001', 'T1585.001'],
      beats: [
        beat(
          'E | {place} has a new maintainer since Tuesday | Friendly, quick, without any past. Released twice since. | Compare what was released with its source.',
        ),
        beat(
          'T | Release of {place} is larger than its source | By 4,112 bytes, in a test file that no test reads. | Take it apart in a closed place and say what it does.',
        ),
        beat(
          'P | Support of Kivi asks whether to withdraw {place} | “Four hundred customers update tonight by themselves.” | Yes or no by six, with the reason.',
        ),
      ],
    },
    {
      name: 'The guest in the house',
      summary: 'The library is found in what teams run themselves.',
      what: 'a guest in own systems',
      places: ['the ticket system', 'the payroll system', 'the door control'],
      techniques: ['T1059.007', 'T1071.001', 'T1574'],
      cwes: ['CWE-506'],
      beats: [
        beat(
          'T | {place} asks for a picture of a lighthouse | Every six hours, at a different minute. | Find all systems that do, before one is cut.',
        ),
        beat(
          'P | The owner of {place} will not have it switched off | “Wages go out tonight.” | Find a way to keep it running in a cage.',
        ),
        beat(
          'R | What did {place} give away | Since Tuesday: what was readable from there? | Answer with what could have been read, and what was.',
        ),
      ],
    },
    {
      name: 'Neighbours',
      summary: 'Others have it too and do not know it.',
      what: 'affected neighbours',
      places: ['the county administrations', 'the ferry company', 'the school network'],
      techniques: ['T1195.002', 'T1210'],
      beats: [
        beat(
          'R | {place} have it and do not answer | Three mails, no answer. | Call. Find the one person who can.',
        ),
        beat(
          'P | The only administrator of {place} is on a boat | He has one bar and ten minutes. | Tell him the three things that matter.',
        ),
        beat(
          'E | {place} have found something else | Older, and not from this story. | Help them without losing this one.',
        ),
      ],
    },
    {
      name: 'The false remedy',
      summary: 'A tool that promises to clean does the opposite.',
      what: 'a false remedy',
      places: ['the “almanac-cleaner”', 'the forged advisory', 'the copied portal'],
      techniques: ['T1036.005', 'T1566.002'],
      beats: [
        beat(
          'S | Everybody recommends {place} | It is signed, it is fast, and it is six hours old. | Test it before anybody recommends it in Marevia’s name.',
        ),
        beat(
          'T | {place} opens what was closed | It removes the guest and leaves a host. | Warn with a sentence that cannot be misread.',
        ),
        beat(
          'N | Press asks whether {place} is the state’s | It carries the state’s arms. | Say no, and show the right one.',
        ),
      ],
    },
    {
      name: 'Who pays',
      summary: 'Liability between a volunteer, a company and a state.',
      what: 'claims for damages',
      places: ['the volunteer', 'Kivi Software', 'the national response team'],
      techniques: ['T1657'],
      beats: [
        beat(
          'E | A law firm writes to {place} | Eleven pages, answer by Monday. | Let legal read it; nobody answers alone.',
        ),
        beat(
          'R | Can the state help {place} | Ministry asks whether and on what ground. | Two options with their ground.',
        ),
        beat(
          'I | {place} asks for somebody to talk to | It has been four days without sleep. | Listen first; then offer what can be offered.',
        ),
      ],
    },
  ],
}
