import { demoPeople } from '@/lib/accounts/demo-people'
import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import { uniqueAddresses } from './addresses'
import { addProgrammeAccessions } from './delegations'
import { addMainExercise } from './main-exercise'
import { demoDates } from './moments'
import { addPartners, addProgramme, addSeries } from './programme'
import { randomOf } from './random'
import { addSideExercise, addSideExperts, type SideExercise } from './side-exercises'
import { emptyWorld, type Making, type World } from './world'

const seedNumber = 0x5747_4558

/** The whole demo as rows. Pure: the same day (YYYY-MM-DD) gives the same rows. Throws a RangeError for no date. */
export function demoWorld(today: string): World {
  const dates = demoDates(today)
  const making: Making = {
    world: emptyWorld(),
    random: randomOf(seedNumber, dates.now),
    dates,
    address: uniqueAddresses(demoPeople.map(person => person.email)),
  }
  const programme = addProgramme(making)
  const lantern = addSeries(making, programme, 'BL', 'Baltic Lantern')
  const spear = addSeries(making, programme, 'AS', 'Amber Spear')
  const bridge = addSeries(making, programme, 'CB', 'Common Bridge')
  const partners = addPartners(making, programme)
  addProgrammeAccessions(making, partners)

  const plans = sidePlans(making)
  const previous = addSideExercise(making, lantern, partners, plans.previous)
  addMainExercise(making, programme, lantern, partners, previous)
  const coalition = addSideExercise(making, bridge, partners, plans.coalition)
  addSideExercise(making, spear, partners, plans.offensive)
  addSideExperts(making, previous, plans.previous)
  addSideExperts(making, coalition, plans.coalition)
  const table = addSideExercise(making, bridge, partners, plans.table)
  addSideExperts(making, table, plans.table)
  making.world.Marker.push({ key: 'demo', value: today, setAt: dateOf(dates.now) })
  return making.world
}

function sidePlans({
  dates,
}: Making): Record<'previous' | 'coalition' | 'offensive' | 'table', SideExercise> {
  const year = (instant: number) => new Date(instant).getUTCFullYear()
  const last = year(dates.main) - 1
  return {
    previous: {
      code: `BL${last % 100}`,
      name: `Baltic Lantern ${last}`,
      status: 'closed',
      startexAt: dates.previous,
      summary: 'Last year’s edition, closed after its final report.',
      teams: name => !/1[2-7]$/.test(name),
      partners: index => index % 9 !== 4,
      state: 'confirmed',
      experts: 240,
      expertState: 'checked_in',
    },
    coalition: {
      code: `CB${year(dates.coalition) % 100}`,
      name: `Common Bridge ${year(dates.coalition)}`,
      status: 'registration',
      startexAt: dates.coalition,
      summary: 'A coalition practises sharing and deciding together; nobody wins and nobody is scored.',
      teams: name => /White|Control|Strategic|Yellow|Situational|Blue Team 0[1-6]/.test(name),
      partners: index => index % 3 !== 1,
      state: 'confirmed',
      experts: 160,
      expertState: 'submitted',
    },
    table: {
      code: `HT${year(dates.main) % 100}`,
      name: `Harbour Table ${year(dates.main)}`,
      status: 'registration',
      startexAt: dates.main + DAY,
      summary: 'Leaders decide at one table, in the week of the main exercise.',
      teams: name => /White|Strategic/.test(name),
      partners: index => index % 6 === 0,
      state: 'confirmed',
      experts: 6,
      expertState: 'submitted',
    },
    offensive: {
      code: `AS${year(dates.offensive) % 100}`,
      name: `Amber Spear ${year(dates.offensive)}`,
      status: 'planning',
      startexAt: dates.offensive,
      summary: 'Red teams train together: reconnaissance, entry and effects on a closed range.',
      teams: name => /White|Control|Red|Green|Range/.test(name),
      partners: index => index % 4 === 0,
      state: 'in_contact',
      experts: 0,
      expertState: 'draft',
    },
  }
}
