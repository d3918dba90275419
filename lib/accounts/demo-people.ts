/** The people of the demo whom one click signs in. Invented; the seed gives each an account of that e-mail. */
export const demoPeople = [
  {
    email: 'oskar.haavasalu@startex.example',
    name: 'Oskar Haavasalu',
    role: 'administrator',
    note: 'administrator',
    nation: null,
  },
  {
    email: 'riina.kivimerts@lantern.example',
    name: 'Riina Kivimerts',
    role: 'director',
    note: 'director',
    nation: null,
  },
  {
    email: 'elina.koskivaara@lantern.example',
    name: 'Elina Koskivaara',
    role: 'planner',
    note: 'planner',
    nation: null,
  },
  {
    email: 'taavi.rannapuu@lantern.example',
    name: 'Taavi Rannapuu',
    role: 'registrar',
    note: 'registrar',
    nation: null,
  },
  {
    email: 'jonas.almdalen@lantern.example',
    name: 'Jonas Almdalen',
    role: 'controller',
    note: 'controller',
    nation: null,
  },
  {
    email: 'minori.kitazawa@defence.jp.example',
    name: 'Minori Kitazawa',
    role: 'point_of_contact',
    note: 'contact_japan',
    nation: 'JPN',
  },
  {
    email: 'kadri.merilaht@defence.ee.example',
    name: 'Kadri Merilaht',
    role: 'point_of_contact',
    note: 'contact_estonia',
    nation: 'EST',
  },
  {
    email: 'aoi.minamihara@defence.jp.example',
    name: 'Aoi Minamihara',
    role: 'expert',
    note: 'expert_japan',
    nation: 'JPN',
  },
  {
    email: 'clemence.valbrune@observers.example',
    name: 'Clémence Valbrune',
    role: 'observer',
    note: 'observer',
    nation: null,
  },
] as const

/** `note` names the sentence that says what this person sees; `nation` is ISO 3166 alpha-3. */
export type DemoPerson = (typeof demoPeople)[number]
