import { getTranslations } from 'next-intl/server'
import { signOut } from '@/lib/sign-in/actions'
import { Button } from '../ui/button'

/** Works before its script does. */
export async function SignOutButton() {
  const t = await getTranslations('accounts')
  return (
    <form action={signOut}>
      <Button type="submit">{t('signOut')}</Button>
    </form>
  )
}
