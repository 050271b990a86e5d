/**
 * Who may import whom (STYLE.md, "Layers"). Imports go one way: routes → http → use cases → stores → db; ui → pure;
 * workers → use cases. Types count as imports: what a file knows of, it depends on.
 */

const ours = '^(app|db|workers)/'
const tests = '\\.test\\.tsx?$'
const feature = '^app/features/[^/]+/'
/** Rules of the trade: no clock, no input or output, no React. */
const pure = `${feature}(?!ui/)(?!.*\\.server\\.)(?!.*\\.test\\.)[^/]+\\.ts$`
const store = `${feature}[^/]+\\.store\\.server\\.ts$`
const useCase = `${feature}[^/]+\\.(command|query|effect)\\.server\\.ts$`
/** What a message says: it reads with stores, and writes in the reader's language. */
const message = `${feature}[^/]+\\.message\\.server\\.ts$`
const adapter = `${feature}(?!.*\\.(store|command|query|effect|message)\\.server\\.)[^/]+\\.server\\.tsx?$`
/** Who one is comes before which operator one may see: signing in has a database role and pages of its own. */
const signIn = '^app/features/sign-in/'
const featureUi = `${feature}ui/`
/** They open a transaction for somebody, and brand it. */
const doors = '^db/(tenant|identity)\\.ts$'
/** One statement for what a transaction is asked in the same turn; it opens none. */
const together = '^db/asked-together\\.ts$'
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`

const react = npm('react', 'react-dom', '@remix-run/react', 'react-i18next', 'lucide-react')
const remix = npm('@remix-run/[^/]+')
const sql = npm('drizzle-orm', 'pg', 'postgres')
const queue = npm('bullmq', 'ioredis')

/** A rule: files of `from` never import `to` (save `except`). */
const never = (name, comment, from, to, except) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from, pathNot: tests } : from,
  to: except ? { path: to, pathNot: except } : { path: to },
})

/** @type {import('dependency-cruiser').IConfiguration} */
/** Formats and the shape of a catalogue are pure: a date is written the same way everywhere. */
const words = '^app/i18n/(words|formats|catalogue|typography|translate\\.server)\\.ts$'

module.exports = {
  forbidden: [
    never(
      'AR-01-kernel',
      'The kernel knows no business word and nothing of ours.',
      '^app/kernel/',
      [ours, 'node_modules/'],
      ['^app/kernel/', npm('zod', 'uuid')],
    ),
    never(
      'AR-02-pure',
      'A pure feature file knows the kernel and pure files of any feature.',
      pure,
      [ours, 'node_modules/'],
      ['^app/kernel/', pure, '^db/schema/', words, npm('zod')],
    ),
    {
      ...never('AR-03-pure-core', 'A pure file does no input or output.', pure, ''),
      to: { dependencyTypes: ['core'] },
    },
    never(
      'AR-04-store',
      'A store knows its tables, other stores and the transaction it is given; programmes are shipped as data.',
      store,
      [ours, react, remix, queue],
      [
        '^app/kernel/',
        '^app/access/outcome\\.ts$',
        pure,
        store,
        '^db/schema/',
        '^db/seed/programmes/',
        doors,
        together,
        words,
      ],
    ),
    never(
      'AR-05-use-case',
      'A use case goes through access and stores: no SQL, no HTTP, no queue.',
      useCase,
      ['^db/', '^workers/', '^app/(http|routes|ui|server|commands)/', featureUi, react, remix, sql, queue],
      ['^db/schema/', doors],
    ),
    never(
      'AR-06-use-case-alone',
      'A use case does not call another: what they share is a rule or a store.',
      useCase,
      useCase,
    ),
    never(
      'AR-07-outside-world',
      'Only an effect talks to the outside world: a command or a query is one transaction (not those of the account).',
      { path: `${feature}[^/]+\\.(command|query)\\.server\\.ts$`, pathNot: '^app/features/(sign-in|account)/' },
      adapter,
    ),
    never(
      'AR-08-adapter',
      'An adapter wraps one library and knows nothing of the data.',
      { path: adapter, pathNot: signIn },
      ['^db/', '^workers/', '^app/(access|http|routes|server|commands)/', store, useCase, sql, queue],
    ),
    never('AR-09-access', 'The door to data knows no feature and no transport.', '^app/access/', [
      '^app/(features|http|routes|ui|i18n|server|commands)/',
      '^workers/',
      react,
      remix,
      queue,
      npm('pg', 'express'),
    ]),
    never(
      'AR-10-access-db',
      'The door opens through db/tenant and writes the journal; connections are not its business.',
      '^app/access/',
      '^db/',
      [doors, together, '^db/schema/'],
    ),
    never(
      'AR-11-http',
      'http knows no feature but the sign-in, and no data.',
      '^app/http/',
      ['^db/', '^workers/', '^app/(features|routes|server|commands)/', sql, queue],
      [signIn, '^db/tenant\\.ts$', '^app/server/log\\.ts$'],
    ),
    never(
      'AR-12-ui',
      'What is shown knows rules and words, never the server.',
      `^app/ui/|${featureUi}`,
      ['\\.server\\.', '^db/', '^workers/', '^app/(access|routes|server|commands)/', sql, queue],
      '^db/schema/',
    ),
    {
      ...never(
        'AR-13-ui-core',
        'What is shown also runs in a browser.',
        `^app/ui/|${featureUi}|^app/i18n/(?!.*\\.server\\.)`,
        '',
      ),
      to: { dependencyTypes: ['core'] },
    },
    never('AR-14-kit', 'The kit knows no feature.', '^app/ui/', '^app/features/'),
    never('AR-15-words', 'Words know nothing but words.', '^app/i18n/', [
      '^db/',
      '^workers/',
      '^app/(access|http|features|routes|ui|server|commands)/',
    ]),
    never('AR-16-routes', 'A route is a URL, its use case and its screen.', '^app/routes/', [
      '^db/',
      '^workers/',
      '^app/(access|server|commands)/',
      store,
      sql,
      queue,
    ]),
    never(
      'AR-17-routes-alone',
      'A route does not import another: what they share belongs to a feature.',
      '^app/routes/',
      '^app/routes/',
    ),
    never('AR-18-workers', 'Workers run use cases: no store, no page.', '^workers/', [
      store,
      '^app/(http|routes|ui|server|commands)/',
      featureUi,
      react,
      remix,
    ]),
    never('AR-19-workers-db', 'Workers know the relay’s door and how to open and close it.', '^workers/', '^db/', [
      '^db/relay\\.ts$',
      '^db/client\\.ts$',
      '^db/roles\\.ts$',
    ]),
    never(
      'AR-20-db',
      'The database layer knows the kernel only.',
      '^db/(?!seed/)',
      ['^app/', '^workers/', react, remix, queue],
      '^app/kernel/',
    ),
    never(
      'AR-21-client',
      'Connections are for the doors and the entry points.',
      {
        path: ours,
        pathNot: ['^db/', '^app/(server|commands)/', '^app/(env|entry)\\.server\\.tsx?$', '^workers/', signIn, tests],
      },
      '^db/client\\.ts$',
    ),
    {
      name: 'AR-22-door',
      comment: 'Only access opens the transaction of an operator or of a person; others may name its types.',
      severity: 'error',
      from: {
        path: ours,
        pathNot: [
          '^app/access/',
          '^db/',
          tests,
          `${signIn}(current-sign-in|end-sign-ins|identity|invitation-link|open-password-link)\\.server\\.ts$`,
        ],
      },
      to: { path: doors, dependencyTypesNot: ['type-only'] },
    },
    never(
      'AR-23-driver',
      'db/client.ts is the only file that knows the driver.',
      { path: ours, pathNot: ['^db/client\\.ts$'] },
      npm('pg', 'postgres'),
    ),
    never(
      'AR-24-queue',
      'The queue only delivers: the workers alone know it.',
      { path: ours, pathNot: '^workers/' },
      queue,
    ),
    never(
      'AR-25-entry-points',
      'Nothing imports an entry point.',
      { path: ours, pathNot: ['^app/(server|commands)/', '^workers/', tests] },
      ['^app/(server|commands)/', '^workers/'],
      '^app/server/log\\.ts$',
    ),
    never('AR-26-tests', 'The product does not know its tests.', { path: ours, pathNot: tests }, ['^tests/', tests]),
    {
      name: 'AR-27-dev-dependency',
      comment: 'What production runs is in dependencies.',
      severity: 'error',
      from: { path: ours, pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'AR-28-undeclared',
      comment: 'Every package is in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'AR-29-unresolved',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'AR-30-cycle', comment: 'No cycles.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'AR-31-barrel',
      comment: 'No barrels: import the file that says it.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)index\\.tsx?$', pathNot: 'node_modules/' },
    },
    {
      name: 'AR-32-table-types',
      comment: 'Outside the stores, tables are known by their types only.',
      severity: 'error',
      from: { path: ours, pathNot: ['^db/', store, '^app/access/', '^app/commands/', signIn, tests] },
      to: { path: '^db/schema/', dependencyTypesNot: ['type-only'] },
    },
    never(
      'AR-33-message',
      'A message reads with stores and writes a letter; it knows no transport.',
      message,
      ['^workers/', '^db/', '^app/(http|routes|ui|server|commands)/', useCase, featureUi, react, remix, sql, queue],
      '^db/tenant\\.ts$',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|node_modules/\\.)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
