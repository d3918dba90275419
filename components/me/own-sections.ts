import type { Section } from '@/components/frame/section-nav'

/** The two looks at one's own days in an exercise: what is next, and the whole arc. */
export function ownSections(
  code: string,
  t: (key: 'sections.schedule' | 'sections.timeline') => string,
): Section[] {
  return [
    { href: `/me?exercise=${encodeURIComponent(code)}`, label: t('sections.schedule'), exact: true },
    { href: `/me/timeline/${code}`, label: t('sections.timeline') },
  ]
}
