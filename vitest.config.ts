import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Journeys share one demonstration, so their order is always the same. What looks at every page finds it as a newcomer
 * does; the journey that moves it a year forward comes after those that live in its present.
 */
class SameOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith('/e2e/every-page.test.ts') ? 0 : moduleId.endsWith('/e2e/accompaniment.test.ts') ? 2 : 1
    const byName = (a: TestSpecification, b: TestSpecification) => (a.moduleId < b.moduleId ? -1 : 1)
    if (files.some(({ project }) => project.name === 'e2e'))
      return [...files].sort((a, b) => rank(a) - rank(b) || byName(a, b))
    return super.sort(files)
  }
}

/**
 * Without the Remix plugin: it turns every module into one of its routes and breaks under a test runner. Aliases are the
 * "imports" of package.json, which Vite and Node both read. `npm test` brings the servers that the projects need; a
 * project run alone (`npx vitest --project db`) brings its own.
 */
export default defineConfig({
  test: {
    // As in production, where modules have no __dirname and no require.
    injectCjsGlobals: false,
    slowTestThreshold: 1000,
    sequence: { sequencer: SameOrder },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,workers}/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          // Properties over a century of days are long on a busy machine, and never wrong for it.
          testTimeout: 60_000,
          setupFiles: ['tests/harness/console.ts'],
        },
      },
      {
        test: {
          name: 'ui',
          include: ['app/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/harness/console.ts', 'tests/harness/screen.ts'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['tests/{db,guards}/**/*.test.ts'],
          globalSetup: ['tests/harness/setup-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'queues',
          include: ['tests/queues/**/*.test.ts'],
          globalSetup: ['tests/harness/setup-database.ts', 'tests/harness/setup-redis.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/harness/setup-product.ts'],
          // One browser at a time: two cores serve it and the product.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/harness/setup-database.ts', 'tests/harness/setup-redis.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
