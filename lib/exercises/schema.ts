export const exerciseStatuses = ['draft', 'planning', 'registration', 'conduct', 'closed'] as const
export type ExerciseStatus = (typeof exerciseStatuses)[number]

/** The Traffic Light Protocol, version 2.0 (FIRST). */
export const tlpLabels = ['red', 'amber_strict', 'amber', 'green', 'clear'] as const
export type Tlp = (typeof tlpLabels)[number]
