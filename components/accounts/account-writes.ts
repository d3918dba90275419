import { chooseTimeZone, keepLocale } from '@/lib/accounts/actions'
import { signOut } from '@/lib/sign-in/actions'
import type { AccountWrites } from '../frame/viewer'

/** What the frame's account menu can do for somebody who is signed in. */
export const accountWrites: AccountWrites = { chooseLocale: keepLocale, chooseTimeZone, signOut }
