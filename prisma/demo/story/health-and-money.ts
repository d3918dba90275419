import { beat, type StoryPlan } from './plan'

export const hospital: StoryPlan = {
  name: 'Saint Orla: a hospital on paper',
  summary:
    'The regional hospital of Saint Orla loses its records, then its trust in them. Intruders sell access to whoever pays; one buyer alters laboratory values. Lives weigh more than evidence here, and teams must say so.',
  role: null,
  objectives: ['1.2', '1.3', '3.2'],
  voices: {
    E: 'Saint Orla Hospital, IT desk',
    P: 'Saint Orla Hospital, ward sister',
    N: 'Radio Marevia',
    S: 'Patients of Saint Orla',
    R: 'Marevian Health Board',
    O: 'Crisis Staff of Marevia',
  },
  cell: 'LOCON',
  pressure: [
    beat(
      'N | Radio Marevia: operations at {place} put off | Fourteen operations at {place} were put off today. The station interviews a man whose bypass was to be at nine. | Give patients a number to call, and the press one sentence that is true.',
    ),
    beat(
      'S | Relatives share lists of patients of {place} | A list with names and diagnoses from {place} goes through closed groups. It is real. | Have it taken down, tell those who are named, and start the clock of the data protection law.',
    ),
    beat(
      'P | An ambulance asks where to go instead of {place} | “Stroke, forty minutes since it began. {place} says no. Where?” | Answer within two minutes: that takes precedence over everything else.',
    ),
  ],
  contingencies: [
    beat(
      'E | Backup of {place} restores last year | The restored database of {place} ends in May of last year. The newer tapes are blank. | Say which data are lost, and rebuild the medication plans first. | The teams begin to restore {place} without testing a copy.',
    ),
    beat(
      'P | Ward sister refuses the computers of {place} | “I trust my pencil. Come and show me that this screen tells the truth.” | Show one checked value to one person; trust returns bed by bed. | {what} is declared solved without anybody on the ward being asked.',
    ),
  ],
  red: [
    beat(
      'T | Red sells a session at {place} | The session on the picture archive of {place} is offered on the range’s market place with three screenshots as proof. | The offer stays up for four hours.',
    ),
    beat(
      'T | Red alters three laboratory values at {place} | Potassium of three invented patients at {place} is lowered by a third, in the interface and not in the analyser. | Only invented patients; reversible.',
    ),
  ],
  incidents: [
    {
      name: 'Locked records',
      summary: 'Patient records are encrypted from the night shift on.',
      what: 'locked patient records',
      places: ['the intensive ward', 'the emergency ward', 'the children’s clinic'],
      techniques: ['T1486', 'T1570'],
      beats: [
        beat(
          'T | Records of {place} end in .orla | At 03:05 all records of {place} change their ending. The night shift writes on paper; the pharmacy works from memory. | Stop the spreading without switching off monitors, and report.',
        ),
        beat(
          'P | {place} needs allergies, not records | “Give me allergies and blood groups for eleven beds. The rest can wait.” | Get that subset from anywhere: backups, printouts, the laboratory.',
        ),
        beat(
          'R | Health Board counts beds without {place} | The board wants to know for how many hours {place} can do without. | Answer with a number and what it rests on.',
        ),
      ],
    },
    {
      name: 'Wrong values',
      summary: 'Laboratory results are changed between analyser and screen.',
      what: 'changed laboratory values',
      places: ['the central laboratory', 'the blood bank', 'the dialysis unit'],
      techniques: ['T1565.002', 'T1557'],
      cwes: ['CWE-345'],
      beats: [
        beat(
          'E | {place} finds two truths | The printout of {place} says 5.1, the ward’s screen says 3.4: same patient, same minute. | Find where the value changes and have all values since read aloud from the analysers.',
        ),
        beat(
          'P | Consultant asks which patients of {place} to call back | Since when are values wrong, and for whom? The consultant has one telephone and forty patients. | Give a list in order of danger.',
        ),
        beat(
          'O | Crisis staff considers to close {place} | Closing {place} costs lives too. The staff wants the team’s view of both. | Weigh both and say what the team would do.',
        ),
      ],
    },
    {
      name: 'Pumps that listen',
      summary: 'Infusion pumps answer to a network they should not know.',
      what: 'open infusion pumps',
      places: ['the surgical wing', 'the maternity ward', 'the oncology day clinic'],
      techniques: ['T1210', 'T1040'],
      cwes: ['CWE-798'],
      beats: [
        beat(
          'T | Pumps of {place} take orders from anybody | A scan shows forty pumps of {place} with the maker’s default password, reachable from the visitors’ network. | Separate the pumps from the network one ward at a time, with a nurse beside each.',
        ),
        beat(
          'E | Maker advises to wait for a patch | The maker’s bulletin for {place} says “low risk” and names a date in spring. | Judge the bulletin, tell the Health Board, and do not wait.',
        ),
        beat(
          'I | A nurse asks what the lights on the pumps of {place} mean | She asks in person and has ten minutes. | Explain without a technical term, and note her answer: she knows more than the log.',
        ),
      ],
    },
    {
      name: 'Insurance fraud at scale',
      summary: 'Stolen identities of patients are used to bill treatments.',
      what: 'invented treatments',
      places: ['the billing office', 'the outpatient desk', 'the pharmacy'],
      techniques: ['T1078', 'T1213'],
      beats: [
        beat(
          'R | {place} bills for patients who are dead | Nine hundred treatments of {place} were billed overnight, thirty for people who have died. | Find the account used, stop the payments and keep the evidence.',
        ),
        beat(
          'E | Insurer suspends all payments to {place} | The insurer writes that it pays nothing to {place} until further notice. Wages are due tomorrow. | Agree on what would let payments flow again in part.',
        ),
        beat(
          'P | Police ask for the log of {place} in the original | A detective wants the disk, not a copy. | Let legal decide what leaves the house and write it down.',
        ),
      ],
    },
    {
      name: 'Helicopter on the roof',
      summary: 'False alarms keep rescue services from where they are needed.',
      what: 'false rescue calls',
      places: ['the northern dispatch', 'the coast dispatch', 'the mountain dispatch'],
      techniques: ['T1499', 'T1684.001'],
      beats: [
        beat(
          'P | {place} has sent its last helicopter to nobody | Three calls with caller ids of real villages; nobody there had called. {place} is empty now. | Find how the ids are forged and give dispatchers a test for the next call.',
        ),
        beat(
          'T | Calls flood {place} | Six hundred calls in ten minutes, each two seconds long. | Filter them without losing one true call, and say how that is checked.',
        ),
        beat(
          'N | Agencies report that {place} cannot be reached | The report is right and makes it worse: everybody tries whether it works. | Ask the public to call only in need, with a second number.',
        ),
      ],
    },
  ],
}

export const bank: StoryPlan = {
  name: 'Halden Savings: money that is counted twice',
  summary:
    'Payments of the savings bank of Halden are doubled, then halted. Rumours do the rest: queues before the branches, and a central bank that must decide in the night whether to close the clearing. Technical forensics meets market communication.',
  role: 'Digital forensics expert',
  objectives: ['1.3', '3.1', '5.1'],
  voices: {
    E: 'Halden Savings, fraud desk',
    P: 'Halden Savings, treasurer',
    N: 'The Ledger',
    S: 'Savers of Halden',
    R: 'Central Bank of Marevia',
    O: 'Crisis Staff of Marevia',
  },
  cell: 'SIDECON',
  pressure: [
    beat(
      'N | The Ledger asks whether {place} is solvent | The paper goes to print at eight and has a photograph of the queue before {place}. | Let the central bank answer; give it the facts it needs by seven.',
    ),
    beat(
      'S | “Take your money out of {place}” | A message with the bank’s colours tells savers to empty their accounts at {place} before noon. | Show that the message is forged and how to see it, where savers look.',
    ),
    beat(
      'P | Branch manager at {place} wants to close the doors | “I have four hundred people and two tellers. Shall I lock up?” | Advise on what to say at the door; closing is the treasurer’s decision.',
    ),
  ],
  contingencies: [
    beat(
      'R | Central bank halts {place} by itself | Without word from the teams the central bank takes {place} off the clearing. | Make the case for a return with evidence. | No team reports to the central bank within an hour of {what}.',
    ),
    beat(
      'E | An employee of {place} deletes a mailbox | The fraud desk saw an assistant at {place} delete two years of mail and go home. | Secure what is left; mind labour law. | The teams do not ask who had access to {place}.',
    ),
  ],
  red: [
    beat(
      'T | Red keeps a copy of the payment keys of {place} | A key of the test environment of {place} that is also valid in production. | Used once, at the time of the opening inject.',
    ),
    beat(
      'T | Red prepares the letters in the colours of {place} | Three versions: clumsy, good, perfect. Sent in that order. | Sent to the range’s mail server alone.',
    ),
  ],
  incidents: [
    {
      name: 'Paid twice',
      summary: 'Standing orders are carried out a second time at night.',
      what: 'doubled payments',
      places: ['the payment hub', 'the card processor', 'the branch at Corn Market'],
      techniques: ['T1565.001', 'T1053.005'],
      beats: [
        beat(
          'T | {place} runs the night batch twice | 61,400 orders went out of {place} twice. The second run was started by a service account from an address of the test network. | Stop a third run, list both, and do not reverse anything yet.',
        ),
        beat(
          'P | Treasurer must fill {place} by six in the morning | “I am eleven million short. Is it gone or is it only late?” | Say which part can be called back, and until when.',
        ),
        beat(
          'R | Central bank asks whether others than {place} are at risk | The same software runs at four banks. | Give indicators that the others can look for, in one message.',
        ),
      ],
    },
    {
      name: 'The helpful auditor',
      summary: 'A letter from an auditor brings a file that looks around.',
      what: 'a forged audit letter',
      places: ['the treasury', 'the board office', 'the loans department'],
      techniques: ['T1566.001', 'T1204.002'],
      cwes: ['CWE-1021'],
      beats: [
        beat(
          'E | {place} opens an audit questionnaire | A letter in the name of the yearly auditor reached {place}; four people filled in the sheet and allowed its macros. | Find the four machines and what ran on them.',
        ),
        beat(
          'P | The real auditor hears of the letter to {place} | He wants to warn his other clients tonight. | Agree on what he may say without warning the intruders.',
        ),
        beat(
          'T | A machine of {place} speaks to the weather | Every nine minutes it asks a weather service for a town that does not exist. | Take the traffic apart before it is cut.',
        ),
      ],
    },
    {
      name: 'Cash runs out',
      summary: 'Cash machines fall silent one street after the other.',
      what: 'silent cash machines',
      places: ['Old Town', 'Sorne Harbour', 'the university quarter'],
      techniques: ['T1498.001', 'T1529'],
      beats: [
        beat(
          'T | Cash machines of {place} restart without end | Thirty machines of {place} start, say “one moment” and start again. | Bring back one machine in each street, and say why they restart.',
        ),
        beat(
          'N | Television films the queue in {place} | Live at noon, with a saver who does not whisper. | Send somebody who can speak plainly and knows the facts.',
        ),
        beat(
          'I | Cash courier does not trust the order for {place} | He has an order with the right code, from a number that he does not know. | Give couriers a way to check that does not run over the same line.',
        ),
      ],
    },
    {
      name: 'Leaked accounts',
      summary: 'Account data of politicians appear, half of them invented.',
      what: 'leaked account statements',
      places: ['the members of parliament', 'the judges', 'the party treasurers'],
      techniques: ['T1567.002', 'T1213'],
      beats: [
        beat(
          'N | The Ledger has account statements of {place} | The paper holds statements of {place} and asks for comment by five. Some entries cannot be true. | Tell true from forged entries without confirming the true ones.',
        ),
        beat(
          'P | A person among {place} calls the team | “Is that my account? Who else has read it?” | Say what may be said under banking secrecy, and who decides.',
        ),
        beat(
          'R | Prosecutor opens a case on {place} | She asks for a chain of custody from the first minute. | Deliver it, with gaps marked as gaps.',
        ),
      ],
    },
    {
      name: 'Clearing at midnight',
      summary: 'Whether tomorrow’s clearing opens is decided in the night.',
      what: 'unclear balances',
      places: ['the national clearing', 'the card scheme', 'the bond settlement'],
      techniques: ['T1491.001', 'T1490'],
      beats: [
        beat(
          'R | {place} does not balance | {place} ends the day with a difference of 412.07. It is small and should be nought. | Find it or say why it cannot be found before opening.',
        ),
        beat(
          'O | Open {place} or not | The governor asks for a yes or a no at two in the morning, with the risk of each. | Give one answer with its risk, and stand by it.',
        ),
        beat(
          'P | Foreign partner wants to leave {place} for a day | A partner bank would rather wait. Others will follow it. | Give the partner what would let it stay.',
        ),
      ],
    },
  ],
}
