import { CircleUserRound } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { buttonLook } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { TextLink } from '../ui/text-link'
import { LanguageChoice } from './language-choice'
import type { AccountWrites, Viewer } from './viewer'
import { ZoneChoice } from './zone-choice'

type AccountMenuProps = { viewer: Viewer | null; writes: AccountWrites; signInHref: string }

/** Who one is here, the language, the zone, and the way out. A popover of the browser's own, open without script. */
export async function AccountMenu({ viewer, writes, signInHref }: AccountMenuProps) {
  const t = await getTranslations('frame.account')
  const name = viewer ? t('menu', { name: viewer.name }) : t('visitor')
  return (
    <div className="print:hidden">
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={name}
        className="flex min-h-control min-w-target cursor-pointer items-center gap-1.5 rounded-control px-1.5 text-muted hover:text-ink"
      >
        <CircleUserRound aria-hidden="true" className="size-5 shrink-0" />
        <span aria-hidden="true" className="hidden max-w-36 truncate xl:inline">
          {viewer?.name ?? t('visitorShort')}
        </span>
      </button>
      <section
        id="account-menu"
        popover="auto"
        aria-label={name}
        className="under-anchor fixed inset-auto top-(--top-bar) right-2 m-0 w-72 max-w-[calc(100vw-1rem)] rounded-panel border border-edge bg-sheet p-3 shadow-lift"
      >
        <div className="grid gap-3">
          {viewer ? (
            <div className="min-w-0">
              <p className="font-semibold">{viewer.name}</p>
              <p className="break-all text-muted text-note">{viewer.email}</p>
              <TextLink href="/account" className="inline-block min-h-6 py-0.5">
                {t('open')}
              </TextLink>
            </div>
          ) : (
            <LinkButton href={signInHref} variant="primary">
              {t('signIn')}
            </LinkButton>
          )}
          <LanguageChoice save={writes.chooseLocale} />
          <ZoneChoice timeZone={viewer?.timeZone ?? null} save={writes.chooseTimeZone} />
          {viewer && writes.signOut ? (
            <form action={writes.signOut}>
              <button type="submit" className={`${buttonLook()} w-full`}>
                {t('signOut')}
              </button>
            </form>
          ) : null}
        </div>
      </section>
    </div>
  )
}
