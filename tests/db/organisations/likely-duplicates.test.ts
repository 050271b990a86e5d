import { describe, expect } from 'vitest'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { type TestActor, test } from '#tests/harness/operator.ts'

const known = { name: 'Association La Ruche des Possibles', siret: '73282932000074', rna: 'W452012345' }

async function answerTo(practitioner: TestActor, input: Record<string, string>): Promise<string> {
  const outcome = await practitioner.run(createOrganisation, input)
  return outcome.kind === 'failed' ? outcome.failure.tag : outcome.kind
}

describe('an organisation that may already be known', () => {
  test('is named before a second one is created, whatever its accents, its article or its plural', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    await practitioner.must(createOrganisation, known)
    for (const name of ['la ruche des possibles', 'RUCHE DES POSSIBLE', 'Scop Ruchë des Possibles', 'Ruche Possibles'])
      expect(await answerTo(practitioner, { name }), name).toBe('likely-duplicate')
    expect(await practitioner.run(createOrganisation, { name: 'Ruche des possibles' })).toEqual({
      kind: 'failed',
      failure: { tag: 'likely-duplicate', params: { names: known.name }, field: 'name' },
    })
  })

  test('is let through when its name says another thing, or when the person says that it is another', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    await practitioner.must(createOrganisation, known)
    for (const name of ['La Ressourcerie des Possibles', 'Association des Jardins', 'La Ruche du Val', '%'])
      expect(await answerTo(practitioner, { name }), name).toBe('done')
    expect(await answerTo(practitioner, { name: 'La Ruche des Possibles', isAnother: 'oui' })).toBe('done')
  })

  test('is known by its SIREN, or by a number that was kept as a draft', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    await practitioner.must(createOrganisation, known)
    await practitioner.must(createOrganisation, { name: 'Le Fournil', rna: 'W45 2099', keepDraft: 'oui' })
    // Another establishment of 732 829 320; its own check digits pass.
    expect(await answerTo(practitioner, { name: 'Boutique du centre', siret: '732 829 320 00017' })).toBe(
      'likely-duplicate',
    )
    expect(await answerTo(practitioner, { name: 'Tout autre', rna: 'W452099', keepDraft: 'oui' })).toBe(
      'likely-duplicate',
    )
  })

  test('is never another operator’s', async ({ operator, foreign }) => {
    await (await foreign.practitioner()).must(createOrganisation, known)
    const practitioner = await operator.practitioner()
    expect(await answerTo(practitioner, { name: known.name, siret: known.siret })).toBe('done')
  })
})
