// Who may import whom: the house's table, stated once. Imports run one way: app → components → lib.
const noun = '^lib/[^/]+/'
const test = '[.](test|db[.]test|fixture)[.]tsx?$'
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'app-never-db',
      severity: 'error',
      from: { path: '^app/', pathNot: test },
      to: { path: '^lib/db[.]ts$|^prisma/' },
    },
    {
      name: 'components-noun',
      comment:
        'a domain component knows the form of a write (schema, rules, actions), never how rows are read',
      severity: 'error',
      from: { path: '^components/', pathNot: test },
      to: {
        path: '^app/|^prisma/|^lib/db[.]ts$|^lib/env[.]ts$|^lib/[^/]+/.*queries[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ui-knows-nothing',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: test },
      to: { path: '^(app|lib|prisma|messages)/|^components/(?!ui/)' },
    },
    { name: 'lib-not-up', severity: 'error', from: { path: '^lib/' }, to: { path: '^(app|components)/' } },
    {
      name: 'noun-own-queries',
      comment: "another noun's queries and actions are its own business",
      severity: 'error',
      from: { path: '^lib/([^/]+)/', pathNot: test },
      to: { path: '^lib/([^/]+)/.*(queries|actions)[.]ts$', pathNot: '^lib/$1/' },
    },
    {
      name: 'pure-rules',
      comment: 'rules and schema are pure: zod, time, other rules and schemas; generated enums as types',
      severity: 'error',
      from: { path: `${noun}.*(rules|schema)[.]ts$` },
      to: {
        path: '^(lib|prisma)/',
        pathNot: '^lib/(time[a-z-]*|errors|policy|text)[.]ts$|^lib/[^/]+/.*(rules|schema)[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'machinery-knows-no-noun',
      severity: 'error',
      // What the worker does with each job is put together in one place.
      from: { path: '^lib/[^/]+[.]ts$', pathNot: `${test}|^lib/(jobs|tasks)[.]ts$` },
      to: { path: noun, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-db-knows-prisma',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '^prisma/client' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/client|[.]next)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
