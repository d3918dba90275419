import type { DemoGathering } from './attendance'
import { at } from './moments'

/** A conference that is over, a visit that is full, a course for guests too, one that people sign up for themselves,
 * and one that is still to open. */
export const demoGatherings: readonly DemoGathering[] = [
  {
    title: 'Main planning conference',
    ...{ by: 'nation', onSite: 60, remote: 20, ofNation: 3, closes: at(-175, null), over: true },
    wanted: {
      EST: 3,
      JPN: 3,
      FRA: 3,
      DEU: 3,
      FIN: 3,
      LVA: 2,
      LTU: 2,
      POL: 3,
      CAN: 2,
      AUS: 1,
      KOR: 2,
      NATO: 2,
    },
    agenda: [
      { title: 'Opening', start: at(-168, '09:00'), minutes: 45, speaker: 'Exercise director' },
      { title: 'Range and sites', start: at(-168, '10:00'), minutes: 120, place: 'Hall A' },
      { title: 'Storylines', start: at(-167, '09:00'), minutes: 180, place: 'Hall A' },
      { title: 'Quotas, nation by nation', start: at(-166, '09:00'), minutes: 150, place: 'Hall B' },
    ],
  },
  {
    title: 'Industry partners at the range',
    ...{ by: 'nation', onSite: 12, remote: 0, ofNation: 2, closes: at(-119, '17:00') },
    wanted: { JPN: 3, EST: 2, FRA: 2, DEU: 2, FIN: 2, POL: 2, KOR: 2 },
    agenda: [
      { title: 'Welcome and safety', start: at(-112, '10:00'), minutes: 30, speaker: 'Head of the range' },
      { title: 'Tour of the range', start: at(-112, '10:30'), minutes: 90, place: 'Old Arsenal, hall 2' },
      { title: 'Lunch', start: at(-112, '12:00'), minutes: 60 },
      { title: 'What partners bring', start: at(-112, '13:00'), minutes: 120, speaker: 'Green team' },
      { title: 'Questions', start: at(-112, '15:00'), minutes: 60, speaker: 'Exercise director' },
    ],
    legs: [
      {
        ...{
          from: 'Tokyo Haneda',
          to: 'Tallinn airport',
          start: at(-113, '09:40', 'Asia/Tokyo'),
          minutes: 1_005,
        },
        ...{ transport: 'JX 6801 by way of Helsinki', note: 'The group of the Asia-Pacific delegations.' },
      },
      {
        ...{ from: 'Tallinn airport', to: 'Hotel at the harbour', start: at(-113, '20:15'), minutes: 30 },
        ...{ transport: 'Bus', hosts: 'Host nation’s protocol' },
      },
      {
        from: 'Hotel at the harbour',
        to: 'Old Arsenal',
        start: at(-112, '09:15'),
        minutes: 25,
        transport: 'Bus',
      },
      {
        from: '',
        to: 'Seaplane Quay',
        start: at(-112, '18:30'),
        minutes: 150,
        hosts: 'Director of the centre',
      },
    ],
  },
  {
    title: 'Range course for green and yellow',
    ...{ by: 'nation', onSite: 10, remote: null, ofNation: 3, closes: at(-84, '17:00') },
    wanted: { JPN: 2, EST: 3, IRL: 3, LVA: 2, SWE: 2 },
    agenda: [
      { title: 'The network of the range', start: at(-70, '09:00'), minutes: 180, speaker: 'Green team' },
      { title: 'Monitoring and traffic', start: at(-69, '09:00'), minutes: 180, speaker: 'Yellow team' },
      { title: 'A day of play in small', start: at(-68, '09:00'), minutes: 420 },
    ],
  },
  {
    title: 'Legal and policy seminar',
    ...{ by: 'person', onSite: 0, remote: 200, ofNation: null },
    wanted: { EST: 2, FRA: 2, NLD: 1 },
    agenda: [
      {
        ...{
          title: 'Law of armed conflict in the exercise',
          start: at(-42, '10:00', 'America/New_York'),
          minutes: 90,
        },
        ...{ speaker: 'Legal adviser', link: 'https://meet.lantern.example/law' },
      },
    ],
  },
  {
    title: 'Final planning conference',
    ...{ by: 'nation', onSite: 80, remote: 40, ofNation: 3, opens: at(-90, '09:00'), closes: at(-35, null) },
    wanted: {},
  },
]
