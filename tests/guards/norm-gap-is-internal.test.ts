import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const sources = globSync('{app,workers,db}/**/*.{ts,tsx}').map(file => ({ file, text: readFileSync(file, 'utf8') }))
const naming = (pattern: RegExp) =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort()

/** No report, export, message or link may ever read the note: these files are all that name it. */
it('the note on the accepted gap is read by the organisation’s page alone', () => {
  expect(naming(/\bnormGapNotes\b|norm_gap_notes/)).toEqual([
    'app/features/network/norm-gap.store.server.ts',
    // Moves it with its organisation, and reads none of its words.
    'app/features/organisations/merges.store.server.ts',
    'db/isolation.ts',
    'db/schema/network.ts',
  ])
  expect(naming(/norm-gap\.store\.server/)).toEqual([
    'app/features/network/write-norm-gap.command.server.ts',
    'app/features/organisations/organisation-page.query.server.ts',
  ])
  expect(naming(/\/organisation-page\.query\.server/)).toEqual(['app/routes/operator/organisation.tsx'])
})
