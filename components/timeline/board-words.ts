import type { getTranslations } from 'next-intl/server'
import { activityKinds } from '@/lib/schedule/kinds/rules'
import { dateNames, type TimeLocale } from '@/lib/time-names'
import type { BoardWords } from './words'

export type Translate = Awaited<ReturnType<typeof getTranslations>>

/** Made by the server once a page. `t` speaks the namespace `timeline`. */
export function boardWords(t: Translate, locale: TimeLocale, teams: number): BoardWords {
  const kinds = ['phases', 'activities', 'teams', ...activityKinds] as const
  const { months, longMonths, weekdays } = dateNames[locale]
  return {
    chart: t('chart'),
    help: t('help'),
    lanesBy: t('lanesBy'),
    phases: t('lanes.phases'),
    teams: t('lanes.teams'),
    zone: t('zone'),
    zulu: t('zulu'),
    mine: t('mine'),
    mineLong: t('mineLong', { city: '{city}' }),
    you: t('you', { city: '{city}' }),
    zoom: t('zoom'),
    zoomOut: t('zoomOut'),
    zoomIn: t('zoomIn'),
    fit: t('fit'),
    fitLong: t('fitLong'),
    goNow: t('goNow'),
    goNowLong: t('goNowLong'),
    asTable: t('asTable'),
    share: t('share'),
    shared: t('shared'),
    shareFailed: t('shareFailed'),
    details: t('details'),
    close: t('close'),
    open: t('open'),
    teamsCount: t('teamsCount', { count: teams }),
    crowdOpen: t('crowdOpen'),
    crowdTitle: t('crowdTitle', { count: '{count}' }),
    crowd: t('crowd', { count: '{count}', titles: '{titles}' }),
    clocks: t('clocks', { by: '{by}' }),
    now: t('now'),
    empty: t('empty'),
    kinds: Object.fromEntries(kinds.map(kind => [kind, t(`kinds.${kind}`)])),
    names: { months, longMonths, weekdays, quarter: t('quarter', { n: '{n}' }) },
  }
}
