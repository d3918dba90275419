import { listTimeZones, timeZoneNamed, zoneCity } from '@/lib/time-zones'
import { folded } from '../fields/rules'

const onSite =
  'on site|onsite|in person|on location|present|physical|local|sur place|presentiel|en presentiel|sur site|vor ort|' +
  'prasenz|anwesend|kohapeal|kohal|paikalla|lasna|presencial|in presenza|in sede|stacjonarnie|na miejscu|現地|対面|会場|来場'
const remote =
  'remote|remotely|online|virtual|distance|from home|home|a distance|distanciel|en distanciel|teletravail|fern|remote arbeit|' +
  'von zu hause|kaugosalus|kaugtoo|kaugelt|eemalt|etana|etatyo|remoto|a distancia|en linea|da remoto|zdalnie|zdalny|' +
  'リモート|遠隔|オンライン|在宅'

const presences = new Map<string, 'on_site' | 'remote'>([
  ...onSite.split('|').map(word => [folded(word), 'on_site'] as const),
  ...remote.split('|').map(word => [folded(word), 'remote'] as const),
])

/** Whether somebody comes or works from elsewhere, in the languages in which columns are recognised; null for another word. */
export function presenceNamed(text: string): 'on_site' | 'remote' | null {
  return presences.get(folded(text)) ?? null
}

let cities: ReadonlyMap<string, string> | null = null

/** A zone by its IANA name in any case, or by its city (`Tokyo`), or null. */
export function zoneNamed(text: string): string | null {
  cities ??= new Map(listTimeZones().map(zone => [folded(zoneCity(zone)), zone]))
  return cities.get(folded(text)) ?? timeZoneNamed(text)
}

type Choice = { id: string; name: string }

/** Finds rows of the exercise by their name, whatever its case, diacritics and signs; an exact name first. */
export function finderOf(choices: readonly Choice[]): (text: string) => string | null {
  const loose = new Map(choices.map(({ id, name }) => [folded(name), id]))
  const exact = new Map(choices.map(({ id, name }) => [name, id]))
  return text => exact.get(text) ?? loose.get(folded(text)) ?? null
}
