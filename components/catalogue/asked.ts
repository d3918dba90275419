import { leastSpacing, mostSpacing } from '@/lib/catalogue/bringing/times/rules'
import type { Search } from '@/lib/catalogue/queries'
import { catalogueKinds } from '@/lib/catalogue/rules'
import { pageNumber } from '@/lib/changes/rules'
import type { Asked } from './bring-form'

type Query = Record<string, string | string[] | undefined>

const textIn = (query: Query, name: string) => ([query[name]].flat()[0] ?? '').trim().slice(0, 200)

/** What an address asks of the catalogue; whatever means nothing asks for nothing. */
export function searchIn(query: Query): Search {
  return {
    q: textIn(query, 'q'),
    kind: catalogueKinds.find(kind => kind === textIn(query, 'kind')) ?? null,
    keyword: textIn(query, 'keyword'),
    retired: textIn(query, 'retired') === 'yes',
    page: pageNumber(query.page),
  }
}

/** A whole number from an address, within its bounds; else the usual one. */
export function numberIn(query: Query, name: string, usual: number, [least, most]: [number, number]): number {
  const text = textIn(query, name)
  const number = Number(text)
  return text !== '' && Number.isInteger(number) && number >= least && number <= most ? number : usual
}

/** How an entry is to be brought in, as far as the address says it. */
export function askedIn(query: Query, usual: Asked): Asked {
  const said = (name: 'into' | 'storyline' | 'start') =>
    query[name] === undefined ? usual[name] : textIn(query, name)
  const choice = textIn(query, 'startChoice')
  return {
    number: numberIn(query, 'number', usual.number, [1, 1_000_000]),
    ...{ into: said('into'), storyline: said('storyline'), start: said('start') },
    startChoice: choice === 'earlier' || choice === 'later' ? choice : '',
    spacing: numberIn(query, 'spacing', usual.spacing, [leastSpacing, mostSpacing]),
  }
}

/** What was chosen for names: `team-3=<id>`. */
export function choicesIn(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.keys(query).flatMap(key => {
      const id = textIn(query, key)
      return /^[a-z]+-\d{1,5}$/.test(key) && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
        ? [[key, id]]
        : []
    }),
  )
}
