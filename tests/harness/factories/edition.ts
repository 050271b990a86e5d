import type { EditionContent } from '#app/features/reports/edition-content.ts'
import { newId } from '#app/kernel/ids.ts'
import { type EditionState, editions, editionTraces } from '#db/schema/agreements.ts'
import type { TestOperator } from '../operator.ts'

/** A small edition, whole: one figure of each state, one story. */
export function anEditionContent(changes: Partial<EditionContent> = {}): EditionContent {
  const figure = {
    code: 'diagnostics',
    label: 'Diagnostics validés',
    definition: 'Accompagnements dont le diagnostic est validé dans la période.',
    version: 1,
    unit: 'n',
    value: 57,
    numerator: null,
    denominator: null,
    known: 57,
    missing: 0,
    status: 'published',
    reason: null,
  } as const
  const withheld = { value: null, known: null, missing: null, status: 'withheld', reason: 'moins de trois' } as const
  const share = { code: 'followup_rate', label: 'Taux de suivi', unit: 'share' } as const
  return {
    format: 1,
    locale: 'fr',
    operator: 'DLA du Loiret',
    agreement: {
      code: 'REGION-2026',
      title: 'Convention Région',
      funder: 'Région',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    },
    year: 2026,
    edition: 1,
    period: { from: '2026-01-01', to: '2026-12-31' },
    builtOn: '2026-03-12',
    title: 'Ce que la convention a rendu possible',
    lede: 'En 2026, 57 structures ont été accompagnées.',
    targets: [
      { code: 'diagnostics', label: figure.label, unit: 'n', target: 60, value: 57, status: 'published', reason: null },
    ],
    chapters: [
      {
        title: 'Accompagnement',
        figures: [
          figure,
          { ...figure, ...share, value: 0.5714, numerator: 4, denominator: 7, known: 7, missing: 2 },
          { ...figure, ...withheld, code: 'jobs_concerned', label: 'Emplois concernés' },
          { ...figure, code: 'path_duration', label: 'Durée', unit: 'month', value: null, status: 'not_applicable' },
        ],
      },
    ],
    employment: {
      before: 602,
      after: 633,
      change: 0.0515,
      pairs: 46,
      summary: 'Effectif des 46 structures répondantes : 602 au diagnostic, 633 au suivi.',
      notes: ['46 structures répondantes, les mêmes aux deux dates.'],
    },
    stories: [
      {
        kind: 'Témoignage',
        body: 'Nous savons maintenant lire nos comptes.',
        author: 'Une administratrice',
        about: 'Association (Loiret), accompagnée en 2026.',
        collectedOn: '2026-03-01',
        limits: null,
      },
    ],
    limits: ['Ce n’est pas un nombre d’emplois créés.'],
    method: ['Une structure compte une fois.'],
    ...changes,
  }
}

export async function anEdition(
  operator: TestOperator,
  agreementId: string,
  {
    state = 'published',
    content = anEditionContent(),
    edition = 1,
  }: { state?: EditionState; content?: EditionContent | null; edition?: number } = {},
): Promise<string> {
  const id = newId()
  await operator.inside(async ({ tx, now }) => {
    await tx.insert(editions).values({
      operatorId: operator.id,
      id,
      agreementId,
      year: content?.year ?? 2026,
      edition,
      state,
      content,
      builtAt: now,
      publishedAt: state === 'published' ? now : null,
    })
    await tx.insert(editionTraces).values({
      operatorId: operator.id,
      id: newId(),
      editionId: id,
      figure: 'diagnostics',
      cases: { value: 1, numerator: null, denominator: null, cases: [] },
    })
  })
  return id
}
