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

/** Whom the demo's door lets in, in the order it shows them. The seed makes their accounts and memberships. Names
 * are put together as the seed's are, so that they are nobody's. */
export const demoPeople = [
  person('director', 'Riina Kivimerts', 'riina.kivimerts', 'Europe/Tallinn'),
  person('planner', 'Eerik Tammelaht', 'eerik.tammelaht', 'Europe/Tallinn'),
  person('registrar', 'Aune Rannanurm', 'aune.rannanurm', 'Europe/Tallinn'),
  person('controller', 'Dobiesław Jaworecki', 'dobieslaw.jaworecki', 'Europe/Warsaw'),
  {
    ...person('point_of_contact', 'Minori Kitazaka', 'minori.kitazaka', 'Asia/Tokyo'),
    key: 'contact_jpn',
    nation: 'JPN',
  },
  {
    ...person('point_of_contact', 'Piret Meremerts', 'piret.meremerts', 'Europe/Tallinn'),
    key: 'contact_est',
    nation: 'EST',
  },
  {
    ...person('company_contact', 'Nagi Higashimura', 'nagi.higashimura', 'Asia/Tokyo'),
    nation: 'JPN',
  },
  { ...person('expert', 'Sora Minamihara', 'sora.minamihara', 'Asia/Tokyo'), nation: 'JPN' },
  { ...person('observer', 'Clémence Valbrune', 'clemence.valbrune', 'Europe/Brussels'), locale: 'fr' },
  person('administrator', 'Kalju Haavasalu', 'kalju.haavasalu', 'Europe/Tallinn'),
] as const satisfies readonly DemoPerson[]

function person<R extends Role>(role: R, name: string, mailbox: string, timeZone: string) {
  const email = `${mailbox}@demo.startex.example`
  return { key: role, email, name, role, nation: null, locale: 'en' as const, timeZone }
}
