import type { Role } from '../policy'

/** One of the invented people of the demo; what they do is told in `accounts.demo.<key>`. */
export type DemoPerson = {
  key: string
  email: string
  name: string
  role: Role
  /** ISO 3166 alpha-3, for whoever speaks for a nation. */
  nation: string | null
  locale: 'en' | 'fr'
  timeZone: string
}

/** Whom the demo's door lets in, in the order it shows them. The seed makes their accounts and memberships. */
export const demoPeople = [
  person('director', 'Liis Kask', 'liis.kask', 'Europe/Tallinn'),
  person('planner', 'Mart Ilves', 'mart.ilves', 'Europe/Tallinn'),
  person('registrar', 'Aino Saar', 'aino.saar', 'Europe/Tallinn'),
  person('controller', 'Tomasz Wilk', 'tomasz.wilk', 'Europe/Warsaw'),
  {
    ...person('point_of_contact', 'Haruka Mizuno', 'haruka.mizuno', 'Asia/Tokyo'),
    key: 'contact_jpn',
    nation: 'JPN',
  },
  {
    ...person('point_of_contact', 'Kadri Mets', 'kadri.mets', 'Europe/Tallinn'),
    key: 'contact_est',
    nation: 'EST',
  },
  { ...person('expert', 'Ren Asakura', 'ren.asakura', 'Asia/Tokyo'), nation: 'JPN' },
  { ...person('observer', 'Claire Montreuil', 'claire.montreuil', 'Europe/Brussels'), locale: 'fr' },
  person('administrator', 'Jaan Rebane', 'jaan.rebane', 'Europe/Tallinn'),
] as const satisfies readonly DemoPerson[]

function person<R extends Role>(role: R, name: string, mailbox: string, timeZone: string) {
  const email = `${mailbox}@demo.startex.example`
  return { key: role, email, name, role, nation: null, locale: 'en' as const, timeZone }
}
