/** What a column of a roster may say about a person, in the order of a file that we write. `fullName` stands in for
 * family and given name where a file has them in one. */
export const rosterFields = [
  'familyName',
  'givenName',
  'fullName',
  'nativeName',
  'email',
  'role',
  'team',
  'company',
  'presence',
  'site',
  'homeNation',
  'homeTimeZone',
  'languages',
  'clearanceUntilOn',
] as const
export type RosterField = (typeof rosterFields)[number]

/** What each column of a file means, from left to right; null for one that is left out. */
export type Mapping = readonly (RosterField | null)[]

/** People in one import, and columns in one file. */
export const peopleLimit = 2_000
export const columnsLimit = 64
