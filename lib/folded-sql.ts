/** Letters that Unicode does not take apart, as they are typed on a keyboard without them. */
const singles = ['łøđðħı', 'loddhi'] as const
const pairs = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

/**
 * Without case and diacritics, so that `Alvkvist` finds Älvkvist and `Dobieslaw` Dobiesław. Postgres' own `normalize`
 * rather than `unaccent`, which not every server has. `text` is an expression of SQL, never what somebody typed.
 */
function foldedSql(text: string): string {
  const apart = `normalize(lower(${text} COLLATE "und-x-icu"), NFD)`
  const bare = `translate(regexp_replace(${apart}, '[\\u0300-\\u036f]', '', 'g'), '${singles[0]}', '${singles[1]}')`
  return Object.entries(pairs).reduce(
    (sql, [letter, typed]) => `replace(${sql}, '${letter}', '${typed}')`,
    bare,
  )
}

/** The condition that `text` holds each word of an array, which `soughtWords` made. True of an empty array. */
export const holdsAllWords = (text: string, words: string): string =>
  `${foldedSql(text)} LIKE ALL (SELECT ${foldedSql('sought."word"')} FROM unnest(${words}::text[]) AS sought("word"))`

/** At most eight of the words that somebody types, as patterns of LIKE. */
export const soughtWords = (typed: string): string[] =>
  typed
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, 8)
    .map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
