/** Plain data on its way to a client component, as one string. */
export type Packed<Data> = string & { readonly packs?: Data }

/**
 * React writes and reads each value of what it hands to a client component, and a page's first picture needs both; a
 * string it copies. For much data that draws little (`npm run bench msel-page`). Nothing but what JSON knows goes through.
 */
export const pack = <Data>(data: Data): Packed<Data> => JSON.stringify(data)

export function unpack<Data>(packed: Packed<Data>): Data {
  return JSON.parse(packed)
}
