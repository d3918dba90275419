/** What an exercise's story is told by, where nobody has said otherwise; the same as the database's defaults. */
export const usualSettings = {
  nightFrom: 22 * 60,
  nightTo: 6 * 60,
  controllerLoad: 3,
  controllersSee: 'own',
  attackRelease: '',
} as const

export const controllerViews = ['own', 'all'] as const

/** `22:00`, `2200`, `22h00` or `9:30` as minutes after midnight; null for anything else. */
export function minuteIn(text: string): number | null {
  const [, hours, minutes] = /^([01]?\d|2[0-3])(?:[:h.]|(?=\d\d$))([0-5]\d)$/i.exec(text.trim()) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}
