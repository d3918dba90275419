import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { TextLink } from '@/components/ui/text-link'

type Props = {
  /** What was asked for, or empty. */
  text: string
  found: number
  /** How many fit besides those that are offered. */
  more: number
  /** The page without a question. */
  href: string
}

/** Beyond a team's own people the server looks among everybody; what it finds is what the fields below offer. */
export function PeopleSearch({ text, found, more, href }: Props) {
  const t = useTranslations('shifts')
  return (
    <search className="print:hidden">
      <form method="get" action={href} className="flex flex-wrap items-end gap-2">
        <TextField name="who" type="search" label={t('lookFor')} defaultValue={text} maxLength={100} />
        <Button type="submit">{t('look')}</Button>
      </form>
      <p className="text-muted text-note" role="status">
        {text === '' ? t('offeredNear') : t('offeredFound', { found: found + more })}
        {more > 0 ? ` ${t('offeredMore', { count: found })}` : null}{' '}
        {text === '' ? null : <TextLink href={href}>{t('offerNear')}</TextLink>}
      </p>
    </search>
  )
}
