import { test } from 'vitest'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { cloneDatabase } from './database.ts'

/**
 * A test whose file has a database of its own, for which the product's own modules are configured. Tests of one file
 * share it: each makes its own operator, and never cleans up.
 */
// biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures that this one needs, here none.
export const databaseTest = test.extend('database', { scope: 'file', auto: true }, async ({}, { onCleanup }) => {
  const database = await cloneDatabase()
  configureDatabase(database.urls)
  onCleanup(async () => {
    await closeDatabase()
    await database.drop()
  })
  return database
})
