type DemoObjective = {
  number: string
  title: string
  least: number
  criteria: readonly string[]
}

/** The exercise's training objectives; a number says what each stands below. Two are served by nothing yet. */
export const demoObjectives: readonly DemoObjective[] = [
  { number: '1', title: 'Defend what people depend on', least: 60, criteria: [] },
  {
    number: '1.1',
    title: 'Detect an intrusion before it does harm',
    least: 40,
    criteria: [
      'First report within 30 minutes of the first sign',
      'Source and account named',
      'Other teams warned',
    ],
  },
  {
    number: '1.2',
    title: 'Keep essential services running while under attack',
    least: 60,
    criteria: ['Service restored or replaced within two hours', 'Priorities agreed with the operator'],
  },
  {
    number: '1.3',
    title: 'Secure evidence while restoring',
    least: 30,
    criteria: ['Copy taken before cleaning', 'Chain of custody without gaps'],
  },
  { number: '2', title: 'Work with systems that are not one’s own', least: 30, criteria: [] },
  {
    number: '2.1',
    title: 'Run industrial systems by hand',
    least: 20,
    criteria: ['Safe state confirmed in writing', 'Crew on site informed first'],
  },
  {
    number: '2.2',
    title: 'Protect infrastructure that others share',
    least: 20,
    criteria: ['Effect on others stated before acting'],
  },
  {
    number: '2.3',
    title: 'Agree with owners, operators and users',
    least: 20,
    criteria: ['Named counterpart on each side', 'Decision written down'],
  },
  { number: '3', title: 'Inform the public truthfully and in time', least: 60, criteria: [] },
  {
    number: '3.1',
    title: 'Answer journalists before their deadline',
    least: 30,
    criteria: ['Answer within 30 minutes', 'Known and unknown kept apart'],
  },
  {
    number: '3.2',
    title: 'Warn people so that they can act',
    least: 30,
    criteria: ['One instruction, one channel to ask', 'Reaches those without a phone'],
  },
  {
    number: '3.3',
    title: 'Counter disinformation without spreading it',
    least: 30,
    criteria: ['Rumour not repeated', 'Source shown'],
  },
  { number: '4', title: 'Decide under uncertainty', least: 40, criteria: [] },
  {
    number: '4.1',
    title: 'Put facts under the terms of law',
    least: 30,
    criteria: ['Facts, rule and result kept apart', 'Doubt stated'],
  },
  {
    number: '4.2',
    title: 'Offer options that can be chosen',
    least: 40,
    criteria: ['Three options at most', 'Risk of each in one sentence'],
  },
  {
    number: '4.3',
    title: 'State how sure an attribution is',
    least: 20,
    criteria: ['Confidence with its ground', 'What would change it'],
  },
  { number: '5', title: 'Act as many nations and one team', least: 40, criteria: [] },
  {
    number: '5.1',
    title: 'Share indicators so that others can use them',
    least: 30,
    criteria: ['Usable without a question back', 'Marked for release'],
  },
  {
    number: '5.2',
    title: 'Use the channels of the host nation',
    least: 20,
    criteria: ['Right addressee at the first attempt'],
  },
  {
    number: '5.3',
    title: 'Hand over between shifts and time zones',
    least: 12,
    criteria: ['Nothing asked twice after a hand-over'],
  },
  { number: '6', title: 'Recover and learn', least: 10, criteria: [] },
  {
    number: '6.1',
    title: 'Restore from backups that have been tested',
    least: 6,
    criteria: ['Test before restoring', 'Loss of data stated'],
  },
  {
    number: '6.2',
    title: 'Note what to do better while it is fresh',
    least: 4,
    criteria: ['One page per team and day'],
  },
]
