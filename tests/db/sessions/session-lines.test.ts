import { readFileSync } from 'node:fs'
import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { caseSummary } from '#app/features/accompaniments/case-summary.store.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { events } from '#db/schema/journal.ts'
import { withClient } from '#tests/harness/connection.ts'
import { createCase, createEngineering, createSession, heldSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const actionsOf = (operator: TestOperator, accompanimentId: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ title: planActions.title, owner: planActions.owner, dueOn: planActions.dueOn })
      .from(planActions)
      .where(eq(planActions.accompanimentId, accompanimentId))
      .orderBy(asc(planActions.position)),
  )
const blockersOf = (operator: TestOperator, accompanimentId: string) =>
  operator.inside(async ({ tx }) => (await caseSummary(tx, operator.id, accompanimentId)).blockers)

async function mission(operator: TestOperator) {
  const one = await createCase(operator)
  const engineeringId = await createEngineering(operator, [one])
  return { one, engineeringId, consultant: await operator.consultant(engineeringId) }
}

describe('the lines of a session', () => {
  test('are kept one by one, with who does a next step and until when', async ({ operator }) => {
    const { one, engineeringId, consultant } = await mission(operator)
    const nextSteps = [{ text: 'Envoyer la trame', owner: 'Anne Petit', dueOn: '2026-04-02' }, { text: '' }]
    const input = { ...heldSession(engineeringId, [one]), nextSteps, themes: ['strategic', 'technical'] }
    const decisions = ['Deux pistes', '', 'Un collage\nde deux lignes']
    const { sessionId } = await consultant.must(recordSession, { ...input, decisions, agenda: ['Le prix'] })
    const page = await consultant.read(missionPage, { engineeringId })
    const [session] = page.kind === 'done' ? page.value.sessions : []
    expect(session?.themes).toEqual(['strategic', 'technical'])
    expect(session?.lines).toEqual({
      agenda: ['Le prix'],
      decisions: ['Deux pistes', 'Un collage', 'de deux lignes'],
      nextSteps: [{ text: 'Envoyer la trame', owner: 'Anne Petit', dueOn: '2026-04-02' }],
      blockers: [],
    })
    const [action] = await actionsOf(operator, one.id)
    expect(action).toEqual({ title: 'Envoyer la trame', owner: 'Anne Petit', dueOn: '2026-04-02' })
    const later = [{ text: 'Envoyer la trame', owner: 'Le bureau', dueOn: '2026-05-04' }]
    await consultant.must(correctSession, { ...input, sessionId, version: 1, nextSteps: later })
    expect(await actionsOf(operator, one.id)).toEqual([
      { title: 'Envoyer la trame', owner: 'Le bureau', dueOn: '2026-05-04' },
    ])
    const told = await operator.inside(({ tx }) => tx.select().from(events).where(eq(events.name, 'session.corrected')))
    expect(told[0]?.data).toMatchObject({
      changes: {
        decisions: ['Deux pistes\nUn collage\nde deux lignes', 'Deux pistes à chiffrer avant juin.'],
        nextSteps: ['Envoyer la trame · Anne Petit · 2026-04-02', 'Envoyer la trame · Le bureau · 2026-05-04'],
      },
    })
  })

  test('leave alone, once corrected, the action that somebody has worked on since', async ({ operator }) => {
    const { one, engineeringId, consultant } = await mission(operator)
    const nextSteps = [{ text: 'Envoyer la trame', owner: 'Anne' }, { text: 'Réunir le bureau' }]
    const input = { ...heldSession(engineeringId, [one]), nextSteps }
    const { sessionId } = await consultant.must(recordSession, input)
    const practitioner = await operator.practitioner()
    const { number } = one
    const changeOf = async (title: string, written: object) => {
      const [action] = await operator.inside(({ tx }) =>
        tx
          .select({ id: planActions.id, version: planActions.version, nature: planActions.nature })
          .from(planActions)
          .where(eq(planActions.title, title)),
      )
      const { id: actionId, ...known } = action ?? {}
      await practitioner.must(updateAction, { ...known, actionId, number, status: 'to_do', title, ...written })
    }
    await changeOf('Envoyer la trame', { title: 'Envoyer la trame de budget', owner: 'Le trésorier' })
    await changeOf('Réunir le bureau', { owner: 'La présidente', dueOn: '2026-05-04' })
    const theirs = [
      { title: 'Envoyer la trame de budget', owner: 'Le trésorier', dueOn: null },
      { title: 'Réunir le bureau', owner: 'La présidente', dueOn: '2026-05-04' },
    ]
    expect(await actionsOf(operator, one.id)).toEqual(theirs)
    // The same steps again, one of them by somebody else: nothing is made twice, nothing of theirs is written over.
    const same = [
      { text: 'Envoyer la trame', owner: 'Anne' },
      { text: 'Réunir le bureau', owner: 'Anne' },
    ]
    await consultant.must(correctSession, { ...input, sessionId, version: 1, decisions: 'Autre', nextSteps: same })
    expect(await actionsOf(operator, one.id)).toEqual(theirs)
    // No longer written, they stay; what is new is made.
    const other = [{ text: 'Voir la banque' }]
    await consultant.must(correctSession, { ...input, sessionId, version: 2, nextSteps: other })
    expect(await actionsOf(operator, one.id)).toEqual([
      ...theirs,
      { title: 'Voir la banque', owner: null, dueOn: null },
    ])
  })

  test('say which step lacks its words, or has too many', async ({ operator }) => {
    const { one, engineeringId, consultant } = await mission(operator)
    const send = (nextSteps: object[]) =>
      consultant.run(recordSession, { ...heldSession(engineeringId, [one]), nextSteps })
    expect(await send([{ text: 'Un' }, { owner: 'Anne' }])).toMatchObject({
      failure: { tag: 'step-without-text', field: 'nextSteps[1].text' },
    })
    expect(await send([{ text: 'x'.repeat(201) }])).toMatchObject({
      failure: { tag: 'step-too-long', field: 'nextSteps[0].text' },
    })
    const many = Array.from({ length: 21 }, (_, index) => ({ text: `Étape ${index}` }))
    expect(await send(many)).toMatchObject({ failure: { tag: 'too-many-steps', field: 'nextSteps[0].text' } })
    expect(await send([{ text: 'Un', dueOn: 'demain' }])).toMatchObject({
      kind: 'invalid',
      fields: { 'nextSteps[0].dueOn': ['input.not-a-date'] },
    })
  })

  test('show on the case what stood in the way last, until a session no longer says it', async ({ operator }) => {
    const { one, engineeringId, consultant } = await mission(operator)
    const other = await createCase(operator, 'Le Fournil')
    const record = (heldOn: string, blockers: string[]) =>
      consultant.must(recordSession, { ...heldSession(engineeringId, [one]), heldOn, blockers })
    await record('2026-03-01', ['Le local', 'La banque'])
    expect(await blockersOf(operator, one.id)).toEqual(['Le local', 'La banque'])
    expect(await blockersOf(operator, other.id)).toEqual([])
    const form = await consultant.read(sessionForm, { engineeringId })
    expect(form.kind === 'done' && form.value.lines.blockers).toEqual(['Le local', 'La banque'])
    await record('2026-03-10', ['La banque'])
    expect(await blockersOf(operator, one.id)).toEqual(['La banque'])
    await record('2026-02-20', ['Ancien'])
    expect(await blockersOf(operator, one.id)).toEqual(['La banque'])
  })

  test('are all the words of the texts that sessions had before', async ({ operator, databaseUrl }) => {
    const { engineeringId } = await mission(operator)
    const id = await createSession(operator, engineeringId)
    const move = readFileSync('db/migrations/0045_session_texts_are_lines.sql', 'utf8').split(
      '--> statement-breakpoint',
    )
    const rows = await withClient(databaseUrl, async client => {
      await client.query('begin')
      await client.query('alter table sessions no force row level security')
      await client.query('alter table sessions add agenda text, add decisions text, add next_steps text')
      const texts = ['  Le prix \r\n\r\nLes tarifs', '1. Deux pistes\nà chiffrer', '- Envoyer la trame\n\n 2) Réunir']
      await client.query('update sessions set agenda = $1, decisions = $2, next_steps = $3 where id = $4', [
        ...texts,
        id,
      ])
      await client.query('alter table session_lines no force row level security')
      for (const statement of move) await client.query(statement)
      const found = await client.query<{ kind: string; text: string }>(
        'select kind, text from session_lines where session_id = $1 order by position',
        [id],
      )
      await client.query('rollback')
      return found.rows.map(({ kind, text }) => `${kind}: ${text}`)
    })
    expect(rows).toEqual([
      'agenda: Le prix',
      'agenda: Les tarifs',
      'decision: 1. Deux pistes',
      'decision: à chiffrer',
      'next_step: Envoyer la trame',
      'next_step: Réunir',
    ])
  })
})
