import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accompanimentAgreements, accompaniments, needs, planActions, snapshots } from '#db/schema/accompaniments.ts'
import { agreements, funders } from '#db/schema/agreements.ts'
import { engineeringMembers, engineerings, sessionLines, sessions } from '#db/schema/engineerings.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { organisations } from '#db/schema/organisations.ts'
import { typologies } from '#db/schema/typologies.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { CaseSummary, SummaryAgreement, SummaryFollowUp, SummaryNeed, SummaryPhoto } from './case-summary.ts'

/** What surrounds the tabs of a case, in one query: it is read with every page of every case. */
export async function caseSummary(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<CaseSummary> {
  const [row] = await tx
    .select({
      needs: sql<SummaryNeed[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'domain', n.domain) order by n.rank), '[]')
        from ${needs} as n where n.operator_id = ${operatorId} and n.accompaniment_id = ${accompanimentId})`,
      agreements: sql<SummaryAgreement[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'code', a.code, 'funder', f.name) order by a.code), '[]')
        from ${accompanimentAgreements} as l
        join ${agreements} as a on a.operator_id = l.operator_id and a.id = l.agreement_id
        join ${funders} as f on f.operator_id = a.operator_id and f.id = a.funder_id
        where l.operator_id = ${operatorId} and l.accompaniment_id = ${accompanimentId})`,
      followUps: sql<SummaryFollowUp[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'wave', w.wave, 'state', w.state, 'plannedOn', w.planned_on, 'answeredOn', w.answered_on,
          'headcount', w.headcount, 'permanent', w.permanent, 'funderCount', w.funder_count, 'strategy', w.strategy
        ) order by w.wave), '[]')
        from ${followUps} as w where w.operator_id = ${operatorId} and w.accompaniment_id = ${accompanimentId})`,
      photo: sql<SummaryPhoto | null>`(
        select jsonb_build_object(
          'takenOn', s.taken_on, 'headcount', s.headcount, 'permanent', s.permanent,
          'funderCount', s.funder_count, 'strategy', s.strategy)
        from ${snapshots} as s
        where s.operator_id = ${operatorId} and s.accompaniment_id = ${accompanimentId} and s.occasion = 'diagnostic'
        order by s.taken_on desc, s.position desc, s.id desc limit 1)`,
      actions: sql<CaseSummary['actions']>`(
        select jsonb_build_object(
          'total', count(*) filter (where p.status <> 'dropped'), 'done', count(*) filter (where p.status = 'done'))
        from ${planActions} as p where p.operator_id = ${operatorId} and p.accompaniment_id = ${accompanimentId})`,
      blockers: sql<CaseSummary['blockers']>`(
        select coalesce(jsonb_agg(l.text order by last.held_on desc, l.position), '[]')
        from ${engineeringMembers} as m
        join ${engineerings} as e on e.operator_id = m.operator_id and e.id = m.engineering_id and e.state <> 'cancelled'
        cross join lateral (
          select h.id, h.held_on from ${sessions} as h
          where h.operator_id = e.operator_id and h.engineering_id = e.id and h.status = 'held'
          order by h.held_on desc, h.id desc limit 1) as last
        join ${sessionLines} as l on l.operator_id = e.operator_id and l.session_id = last.id and l.kind = 'blocker'
        where m.operator_id = ${operatorId} and m.accompaniment_id = ${accompanimentId})`,
      days: sql<CaseSummary['days']>`(
        select jsonb_build_object('ordered', coalesce(sum(e.days_ordered), 0), 'held', coalesce(sum((
          select sum(h.days) from ${sessions} as h
          where h.operator_id = e.operator_id and h.engineering_id = e.id and h.status = 'held')), 0))
        from ${engineeringMembers} as m
        join ${engineerings} as e on e.operator_id = m.operator_id and e.id = m.engineering_id and e.state <> 'cancelled'
        where m.operator_id = ${operatorId} and m.accompaniment_id = ${accompanimentId})`,
    })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, accompanimentId)))
  if (!row) throw new Error('the case has gone')
  return row
}

/** The numbers of the cases that were opened after this one, to go on with it. */
export async function casesFollowing(tx: TenantTx, operatorId: string, id: string): Promise<string[]> {
  const rows = await tx
    .select({ number: accompaniments.number })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.previousId, id)))
    .orderBy(asc(accompaniments.number))
  return rows.map(({ number }) => number)
}

const previous = alias(accompaniments, 'previous')

/** The organisation, the practitioner and the case that this one follows. */
export async function aroundCase(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({
      organisation: {
        id: organisations.id,
        name: organisations.name,
        legalForm: organisations.legalForm,
        sector: organisations.sector,
        commune: organisations.commune,
        department: organisations.department,
        qpv: organisations.qpv,
        frr: organisations.frr,
        siretDraft: organisations.siretDraft,
        rnaDraft: organisations.rnaDraft,
      },
      practitioner: users.name,
      typology: {
        trade: typologies.trade,
        phase: typologies.phase,
        domains: typologies.domains,
        publics: typologies.publics,
      },
      previous: previous.number,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
    .leftJoin(
      typologies,
      and(eq(typologies.operatorId, accompaniments.operatorId), eq(typologies.accompanimentId, accompaniments.id)),
    )
    .leftJoin(
      previous,
      and(eq(previous.operatorId, accompaniments.operatorId), eq(previous.id, accompaniments.previousId)),
    )
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, id)))
  if (!row) throw new Error('the case has gone')
  return row
}
