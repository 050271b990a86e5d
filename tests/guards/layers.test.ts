import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'

const run = promisify(execFile)
const config = resolve('.dependency-cruiser.cjs')
const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

/** For each rule, a file that breaks it and what it must not import. */
const breaks: Record<string, [file: string, imported: string]> = {
  'AR-01-kernel': ['app/kernel/day.ts', 'app/features/sessions/session.ts'],
  'AR-02-pure': ['app/features/sessions/session-rules.ts', 'react'],
  'AR-03-pure-core': ['app/features/sessions/session-clock.ts', 'node:fs'],
  'AR-04-store': ['app/features/sessions/sessions.store.server.ts', 'app/access/actor.ts'],
  'AR-05-use-case': ['app/features/sessions/hold-session.command.server.ts', 'drizzle-orm'],
  'AR-06-use-case-alone': [
    'app/features/sessions/move-session.command.server.ts',
    'app/features/sessions/hold-session.command.server.ts',
  ],
  'AR-07-outside-world': [
    'app/features/sessions/sessions-page.query.server.ts',
    'app/features/reports/render-pdf.server.ts',
  ],
  'AR-08-adapter': ['app/features/reports/render-pdf.server.ts', 'app/access/outcome.ts'],
  'AR-09-access': ['app/access/outcome.ts', 'app/features/sessions/session.ts'],
  'AR-10-access-db': ['app/access/journal.server.ts', 'db/relay.ts'],
  'AR-11-http': ['app/http/guard.server.ts', 'app/features/sessions/session.ts'],
  'AR-12-ui': ['app/features/sessions/ui/session-form.tsx', 'app/features/sessions/sessions.store.server.ts'],
  'AR-13-ui-core': ['app/ui/clock.tsx', 'node:os'],
  'AR-14-kit': ['app/ui/card.tsx', 'app/features/sessions/session.ts'],
  'AR-15-words': ['app/i18n/words.ts', 'app/ui/card.tsx'],
  'AR-16-routes': ['app/routes/sessions.tsx', 'app/features/sessions/sessions.store.server.ts'],
  'AR-17-routes-alone': ['app/routes/today.tsx', 'app/routes/sessions.tsx'],
  'AR-18-workers': ['workers/registry.ts', 'app/features/sessions/sessions.store.server.ts'],
  'AR-19-workers-db': ['workers/relay.ts', 'db/tenant.ts'],
  'AR-20-db': ['db/client.ts', 'app/access/outcome.ts'],
  'AR-21-client': ['app/access/query.server.ts', 'db/client.ts'],
  'AR-22-door': ['app/http/form.server.ts', 'db/tenant.ts'],
  'AR-23-driver': ['db/relay.ts', 'pg'],
  'AR-24-queue': ['app/access/outbox.server.ts', 'bullmq'],
  'AR-25-entry-points': ['app/root.tsx', 'app/server/main.ts'],
  'AR-26-tests': ['app/env.server.ts', 'tests/harness/clock.ts'],
  'AR-27-dev-dependency': ['app/server/web.ts', 'vitest'],
  'AR-28-undeclared': ['app/server/log.ts', 'chalk'],
  'AR-29-unresolved': ['app/server/health.ts', './gone.ts'],
  'AR-30-cycle': ['app/server/main.ts', 'app/server/main.ts'],
  'AR-31-barrel': ['app/kernel/result.ts', 'app/kernel/index.ts'],
  'AR-32-table-types': ['app/features/sessions/cancel-session.command.server.ts', 'db/schema/sessions.ts'],
  'AR-33-message': ['app/features/sessions/session-held.message.server.ts', 'app/http/form.server.ts'],
}

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

const tree = await mkdtemp(join(tmpdir(), 'sillage-layers-'))
afterAll(() => rm(tree, { recursive: true }))

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, file)), { recursive: true })
  await writeFile(join(tree, file), text)
}

it('every rule about who imports whom catches the file that breaks it', async () => {
  const dependencies = { react: '1', 'drizzle-orm': '1', pg: '1', bullmq: '1' }
  await write(
    'package.json',
    JSON.stringify({
      type: 'module',
      imports: { '#app/*': './app/*', '#db/*': './db/*', '#tests/*': './tests/*' },
      dependencies,
      devDependencies: { vitest: '1' },
    }),
  )
  await write('tsconfig.json', '{}')
  for (const name of [...Object.keys(dependencies), 'vitest', 'chalk']) {
    await write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'main.js' }),
    )
    await write(`node_modules/${name}/main.js`, 'export const x = 1')
  }
  const isOurs = (target: string) => /^(app|db|tests)\//.test(target)
  for (const [, target] of Object.values(breaks)) if (isOurs(target)) await write(target, 'export const x = 1')
  for (const [file, target] of Object.values(breaks))
    await write(file, `import { x } from '${isOurs(target) ? `#${target}` : target}'\nexport const y = x`)

  const found = await run(
    process.execPath,
    [cruiser, 'app', 'db', 'workers', '--config', config, '--output-type', 'json'],
    {
      cwd: tree,
      maxBuffer: 64 * 1024 * 1024,
    },
  ).catch(failed => failed)
  const { violations } = Report.parse(JSON.parse(found.stdout)).summary
  const broken = new Set(violations.map(({ from, rule }) => `${rule.name} ${from}`))
  const unseen = Object.entries(breaks).filter(([rule, [file]]) => !broken.has(`${rule} ${file}`))
  expect(unseen).toEqual([])
})

it('every rule is among those shown to catch', () => {
  const { forbidden } = z
    .object({ forbidden: z.array(z.object({ name: z.string() })) })
    .parse(createRequire(import.meta.url)(config))
  expect(forbidden.map(({ name }) => name)).toEqual(Object.keys(breaks))
})
