/**
 * Holds our VTIMEZONEs against somebody else's: `node --import tsx scripts/compare-zones.ts FOLDER` reads every .ics
 * below the folder and says at which hours of 2020 to 2035 a reader of the two would not find the same instant.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ICAL from 'ical.js'
import { isShownTwice, wallText, zoneComponent } from '@/lib/calendars/zones/rules'
import { DAY } from '@/lib/time-calendar'
import { formatIso } from '@/lib/time-format'
import { isTimeZone, transitionsBetween } from '@/lib/time-zones'

const [from, to] = [Date.UTC(2020, 0, 1), Date.UTC(2036, 0, 1)]
const HOUR = DAY / 24

/** Each week of the years, and each hour of the day on either side of a change. */
function hoursOf(timeZone: string): number[] {
  const hours: number[] = []
  for (let at = from; at < to; at += 7 * DAY) hours.push(at)
  for (const { at } of transitionsBetween(timeZone, from, to)) {
    for (let near = -24; near <= 24; near++) hours.push(at + near * HOUR)
  }
  return hours.filter(at => at >= from && at < to && !isShownTwice(at, timeZone))
}

function instantIn(zone: ICAL.Timezone, wall: string): number {
  const time = ICAL.Time.fromDateTimeString(wall)
  time.zone = zone
  return time.toUnixTime() * 1000
}

/** The zone's name out of a TZID with a path before it (`/citadel.org/20260414_1/Europe/Tallinn`). */
function nameIn(tzid: string): string | undefined {
  const parts = tzid.split('/').filter(part => part !== '')
  return parts.map((_, at) => parts.slice(at).join('/')).find(isTimeZone)
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('Name a folder of .ics files')
let differing = 0
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!file.endsWith('.ics')) continue
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path.join(folder, file), 'utf8')))
  for (const component of calendar.getAllSubcomponents('vtimezone')) {
    const timeZone = nameIn(String(component.getFirstPropertyValue('tzid')))
    if (timeZone === undefined) continue
    const theirs = new ICAL.Timezone(component)
    const ours = new ICAL.Timezone(new ICAL.Component(zoneComponent(timeZone, from, to)))
    const hours = hoursOf(timeZone)
    const wrong = hours.filter(at => {
      const wall = wallText(at, timeZone)
      return instantIn(ours, wall) !== instantIn(theirs, wall)
    })
    if (wrong.length > 0) differing++
    const where = wrong
      .slice(0, 3)
      .map(at => formatIso(at))
      .join(', ')
    process.stdout.write(`${timeZone}: ${hours.length} hours, ${wrong.length} differ ${where}\n`)
  }
}
process.stdout.write(`${differing} zones differ; here: tzdata ${process.versions.tz}\n`)
