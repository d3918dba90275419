import { beat, type StoryPlan } from './plan'

export const powerGrid: StoryPlan = {
  name: 'Power grid: the lights of Marevia',
  summary:
    'Intruders who came in through a maintenance contractor reach the control centres of the grid operator Nordvolt Marevia. They first learn, then open breakers at chosen substations, and at last hold the restart of the grid to ransom. Meant to bring technical defence, crisis decisions and public warning together.',
  role: null,
  objectives: ['1.1', '1.2', '2.1'],
  voices: {
    E: 'Nordvolt Marevia, duty engineer',
    P: 'Nordvolt Marevia, control room',
    N: 'Harbour Gazette',
    S: 'Lantern Street residents',
    R: 'Marevian Energy Authority',
    O: 'Crisis Staff of Marevia',
  },
  cell: 'LOCON',
  pressure: [
    beat(
      'N | Families without heating as {place} stays dark | The Harbour Gazette reports from a block of flats near {place}: lifts stand still, an oxygen pump runs on a car battery. It asks when power returns and who is to blame. | Answer within 30 minutes with facts that have been cleared, without naming a culprit.',
    ),
    beat(
      'S | Video of sparks at {place} goes round | A clip of a burning transformer, said to be from {place}, has 40,000 views in twenty minutes. It is four years old and from another country. | Find where the clip comes from and tell the public calmly that it is old.',
    ),
    beat(
      'P | Mayor of {place} asks for generators | The mayor calls the team directly: the hospital’s diesel lasts five hours, and nobody at the ministry picks up. | Pass the request to the crisis staff and tell the mayor by when an answer comes.',
    ),
  ],
  contingencies: [
    beat(
      'E | Contractor offers its own logs from {place} | The maintenance firm sends eighteen months of remote access logs, unasked. The account used at 02:14 belongs to somebody who left in spring. | Match the account with the sessions at {place} and have it closed everywhere. | No team has asked for the contractor’s logs two hours after {what} began.',
    ),
    beat(
      'O | Crisis staff orders a manual restart at {place} | Since control from afar cannot be trusted, crews are sent to {place}. They need a safe state of the network for ninety minutes. | Freeze changes on the control network and confirm the safe state in writing. | The teams cannot say whether control from afar at {place} is clean.',
    ),
  ],
  red: [
    beat(
      'T | Red places the second way in at {place} | A scheduled task on the historian of {place} calls out every 43 minutes through the vendor’s update proxy. Left asleep until the first way in is found. | Ready by the time that the opening inject is released.',
    ),
    beat(
      'T | Red rehearses the switching sequence for {place} | The sequence opens the coupling breaker last, so that the busbar is lost only where blue has not separated it. Dry run on the twin of the range. | Two clean dry runs, reported to the red team’s lead.',
    ),
  ],
  incidents: [
    {
      name: 'Quiet hands in the control centre',
      summary: 'Stolen credentials of a contractor are used to look around, night after night.',
      what: 'foreign sessions on the engineering stations',
      places: ['the Vellin control centre', 'the Sorne control centre', 'the Ilmarand backup centre'],
      techniques: ['T1078', 'T1133', 'T1021.001'],
      cwes: ['CWE-287'],
      beats: [
        beat(
          'T | Night sessions on engineering stations of {place} | Two engineering stations in {place} show interactive sessions between 01:50 and 03:20, from the contractor’s jump host. Single-line diagrams were opened and printed to file. | Trace the sessions to their source, close the account and report what was read.',
        ),
        beat(
          'E | Duty engineer wonders about printed diagrams at {place} | “Somebody printed our switching plans to a file last night. Nobody on my shift did. Should I worry, or is that you testing?” | Answer the engineer, secure the file and tell control whether the plans have left the house.',
        ),
        beat(
          'R | Energy Authority asks what the intruders know of {place} | The authority wants a judgement in four lines: what was seen, what can be done with it, how sure the team is, and what it needs. | Give the judgement with a degree of confidence within one hour.',
        ),
      ],
    },
    {
      name: 'Substations go dark',
      summary: 'Breakers open in a sequence that no operator gave.',
      what: 'breakers that nobody opened',
      places: ['Vellin-East substation', 'Sorne Quay substation', 'Ilmarand substation'],
      techniques: ['T1489', 'T1565.002'],
      cwes: ['CWE-306'],
      beats: [
        beat(
          'T | Breakers open at {place} without an order | Four 110 kV breakers at {place} open within eleven seconds. The event list shows the operator’s own account; the operator was at the coffee machine. 23,000 households lose power. | Separate the station’s control network, hand control to the crew on site and report within 30 minutes.',
        ),
        beat(
          'P | Control room has lost its picture of {place} | “The screen says everything is closed, the crew on site says everything is open. Whom do I believe?” | Tell the control room which readings can be trusted and why.',
        ),
        beat(
          'O | Crisis staff wants a decision on islanding {place} | Shall the area round {place} be cut off from the rest of the grid before the evening peak? The staff needs a recommendation with its risks. | Recommend with reasons, in ten minutes, in words that a minister understands.',
        ),
      ],
    },
    {
      name: 'Poisoned protection settings',
      summary: 'Relays have been given settings that trip at a normal load.',
      what: 'altered relay settings',
      places: ['the Vellin ring', 'the Sorne feeder', 'the Ilmarand link'],
      techniques: ['T1565.001', 'T1195.002'],
      beats: [
        beat(
          'T | Relays of {place} trip at half their load | Three protection relays of {place} trip at 52 % of the rated current. Their settings differ from the file on record in one digit each. | Compare all relays of the area with the record and restore them in a safe order.',
        ),
        beat(
          'E | Relay vendor cannot confirm its own file | The vendor’s support writes that the checksum on its portal was changed last week, “probably by an intern”. | Treat the portal as untrustworthy, find another source of the right settings and warn other teams.',
        ),
        beat(
          'R | How many relays of {place} were touched | Control asks for a list: station, relay, what was changed, since when, and who could see it. | Deliver a complete list or say what is missing and when it comes.',
        ),
      ],
    },
    {
      name: 'Ransom for the restart',
      summary: 'The black-start plans are encrypted, and a price is named.',
      what: 'encrypted restart plans',
      places: ['the Vellin dispatch office', 'the Sorne dispatch office', 'the Ilmarand training centre'],
      techniques: ['T1486', 'T1490', 'T1657'],
      beats: [
        beat(
          'E | Note on the screens of {place} | “Your restart plans are safe with us. 900 coins until the evening peak, or we publish where your grid is weakest.” Shares with plans, drawings and shift rosters of {place} no longer open. | Secure one note and one encrypted file, stop the spreading, and report before anybody answers.',
        ),
        beat(
          'P | Board of the operator wants to pay for {place} | The chairwoman has a broker on the other line. She asks whether paying is legal and whether it helps. | Give legal and technical advice together; no contact with the blackmailers without an order.',
        ),
        beat(
          'T | Copies of the plans of {place} turn up on a paste site | Six pages with single-line diagrams of {place} are public. Two of them are out of date. | Judge what the pages give away and propose what to change tonight.',
        ),
      ],
    },
    {
      name: 'Trust in the grid',
      summary: 'After the restart nobody believes in the numbers: neither neighbours nor the public.',
      what: 'doubts about measured values',
      places: ['the Kestrian border line', 'the Solvane interconnector', 'the eastern ring'],
      techniques: ['T1565.003'],
      beats: [
        beat(
          'R | Neighbour questions the readings of {place} | The neighbouring operator sees a flow on {place} that differs by 80 MW from what Marevia reports, and threatens to disconnect. | Show independent readings and agree a common value with the neighbour.',
        ),
        beat(
          'P | Solvane’s operator gives an hour | “Either you show us that {place} is measured honestly or we open at the full hour. Nothing personal.” | Find evidence that convinces an engineer, not a lawyer.',
        ),
        beat(
          'O | Minister asks for one page on {place} | What happened, what is certain, what it cost, and what Marevia should do differently. Read by the cabinet in the morning. | Deliver one page with no technical term that is not explained.',
        ),
      ],
    },
  ],
}

export const portLogistics: StoryPlan = {
  name: 'Port of Sorne: ships that may not leave',
  summary:
    'The terminal system of the port of Sorne, through which Marevia gets its fuel and grain, begins to lose containers. What looks like a software fault is a theft, then a blockade. Meant to train supply, customs, legal questions of the sea and work with private operators.',
  role: null,
  objectives: ['1.2', '3.1', '4.2'],
  voices: {
    E: 'Sorne Terminals, operations',
    P: 'Harbour master of Sorne',
    N: 'Sea Lanes Weekly',
    S: 'Dockers’ Voice',
    R: 'Marevian Customs',
    O: 'Crisis Staff of Marevia',
  },
  cell: 'Grey cell',
  pressure: [
    beat(
      'N | Sea Lanes Weekly: grain rots at {place} | The paper has counted forty lorries in front of {place} and quotes a driver who has slept in his cab for two nights. It asks whether the port was warned. | Say what is known and when the next news comes; do not promise a reopening.',
    ),
    beat(
      'S | Dockers’ Voice calls for a stop of work at {place} | The union’s channel says that the cranes of {place} are no longer safe and calls for a meeting at noon. | Tell the operator what can be said truthfully about the safety of the cranes.',
    ),
    beat(
      'P | A captain wants out of {place} | The master of the tanker “Lady Ashgrove” has perishable papers and a charter that ends tonight. His agent speaks of damages. | Involve legal and answer the captain with one voice.',
    ),
  ],
  contingencies: [
    beat(
      'E | Insurer sends its own investigators to {place} | Two people with laptops stand at the gate of {place} and want to image the servers, “as the policy says”. | Decide who may touch evidence, and write it down. | Evidence at {place} has not been secured ninety minutes after {what} was noticed.',
    ),
    beat(
      'O | Crisis staff asks for the port on paper | The staff wants to know whether {place} could run for a day on paper and chalk, and what the team needs for that. | Plan a day without the system, with named people. | The system of {place} is still not usable in the afternoon.',
    ),
  ],
  red: [
    beat(
      'T | Red alters the gate lists of {place} | Twelve container numbers are swapped for others with the same check digit. The swap is reversed after six hours, so that blue must have kept copies. | Reversible by one script; nothing is deleted.',
    ),
    beat(
      'T | Red stages the exit data of {place} | Manifests are copied slowly to a machine that poses as the weather service’s. | No more than 20 MB an hour, so that a watchful team has a chance.',
    ),
  ],
  incidents: [
    {
      name: 'Containers that do not exist',
      summary: 'The terminal system hands out boxes to lorries that nobody ordered.',
      what: 'phantom containers',
      places: ['the North Quay terminal', 'the Grain Wharf terminal', 'the Old Basin terminal'],
      techniques: ['T1565.001', 'T1078.002'],
      cwes: ['CWE-639'],
      beats: [
        beat(
          'E | {place} hands over a container that is not there | A lorry at {place} was cleared for box MRVU 402118-6. The stack is empty; the camera shows that the box left an hour ago with another lorry and the right code. | Find how the code was known twice and stop further hand-overs that depend on it.',
        ),
        beat(
          'P | Harbour master counts eleven missing boxes at {place} | “Eleven since midnight. Three are medicine. My system says they are still here. Tell me I am tired.” | Give a list of all hand-overs that do not fit the cameras.',
        ),
        beat(
          'R | Customs wants the release log of {place} | Customs opens an investigation and asks for everything since Monday, in a form that a court accepts. | Hand the log over with its checksum and a note on how it was taken.',
        ),
      ],
    },
    {
      name: 'Cranes stop',
      summary: 'Ship-to-shore cranes fall back to a crawl after an update.',
      what: 'crawling cranes',
      places: ['Crane group A', 'Crane group B', 'the Grain Wharf loaders'],
      techniques: ['T1195.002', 'T1499'],
      beats: [
        beat(
          'T | {place} moves at a tenth of its speed | After the weekly update the drives of {place} report a wind of 34 m/s. The flag hangs limp. Nine ships are affected. | Find the source of the false wind and bring one crane back safely first.',
        ),
        beat(
          'E | Vendor blames the weather service | The crane builder writes that {place} works as designed, since the wind comes from a service that the port chose. | Show with data where the value was changed on its way.',
        ),
        beat(
          'I | Safety officer visits the team about {place} | A safety officer asks in person who answers for it when somebody overrides the wind limit. | Name who decides, and refuse an override without that person.',
        ),
      ],
    },
    {
      name: 'Fuel that cannot be billed',
      summary: 'Metering at the oil jetty drifts, and customs stops the jetty.',
      what: 'drifting meters',
      places: ['Jetty One', 'Jetty Two', 'the bunker pier'],
      techniques: ['T1565.002'],
      beats: [
        beat(
          'R | Meters of {place} disagree by two per cent | Ship, shore and the tank’s own gauge at {place} show three different numbers for the same cargo. Two per cent are four million. | Say which meter is right and how the team knows.',
        ),
        beat(
          'P | Customs closes {place} | “Until somebody explains two hundred tonnes to me, nothing moves over {place}.” | Agree with customs what proof reopens the jetty.',
        ),
        beat(
          'E | Trader threatens with arbitration over {place} | A trading house reserves all rights and asks for the raw data by the end of the day. | Let legal answer; do not send raw data that is evidence.',
        ),
      ],
    },
    {
      name: 'Blockade by paper',
      summary: 'Forged safety notices keep ships from calling at Sorne.',
      what: 'forged notices to mariners',
      places: ['the Sorne approach', 'the outer anchorage', 'the pilot station'],
      techniques: ['T1566.001', 'T1684.001'],
      beats: [
        beat(
          'E | Notice to mariners closes {place} | A notice with the hydrographic office’s letterhead warns of drifting mines at {place}. Its signature is valid; the office says that it never signed it. | Have the notice withdrawn by a way that ships trust, and find how it was signed.',
        ),
        beat(
          'P | Three ships turn away from {place} | The harbour master reports that two tankers and a reefer have set course for Solvane. | Reach the ships’ agents with a correction within the hour.',
        ),
        beat(
          'N | “Mines off Sorne”: agencies pick up the notice on {place} | Two agencies carry the warning as fact; the price of freight to Marevia rises by a fifth. | Give the agencies proof that the notice is forged, before the evening news.',
        ),
      ],
    },
    {
      name: 'Whose law at the quay',
      summary: 'A foreign ship is suspected of carrying the intruders’ relay.',
      what: 'a suspicious ship',
      places: ['the research ship “Calder Star”', 'the reefer “Silt Runner”', 'the barge “Ottoline”'],
      techniques: ['T1090', 'T1557'],
      beats: [
        beat(
          'R | Signals from {place} match the intruders’ | Bearings taken from two piers agree: the relay that the intruders use is on board {place}, under the flag of Solvane. | Write down how sure this is, and what else could explain it.',
        ),
        beat(
          'P | Solvane’s consul objects to a search of {place} | The consul points to immunity and asks on which paragraph Marevia relies. | Let legal advise on flag, immunity and what may be done from the shore.',
        ),
        beat(
          'O | Crisis staff wants options for {place} | Three options, each with its legal ground, its effect on the network and what Solvane will say. | Deliver three options on one page, with a recommendation.',
        ),
      ],
    },
  ],
}
