import { describe, expect } from 'vitest'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { sessionForm } from '#app/features/sessions/session-form.query.server.ts'
import { createCase, createEngineering, heldSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

async function mission(operator: TestOperator) {
  const [ruche, velo] = [await createCase(operator), await createCase(operator, 'Vélo pour tous')] as const
  const engineeringId = await createEngineering(operator, [ruche, velo])
  const consultant = await operator.consultant(engineeringId)
  const attendance = [
    { accompanimentId: ruche.id, status: 'present', personName: 'Anne Petit', role: 'leader' },
    { accompanimentId: ruche.id, status: '', personName: 'Léa Morel', role: 'governance' },
    { accompanimentId: ruche.id, status: '', personName: '', role: '' },
    { accompanimentId: velo.id, status: 'excused', personName: 'Karim Benali', role: 'volunteer' },
  ]
  const counted = async () => {
    const page = await consultant.read(missionPage, { engineeringId })
    return page.kind === 'done' && page.value.sessions.map(row => [row.present, row.noted, row.headCount])
  }
  return { engineeringId, consultant, counted, held: { ...heldSession(engineeringId), attendance } }
}

describe('those who came to a session', () => {
  test('are several for one organisation, each with her role, and are offered again', async ({ operator }) => {
    const { engineeringId, consultant, counted, held } = await mission(operator)
    const { sessionId } = await consultant.must(recordSession, held)
    expect(await counted()).toEqual([[2, 3, null]])
    const noted = async (address: object) => {
      const form = await consultant.read(sessionForm, { engineeringId, ...address })
      return form.kind === 'done' && form.value.attendance.map(row => row.noted)
    }
    const anne = { personName: 'Anne Petit', role: 'leader', status: 'present' }
    const lea = { personName: 'Léa Morel', role: 'governance', status: 'present' }
    const karim = { personName: 'Karim Benali', role: 'volunteer', status: 'excused' }
    expect(await noted({ sessionId })).toEqual([[anne, lea], [karim]])
    expect(await noted({})).toEqual([[anne, lea], [{ ...karim, status: 'present' }]])
  })

  test('make one figure with those who were counted, once it is said which is right', async ({ operator }) => {
    const { consultant, counted, held } = await mission(operator)
    expect(await consultant.run(recordSession, { ...held, headCount: '7' })).toMatchObject({
      failure: { tag: 'head-count-differs', field: 'headCountIs', params: { named: 2, count: 7 } },
    })
    const { sessionId } = await consultant.must(recordSession, { ...held, headCount: '7', headCountIs: 'count' })
    expect(await counted()).toEqual([[2, 3, 7]])
    const under = { ...held, sessionId, version: 1, headCount: '1', headCountIs: 'count' }
    expect(await consultant.run(correctSession, under)).toMatchObject({
      failure: { tag: 'head-count-under-names', field: 'headCount' },
    })
    await consultant.must(correctSession, { ...under, headCount: '7', headCountIs: 'names' })
    expect(await counted()).toEqual([[2, 3, null]])
  })

  test('did not come to one that is called off after all', async ({ operator }) => {
    const { consultant, counted, held } = await mission(operator)
    const { sessionId } = await consultant.must(recordSession, held)
    await consultant.must(correctSession, { ...held, sessionId, version: 1, status: 'cancelled' })
    expect(await counted()).toEqual([[0, 0, null]])
  })

  test('were counted of nothing while it is only planned', async ({ operator }) => {
    const { consultant, counted, held } = await mission(operator)
    await consultant.must(recordSession, { ...held, status: 'planned', heldOn: '2026-04-02', headCount: '7' })
    expect(await counted()).toEqual([[0, 0, null]])
  })
})
