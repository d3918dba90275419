import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'

type Named = { id: string; name: string }
type Props = { path: string; controllers: readonly Named[]; teams: readonly Named[]; injects: number }

/** Whose book to print: a controller's, a team's, everybody's. */
export function BookChoice({ path, controllers, teams, injects }: Props) {
  const t = useTranslations('exchange')
  const lists = [
    { title: t('choose.controllers'), of: 'controller', items: controllers },
    { title: t('choose.teams'), of: 'team', items: teams },
  ].filter(({ items }) => items.length > 0)
  return (
    <Panel title={t('choose.title')}>
      <p className="mb-3 max-w-prose text-muted">{t('choose.lead')}</p>
      <p className="mb-3">
        <BookLink href={`${path}?of=all`}>{t('choose.all', { count: injects })}</BookLink>
      </p>
      <div className="grid gap-4 md:grid-cols-2">
        {lists.map(({ title, of, items }) => (
          <section key={of}>
            <h3 className="mb-1 font-semibold">{title}</h3>
            <ul className="columns-1 gap-4 sm:columns-2">
              {items.map(({ id, name }) => (
                <li key={id} className="break-inside-avoid">
                  <BookLink href={`${path}?of=${of}:${id}`}>{name}</BookLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  )
}

function BookLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-target items-center text-accent hover:underline"
    >
      {children}
    </Link>
  )
}
