import { beat, type StoryPlan } from './plan'

export const lawAndStrategy: StoryPlan = {
  name: 'The line: what Marevia may answer',
  summary:
    'With every incident the question grows: is this an attack, whose is it, and what may be done about it? Legal advisers and decision makers get the same facts as the technicians, later and shorter. Allies ask for evidence, Kestria for an apology.',
  role: 'Legal adviser',
  objectives: ['4.1', '4.2', '4.3'],
  voices: {
    E: 'Ministry of Foreign Affairs of Marevia',
    P: 'Office of the Prime Minister',
    N: 'Radio Marevia',
    S: 'Voice of the True North',
    R: 'Ministry of Foreign Affairs of Marevia',
    O: 'Strategic Cell of the Prime Minister',
  },
  cell: 'HICON',
  pressure: [
    beat(
      'N | A former general calls {what} an act of war | Live, at prime time, with {place} on the map behind him. | Advise the speaker on words that keep doors open.',
    ),
    beat(
      'E | Kestria’s note on {place} arrives | Four lines. It regrets, denies and demands. | Say what must be answered, by when, and what better not.',
    ),
    beat(
      'P | Opposition asks to be told about {place} | In confidence, tonight. | Advise what may be told and in which room.',
    ),
  ],
  contingencies: [
    beat(
      'O | An ally has already attributed {what} | Without asking, with a name. {place} is in the second paragraph. | Advise within the hour whether to join in. | Marevia has not taken a position by noon.',
    ),
    beat(
      'R | Evidence from {place} turns out to be planted | One of the three indicators was left there for us. | Correct the judgement openly. | Teams attribute with high confidence on one source.',
    ),
  ],
  red: [
    beat(
      'T | Red leaves a false trace at {place} | A keyboard layout, a working day and a word in the wrong language. | Two of the three are false; umpires know which.',
    ),
    beat('E | Red writes as a journalist to {place} | To learn what the teams believe. | One mail, no link.'),
  ],
  incidents: [
    {
      name: 'Is this an attack',
      summary: 'Facts are put under the terms of law.',
      what: 'the legal nature of the incidents',
      places: ['the grid incident', 'the port incident', 'the hospital incident'],
      techniques: ['T1591'],
      beats: [
        beat(
          'O | Classify {place} | Use of force, intervention, crime or none of these? The cell wants the criteria, not only the word. | One page: facts, rule, result, doubt.',
        ),
        beat(
          'R | Technical annex to {place} is wanted | What was damaged, for how long, is it reversible? | Get it from the blue team concerned; ask twice.',
        ),
        beat(
          'P | The Prime Minister has ninety seconds for {place} | “Tell me what I may say and what I must not.” | Ninety seconds, spoken.',
        ),
      ],
    },
    {
      name: 'Whose was it',
      summary: 'Attribution, and how sure one must be.',
      what: 'attribution',
      places: ['the grid intruders', 'the forgers of notices', 'the sender of commands'],
      techniques: ['T1583.003', 'T1090'],
      beats: [
        beat(
          'R | Assess who stands behind {place} | Levels of confidence, sources, alternatives. | An assessment that says what would change it.',
        ),
        beat(
          'E | An ally shares what it has on {place} | It may be read, not quoted. | Use it without showing it.',
        ),
        beat(
          'N | A firm names the culprit of {place} | With a logo and a nickname. | Neither confirm nor deny; say when one will speak.',
        ),
      ],
    },
    {
      name: 'What may be answered',
      summary: 'Countermeasures, retorsion, sanctions.',
      what: 'options of response',
      places: ['a public protest', 'sanctions against persons', 'an action in the network'],
      techniques: ['T1588'],
      beats: [
        beat(
          'O | Draw up {place} | Legal ground, addressee, proportion, end. | One page that could be signed.',
        ),
        beat(
          'R | What do partners say to {place} | Three of them, by the evening. | Ask with a text, not with a question.',
        ),
        beat('I | The minister doubts {place} | “And on the day after?” | Answer the day after.'),
      ],
    },
    {
      name: 'Neutrals',
      summary: 'Solvane wants to stay out of it.',
      what: 'the part of Solvane',
      places: ['the servers in Solvane', 'the cable landing at Ness', 'the ship under Solvane’s flag'],
      techniques: ['T1584'],
      beats: [
        beat(
          'E | Solvane asks for patience about {place} | Its courts need nine days. | Say what nine days cost and what can be had earlier.',
        ),
        beat(
          'O | Has Solvane done what it owes about {place} | Due diligence, known facts, reasonable measures. | A sober judgement, without heat.',
        ),
        beat(
          'P | Solvane’s minister calls about {place} | Unannounced; three minutes to prepare. | Three points and one question.',
        ),
      ],
    },
    {
      name: 'Emergency powers',
      summary: 'How far the state may reach into private networks.',
      what: 'orders to private operators',
      places: ['the telecom order', 'the banking order', 'the energy order'],
      techniques: ['T1685'],
      beats: [
        beat(
          'O | Draft {place} | What is ordered, on which ground, for how long, who checks it? | A text that a court would let stand.',
        ),
        beat('E | An operator refuses {place} | With good reasons, in writing. | Answer the reasons.'),
        beat(
          'R | Parliament wants a report on {place} | Weekly, in public. | Say what goes into it and what does not, and why.',
        ),
      ],
    },
  ],
}

export const media: StoryPlan = {
  name: 'What people believe: the media picture',
  summary:
    'All other storylines are seen again here as readers, listeners and viewers see them: late, sharpened, sometimes better. Teams speak to journalists who have deadlines, and to a public that has a right to know.',
  role: 'Strategic communications officer',
  objectives: ['3.1', '3.2', '3.3'],
  voices: {
    E: 'Harbour Gazette',
    P: 'Radio Marevia',
    N: 'Harbour Gazette',
    S: 'Lantern Street residents',
    R: 'Press Council of Marevia',
    I: 'Harbour Gazette',
    O: 'Strategic Cell of the Prime Minister',
  },
  cell: 'Media cell',
  pressure: [
    beat(
      'S | A clever rumour about {place} | It explains everything, and nothing of it can be checked. | Say what is known; leave the rumour unnamed.',
    ),
    beat(
      'N | Front page tomorrow: {place} | The Gazette sends its front page for comment, thirty minutes before print. | Correct facts, not tone.',
    ),
    beat(
      'P | Radio wants an expert on {place} | Not a speaker: somebody who has done it. | Choose, prepare and protect that person.',
    ),
  ],
  contingencies: [
    beat(
      'N | An own employee speaks about {place} | Without being asked and mostly right. | Protect the employee, correct the rest. | Nothing has been said on {what} for three hours.',
    ),
    beat(
      'O | Press conference on {place} in forty minutes | With three ministries, one table and cameras. | Statement, questions, one line that all keep to. | The story of {place} turns to the question who knew.',
    ),
  ],
  red: [
    beat(
      'S | Red runs two voices on {place} | One calms, one frightens; both lead to the same page. | Only accounts of the range.',
    ),
    beat(
      'E | Red offers documents on {place} to the Gazette | Nine real ones and one that is not. | The tenth is marked for umpires.',
    ),
  ],
  incidents: [
    {
      name: 'First hours',
      summary: 'Before anything is certain, everything is said.',
      what: 'the first reports',
      places: ['the dark evening in Vellin', 'the queues in Halden', 'the silent phones of the coast'],
      techniques: ['T1585.001'],
      beats: [
        beat(
          'N | Live from {place} | The reporter of the Gazette asks passers-by what they have been told. | One statement within thirty minutes: known, unknown, next time.',
        ),
        beat(
          'S | Neighbours help each other at {place} | They ask for a list of what to bring. | Give the list. It is the best message of the day.',
        ),
        beat(
          'P | Radio Marevia has a caller from {place} who knows too much | Names, times, a machine room. | Ask the station for a talk before it is aired.',
        ),
      ],
    },
    {
      name: 'Experts',
      summary: 'Everybody is one.',
      what: 'contradicting experts',
      places: ['the breakfast show', 'the long interview', 'the panel at the university'],
      techniques: ['T1585.001'],
      beats: [
        beat(
          'N | Two experts contradict each other in {place} | Both are right, of different things. | Explain the difference in two sentences.',
        ),
        beat(
          'I | A journalist prepares {place} and asks for background | Off the record, with names. | Agree on terms before the first sentence.',
        ),
        beat(
          'S | A clip from {place} is cut to the opposite | Eleven seconds of forty minutes. | Publish the forty minutes and point to the place.',
        ),
      ],
    },
    {
      name: 'Leaks',
      summary: 'Documents of the exercise’s own ministries are published.',
      what: 'published documents',
      places: [
        'the mails of the energy ministry',
        'the minutes of the crisis staff',
        'the contract with the vendor',
      ],
      techniques: ['T1567', 'T1114.002'],
      beats: [
        beat(
          'E | Gazette has {place} and asks for comment | Six questions until five. | Verify before commenting; say that it takes until five.',
        ),
        beat(
          'R | Press Council warns of {place} | Some pages name people who have nothing to do with it. | Ask for their protection, not for silence.',
        ),
        beat(
          'T | Watermark in {place} | Each copy of the file differs by two spaces. | Say whose copy it was, to whoever may know it.',
        ),
      ],
    },
    {
      name: 'Voices from abroad',
      summary: 'Kestria’s media tell the story their own way.',
      what: 'reports from abroad',
      places: ['Kestria’s evening news', 'a paper in Solvane', 'a channel in three languages'],
      techniques: ['T1583.006'],
      beats: [
        beat(
          'N | {place} shows Marevia as the culprit | With pictures that everybody knows, in another order. | Decide whether to answer, and where.',
        ),
        beat(
          'S | {place} is shared in Marevia more than at home | Mostly by people who are angry about it. | Advise how not to help it.',
        ),
        beat(
          'E | A correspondent of {place} asks to visit | He is fair, and he will ask about the hospital. | Say yes, with rules.',
        ),
      ],
    },
    {
      name: 'Looking back',
      summary: 'The first reckonings, while it still goes on.',
      what: 'first reckonings',
      places: ['the Sunday edition', 'the parliamentary question', 'the documentary'],
      techniques: ['T1591.002'],
      beats: [
        beat(
          'N | {place} wants a chronology | Hour by hour, with who knew what. | Give one that is right and says where it has gaps.',
        ),
        beat(
          'P | {place} asks for somebody who was wrong | And would say so. | Ask who is ready to; it is worth more than ten who were right.',
        ),
        beat(
          'I | A child from Vellin writes to {place} | “Did the computers do it or the people?” | Answer it. It will be read by everybody.',
        ),
      ],
    },
  ],
}
