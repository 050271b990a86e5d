import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { acceptVersion } from '#app/features/programmes/accept-version.command.server.ts'
import { copyProgramme } from '#app/features/programmes/copy-programme.command.server.ts'
import { editProgramme } from '#app/features/programmes/edit-programme.command.server.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import { programmesPage } from '#app/features/programmes/programmes-page.query.server.ts'
import { putProgrammeInService } from '#app/features/programmes/put-in-service.command.server.ts'
import { removeQuestion } from '#app/features/programmes/remove-question.command.server.ts'
import { saveQuestion } from '#app/features/programmes/save-question.command.server.ts'
import { takeProgramme } from '#app/features/programmes/take-programme.command.server.ts'
import { answerWords } from '#app/features/steps/answers.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { programmes } from '#db/schema/programmes.ts'
import { type TestActor, type TestOperator, test } from '../../harness/operator.ts'
import { hideProgramme, markedQuestion, wholeEdit } from '../../harness/samples/programmes.ts'
import { coachingCase } from '../../harness/samples/steps.ts'

async function shown(manager: TestActor, code = 'coaching') {
  const page = await manager.read(programmePage, { code })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}
const labelOf = async (practitioner: TestActor, number: string) => {
  const page = await practitioner.read(stepPage, { number, step: 'framing' })
  return page.kind === 'done' ? page.value.step.label.fr : null
}
const versionsIn = (operator: TestOperator, code: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ version: programmes.version, current: programmes.current })
      .from(programmes)
      .where(and(eq(programmes.operatorId, operator.id), eq(programmes.code, code)))
      .orderBy(programmes.version),
  )

describe('an operator adapts its copy of a programme', () => {
  test('saving makes a version, open cases keep theirs until the manager accepts it', async ({ operator }) => {
    const manager = await operator.manager()
    const { number, practitioner } = await coachingCase(operator)
    const edit = await wholeEdit(operator, 'coaching')
    const renamed = { ...edit, steps: { ...edit.steps, framing: { fr: 'Contrat' } }, waves: { T1: '0', T2: '9' } }
    await manager.must(editProgramme, renamed)
    // Written again while it is not in service: still one version more.
    const again = (await wholeEdit(operator, 'coaching')).mark
    await manager.must(editProgramme, { ...renamed, mark: again })
    expect(await versionsIn(operator, 'coaching')).toEqual([
      { version: 1, current: true },
      { version: 2, current: false },
    ])
    await manager.must(putProgrammeInService, { code: 'coaching', revision: 3 })
    expect((await versionsIn(operator, 'coaching')).map(({ current }) => current)).toEqual([false, true])
    expect(await labelOf(practitioner, number)).toBe('Cadrage')
    expect(await shown(manager)).toMatchObject({ inService: 2, behind: 1, open: [{ version: 1, cases: 1 }] })
    expect(await manager.must(acceptVersion, { code: 'coaching' })).toMatchObject({ count: 1 })
    expect(await labelOf(practitioner, number)).toBe('Contrat')
    expect((await shown(manager)).definition.waves[1]?.earliestOf[0]?.months).toBe(9)
  })

  test('replaces a tracked question by another, and says how earlier answers are read', async ({ operator }) => {
    const manager = await operator.manager()
    const { question, ...removed } = await markedQuestion(operator, 'coaching', 'self_ease')
    const other = {
      code: 'coaching',
      step: 'framing',
      words: { fr: 'À l’aise aujourd’hui ?', en: 'At ease today?' },
      kind: 'choice',
      options: 'Non\nOui',
      tracked: 'oui',
      replaces: question,
    }
    expect(await manager.run(saveQuestion, { ...other, replacesAnswers: '0 = Peut-être' })).toMatchObject({
      failure: { tag: 'programme-refused', params: { trouble: 'replaces-unread', answer: 'Peut-être' } },
    })
    expect(await manager.run(saveQuestion, { ...other, replaces: 'nobody_asked' })).toMatchObject({
      failure: { tag: 'no-such-question', field: 'replaces' },
    })
    await manager.must(saveQuestion, { ...other, replacesAnswers: '0 = Non\n1 = Non\n3 = Oui\n4 = Oui' })
    await manager.must(removeQuestion, { code: 'coaching', question, ...removed })
    const asked = (await shown(manager)).definition.steps.flatMap(({ questions = [] }) => questions)
    expect(asked.some(({ code }) => code === question)).toBe(false)
    expect(asked.find(({ replaces }) => replaces)?.replaces).toEqual({
      question,
      answers: { 0: 'non', 1: 'non', 3: 'oui', 4: 'oui' },
    })
  })

  test('keeps what a question had taken the place of when another takes its place in turn', async ({ operator }) => {
    const manager = await operator.manager()
    const { question: first, ...removed } = await markedQuestion(operator, 'coaching', 'self_ease')
    const yesNo = { code: 'coaching', step: 'framing', kind: 'choice', tracked: 'oui' }
    const words = { fr: 'À l’aise aujourd’hui ?', en: 'At ease today?' }
    await manager.must(saveQuestion, {
      ...{ ...yesNo, words, options: 'Non\nOui', replaces: first },
      replacesAnswers: '0 = Non\n4 = Oui',
    })
    await manager.must(removeQuestion, { code: 'coaching', question: first, ...removed })
    const asked = async () => (await shown(manager)).definition.steps.flatMap(({ questions = [] }) => questions)
    const second = (await asked()).find(({ replaces }) => replaces)?.code ?? ''
    const third = { ...yesNo, words: { fr: 'Serein ?', en: 'Serene?' }, options: 'Jamais\nToujours', replaces: second }
    await manager.must(saveQuestion, { ...third, replacesAnswers: 'Non = Jamais\nOui = Toujours' })
    const { mark } = await markedQuestion(operator, 'coaching', second)
    await manager.must(removeQuestion, { code: 'coaching', question: second, mark })
    const chain = {
      question: second,
      answers: { non: 'jamais', oui: 'toujours' },
      earlier: [{ question: first, answers: { 0: 'non', 4: 'oui' } }],
    }
    const last = (await asked()).find(({ label }) => label.fr === 'Serein ?')
    expect(last?.replaces).toEqual(chain)
    // Changed again once the one before it has gone, it still says both.
    const again = await markedQuestion(operator, 'coaching', last?.code ?? '')
    await manager.must(saveQuestion, { ...third, ...again, replacesAnswers: 'non = Jamais\noui = Toujours' })
    expect((await asked()).find(({ label }) => label.fr === 'Serein ?')?.replaces).toEqual(chain)
  })

  test('refuses what does not hold together, in words', async ({ operator }) => {
    const manager = await operator.manager()
    const base = { code: 'coaching', step: 'framing' }
    const ease = await markedQuestion(operator, 'coaching', 'self_ease')
    const choice = { ...base, words: { fr: 'Payé ?' }, kind: 'choice' }
    const refused = (trouble: string) => ({
      kind: 'failed',
      failure: { tag: 'programme-refused', params: { trouble } },
    })
    expect(await manager.run(saveQuestion, { ...choice, options: 'Oui' })).toMatchObject(refused('options-missing'))
    expect(
      await manager.run(saveQuestion, { ...base, words: { fr: 'x' }, kind: 'line', when: 'sessions_held=yes' }),
    ).toMatchObject(refused('unknown-question'))
    const tracked = { ...base, ...ease, kind: 'scale', low: 'pas du tout', high: 'tout à fait' }
    const reworded = { ...tracked, words: { fr: 'Je suis bien', en: 'I am fine' }, required: 'oui', tracked: 'oui' }
    expect(await manager.run(saveQuestion, reworded)).toMatchObject(refused('tracked-changed'))
    expect(await manager.run(removeQuestion, { code: 'coaching', ...ease })).toMatchObject(refused('tracked-removed'))
    expect(await versionsIn(operator, 'coaching')).toHaveLength(1)
  })

  test('keeps the English of a question whose French did not change, and counts the cases that answer', async ({
    operator,
  }) => {
    const manager = await operator.manager()
    const { number, practitioner } = await coachingCase(operator)
    await practitioner.must(saveAnswers, { number, step: 'framing', version: 0, answers: { framing_three: 'no' } })
    const asked = {
      words: { fr: 'Employeur associé', en: 'Employer associated' },
      kind: 'choice',
      options: 'Oui | Yes\nNon | No',
    }
    await manager.must(saveQuestion, {
      code: 'coaching',
      step: 'framing',
      ...(await markedQuestion(operator, 'coaching', 'framing_three')),
      ...asked,
    })
    const page = await shown(manager)
    const question = page.definition.steps[0]?.questions?.find(({ code }) => code === 'framing_three')
    expect(question?.options?.map(({ code }) => code)).toEqual(['yes', 'no'])
    expect(page.uses).toEqual({ framing_three: 1 })
  })

  test('removes a question whose answers stay readable on the cases that gave them', async ({ operator }) => {
    const manager = await operator.manager()
    const { number, practitioner } = await coachingCase(operator)
    const answers = { framing_sessions: '6', framing_goal: 'Déléguer' }
    await practitioner.must(saveAnswers, { number, step: 'framing', version: 0, answers })
    await manager.must(removeQuestion, {
      code: 'coaching',
      ...(await markedQuestion(operator, 'coaching', 'framing_sessions')),
    })
    const removed = async (step: string) => {
      const page = await practitioner.read(stepPage, { number, step })
      if (page.kind !== 'done') throw new Error(page.kind)
      return page.value.removed.map(({ question, value }) => [question.code, answerWords(question, value, 'fr')])
    }
    // Asked still, of the cases that have not taken the new version.
    expect(await removed('framing')).toEqual([])
    const { revision } = await shown(manager)
    await manager.must(putProgrammeInService, { code: 'coaching', revision })
    await manager.must(acceptVersion, { code: 'coaching' })
    expect(await removed('framing')).toEqual([['framing_sessions', '6']])
    const other = (await shown(manager)).definition.steps.find(({ code }) => code !== 'framing')?.code ?? ''
    expect(await removed(other)).toEqual([])
    // Saved again without it, the form leaves it as it was.
    await practitioner.must(saveAnswers, { number, step: 'framing', version: 1, answers: { framing_goal: 'Confier' } })
    expect(await removed('framing')).toEqual([['framing_sessions', '6']])
  })

  test('shows to the one who saved last that somebody was there first', async ({ operator }) => {
    const manager = await operator.manager()
    const edit = await wholeEdit(operator, 'coaching')
    const three = await markedQuestion(operator, 'coaching', 'framing_three')
    const choice = { code: 'coaching', step: 'framing', kind: 'choice', options: 'Oui | Yes\nNon | No' }
    await manager.must(saveQuestion, { ...choice, ...three, words: { fr: 'Employeur présent' } })
    const late = { ...choice, ...three, words: { fr: 'Employeur là' } }
    expect(await manager.run(saveQuestion, late)).toMatchObject({
      kind: 'conflict',
      current: { values: { 'words.fr': 'Employeur présent' } },
    })
    expect(await manager.run(removeQuestion, { code: 'coaching', ...three })).toMatchObject({ kind: 'conflict' })
    // Other parts of the same programme are nobody’s conflict.
    const other = { code: 'coaching', step: 'framing', words: { fr: 'Qui paie ?' }, kind: 'line' }
    await manager.must(saveQuestion, other)
    await manager.must(editProgramme, { ...edit, name: { fr: 'Coaching de dirigeant' } })
    expect(await manager.run(editProgramme, edit)).toMatchObject({ kind: 'conflict' })
    const { definition } = await shown(manager)
    expect(definition.name.fr).toBe('Coaching de dirigeant')
    expect(definition.steps[0]?.questions?.map(({ label }) => label.fr)).toContain('Qui paie ?')
  })

  test('a copy is offered to cases once it is in service', async ({ operator }) => {
    const manager = await operator.manager()
    const { practitioner, organisationId } = await coachingCase(operator)
    const { code } = await manager.must(copyProgramme, { code: 'coaching', name: 'Tutorat entre pairs' })
    expect(code).toBe('tutorat-entre-pairs')
    const open = () => practitioner.run(openAccompaniment, { organisationId, programme: code })
    expect(await open()).toMatchObject({ kind: 'failed', failure: { tag: 'unknown-programme' } })
    await manager.must(putProgrammeInService, { code, revision: 1 })
    expect(await open()).toMatchObject({ kind: 'done' })
  })
})

test('an operator takes a shipped programme that it does not run, once, and nothing of a programme that is not shipped', async ({
  operator,
}) => {
  const manager = await operator.manager()
  await operator.inside(({ tx }) => hideProgramme(tx, operator.id, 'formation'))
  expect(await manager.read(programmesPage)).toMatchObject({ value: { shipped: [{ code: 'formation' }] } })
  await manager.must(takeProgramme, { code: 'formation' })
  expect(await versionsIn(operator, 'formation')).toEqual([{ version: 1, current: true }])
  expect(await manager.read(programmesPage)).toMatchObject({ value: { shipped: [] } })
  expect(await manager.run(takeProgramme, { code: 'formation' })).toMatchObject({
    kind: 'failed',
    failure: { tag: 'programme-known', field: 'code' },
  })
  expect(await manager.run(takeProgramme, { code: 'formation-avant' })).toEqual({ kind: 'not-found' })
})
