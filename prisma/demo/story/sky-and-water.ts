import { beat, type StoryPlan } from './plan'

export const satellite: StoryPlan = {
  name: 'Ground station Tern: nobody owns the sky',
  summary:
    'The ground station Tern passes on pictures and time for half of Marevia. First its time drifts, then commands go up that nobody sent. The satellite belongs to a consortium, the antenna to the university, the data to the armed forces.',
  role: 'Special systems engineer',
  objectives: ['1.1', '2.3', '4.2'],
  voices: {
    E: 'Tern Ground Station, shift leader',
    P: 'Tern Ground Station, shift leader',
    N: 'Harbour Gazette',
    S: 'Sky Watchers Marevia',
    R: 'Consortium for Earth Pictures',
    O: 'Joint Operations Staff of Marevia',
  },
  cell: 'SIDECON',
  pressure: [
    beat(
      'S | Amateurs hear {place} before the teams do | Sky Watchers Marevia publish a recording of {place} and ask, politely, what it is. | Thank them, ask for the raw file, and say nothing of the cause.',
    ),
    beat(
      'N | Gazette: does {place} endanger flights? | Airlines have asked, the Gazette has heard of it. | Let air traffic control answer; give it the facts.',
    ),
    beat(
      'R | Consortium wants {place} to itself | By contract the consortium may take over {place} when security is in doubt. It is in doubt. | Let legal read the contract, and offer a joint watch.',
    ),
  ],
  contingencies: [
    beat(
      'T | {place} falls silent | No signal at all for nine minutes; the next pass is in ninety-four. | Decide what is sent up at the next pass, and what is not. | Teams send commands through {place} before they trust it.',
    ),
    beat(
      'P | The astronomer who built {place} calls | She is seventy-eight and knows a switch that is on no drawing. | Listen to her. | {what} is not explained after half a day.',
    ),
  ],
  red: [
    beat(
      'T | Red buys time on an antenna that sees {place} | A rented dish two valleys away sees {place} for six minutes each pass. | On the range’s simulator alone.',
    ),
    beat(
      'T | Red learns the command frames of {place} | Frames are recorded and replayed with a changed counter. | Never outside the shielded hall.',
    ),
  ],
  incidents: [
    {
      name: 'Time that drifts',
      summary: 'The reference time of the station is off by more each hour.',
      what: 'a drifting time',
      places: ['the reference clock', 'the stock exchange feed', 'the grid’s time receivers'],
      techniques: ['T1565.002', 'T1557'],
      beats: [
        beat(
          'T | {place} is 412 microseconds late | An hour ago it was 300. Nobody has noticed on {place} but a monitoring script from student days. | Find a second source of time and warn whoever depends on it.',
        ),
        beat(
          'E | Exchange asks whether trades after 10:14 with {place} are valid | Orders carry times that cannot have been. | State from when time cannot be trusted, with the reason.',
        ),
        beat(
          'R | Who depends on {place} | The consortium wants a list, by how bad a millisecond would be. | Make the list with those concerned.',
        ),
      ],
    },
    {
      name: 'Commands from nowhere',
      summary: 'The satellite answers to somebody else.',
      what: 'commands that nobody sent',
      places: ['the imaging payload', 'the attitude control', 'the downlink transmitter'],
      techniques: ['T1078.001', 'T1565.001'],
      cwes: ['CWE-294'],
      beats: [
        beat(
          'T | {place} confirms a command that was not sent | Telemetry confirms a command to {place} at 04:12. The console was locked. | Find out from where it was sent and change the keys at the next pass.',
        ),
        beat(
          'P | Shift leader has six minutes over {place} | “The pass begins in six. Do I send the new keys or do I look first?” | One of the two, with a reason, before she loses sight.',
        ),
        beat(
          'O | Staff needs the picture of {place} at noon | A picture is wanted for something that cannot be said on this line. | Say what can be delivered and how far it may be trusted.',
        ),
      ],
    },
    {
      name: 'Pictures that lie',
      summary: 'Earth pictures were changed before they were handed on.',
      what: 'altered pictures',
      places: ['the border tiles', 'the harbour tiles', 'the flood tiles'],
      techniques: ['T1565.001'],
      beats: [
        beat(
          'E | {place} show a bridge that was pulled down | An analyst finds a bridge on {place} that was pulled down in spring. The file is signed. | Find at which step it was changed, and which pictures share it.',
        ),
        beat(
          'R | Consortium recalls {place} | All {place} since the ninth are called back. Customers are told “quality”. | Agree on an honest word.',
        ),
        beat(
          'N | An agency has published {place} | Under the name of Marevia’s forces. | Correct it with the right one beside it.',
        ),
      ],
    },
    {
      name: 'A student’s account',
      summary: 'University and station share more than a fence.',
      what: 'a shared account',
      places: ['the antenna laboratory', 'the computing centre', 'the shared mail server'],
      techniques: ['T1078', 'T1199'],
      beats: [
        beat(
          'T | {place} and the station share a password | An account of {place} opens the antenna control. It was made for an open day. | Close it and look for its sisters.',
        ),
        beat(
          'P | The dean wants to protect a student of {place} | “She is nineteen and she wrote to us first.” | Treat her as a witness; let legal say so.',
        ),
        beat(
          'I | The student of {place} shows what she found | She has printed it. It is better than the log. | Take it down with her, and thank her.',
        ),
      ],
    },
    {
      name: 'Whose sky',
      summary: 'The source lies in a third country that feels accused.',
      what: 'a source abroad',
      places: ['the rented dish in Solvane', 'the relay on the Calder Bank', 'the amateur station at Ness'],
      techniques: ['T1583.003'],
      beats: [
        beat(
          'R | Bearings point to {place} | Two bearings meet at {place}, within four kilometres. | State what four kilometres mean.',
        ),
        beat(
          'O | How does one ask about {place} | The staff wants words for a call that does not accuse. | Write three sentences for somebody who will be interrupted.',
        ),
        beat(
          'E | Owner of {place} writes by himself | He is alarmed, has logs, and asks for a lawyer. | Take the logs on terms that keep them useful.',
        ),
      ],
    },
  ],
}

export const water: StoryPlan = {
  name: 'Clear Water: the valley of Ilmar',
  summary:
    'Three waterworks of the Ilmar valley share one operator, one remote access and one part-time engineer. Small changes are dangerous here long before anybody sees them. Teams learn to ask those who can smell it.',
  role: null,
  objectives: ['1.2', '2.1', '3.2'],
  voices: {
    E: 'Ilmar Waterworks, laboratory',
    P: 'Ilmar Waterworks, engineer on call',
    N: 'Valley Post',
    S: 'Parents of Ilmar',
    R: 'Marevian Health Board',
    O: 'County Crisis Staff of Ilmar',
  },
  cell: 'Grey cell',
  pressure: [
    beat(
      'S | Parents ask whether babies may drink the water of {place} | Two hundred comments in half an hour; one says a child is ill. | Answer the one question first: yes or no, and since when.',
    ),
    beat(
      'N | Valley Post prints a warning for {place} by itself | It goes further than the Health Board’s. | Give it the right one quickly rather than a denial.',
    ),
    beat(
      'P | A brewery draws 40 cubic metres an hour from {place} | Its manager asks whether to pour today’s brew away. | Advise with what is known, and write down that it was advice.',
    ),
  ],
  contingencies: [
    beat(
      'O | Tankers for {place} | The county sends six tankers and wants to know where they should stand. | Choose places with those who know the old and the ill. | {place} must be taken off the network.',
    ),
    beat(
      'R | Laboratory results of {place} are late | The courier was sent home by a message that nobody wrote. | Get samples by another way and check who else got such messages. | Teams rely on the sensor of {place} alone.',
    ),
  ],
  red: [
    beat(
      'T | Red turns the pump of {place} down by two per cent a day | Below each alarm; seen only by whoever looks at a week. | The real pump is not connected.',
    ),
    beat(
      'T | Red hides in the trend display of {place} | The display repeats yesterday’s curve with a little noise. | Ends with the opening inject.',
    ),
  ],
  incidents: [
    {
      name: 'A smell in the morning',
      summary: 'Chlorine is dosed twice, then not at all.',
      what: 'wrong dosing',
      places: ['Upper Ilmar works', 'Mill Bridge works', 'Lower Ilmar works'],
      techniques: ['T1565.001', 'T1133'],
      cwes: ['CWE-521'],
      beats: [
        beat(
          'P | {place} smells of a swimming pool | The engineer on call of {place} smelled it at his own tap before any alarm. | Dose by hand, take samples, and leave the screen for later.',
        ),
        beat(
          'T | Setpoint of {place} was changed from a tablet | A tablet of {place} that is in a drawer. Its account was used from abroad. | Close remote access to all three works at once.',
        ),
        beat(
          'R | Health Board needs a word for {place} within the hour | “Boil”, “do not drink” or “safe”. | Recommend one and say what it rests on.',
        ),
      ],
    },
    {
      name: 'Pressure',
      summary: 'Pumps work against closed valves.',
      what: 'closed valves',
      places: ['the high reservoir', 'the hospital main', 'the fire main of Halden'],
      techniques: ['T1489', 'T1499'],
      beats: [
        beat(
          'T | Pumps push against closed valves at {place} | Pressure at {place} rises to 9.8 bar. The valve says open. | Stop the pump before the pipe decides.',
        ),
        beat(
          'P | Fire brigade tests {place} and gets air | “If it burns now, I stand here with an empty hose.” | Give the brigade another source within ten minutes.',
        ),
        beat(
          'E | Maintenance asks who ordered the valve of {place} | There is an order, with a number. The number belongs to a lawn. | Find how orders are made without a person.',
        ),
      ],
    },
    {
      name: 'The night engineer',
      summary: 'The only engineer is kept busy on purpose.',
      what: 'alarms that are none',
      places: ['the telemetry room', 'the pager gateway', 'the night desk'],
      techniques: ['T1499', 'T1685'],
      beats: [
        beat(
          'P | {place} wakes the engineer for the ninth time | “If it rings once more I switch it off.” That is what it is for. | Relieve him, and filter what he hears.',
        ),
        beat(
          'T | Alarms of {place} come from one message | All nine alarms share one sender who was never set up. | Separate true from false without muting both.',
        ),
        beat(
          'O | County asks who can stand in at {place} | There are three people in Marevia who know these works. | Find one of them and a place to sleep.',
        ),
      ],
    },
    {
      name: 'Samples',
      summary: 'The laboratory’s own data cannot be trusted.',
      what: 'changed samples',
      places: ['the valley laboratory', 'the university laboratory', 'the mobile laboratory'],
      techniques: ['T1565.001', 'T1070'],
      beats: [
        beat(
          'E | {place} reports the same value for nine wells | To the fourth digit. The laboratory’s head noticed it at breakfast. | Have them measured again elsewhere, and keep the first results.',
        ),
        beat(
          'R | Health Board withdraws the licence of {place} | With it fall four hundred earlier results. | Say which of them others have confirmed.',
        ),
        beat(
          'I | A technician of {place} brings her notebook | She writes by hand what the machine says. It differs. | Copy the notebook as evidence and give it back to her.',
        ),
      ],
    },
    {
      name: 'The flood that was announced',
      summary: 'A forged flood warning sets a valley in motion.',
      what: 'a forged flood warning',
      places: ['the Ilmar dam', 'the lower villages', 'the valley railway'],
      techniques: ['T1684.001', 'T1565.003'],
      beats: [
        beat(
          'N | “Dam opens at six”: {place} is told to leave | A warning for {place} goes out on the county’s own channel. The dam is closed and dry. | Stop it on the same channel, at once and signed by a face.',
        ),
        beat(
          'P | Four hundred people of {place} are already on the road | “Do I turn them round in the dark?” | Decide with the police; a second order is a risk too.',
        ),
        beat(
          'R | County asks whose key signed the warning of {place} | It was the deputy’s. He is on leave. | Trace the key and replace all that lay beside it.',
        ),
      ],
    },
  ],
}
