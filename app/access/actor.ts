import type { Day } from '#app/kernel/day.ts'
import type { OpenGrant, OpenLink } from '#db/tenant.ts'

/** Who acts, with what she reaches in this operator. Built from rows at each transaction, never remembered. */
export type Actor =
  | { kind: 'member'; userId: string; role: 'practitioner' | 'manager' }
  | { kind: 'consultant'; userId: string; engineerings: ConsultantReach[] }
  | { kind: 'funder'; userId: string; agreementIds: string[] }
  | { kind: 'network'; userId: string }
  | { kind: 'contact'; link: OpenLink }
  /** Somebody at a public form, known by nothing; the request is the one she may write. */
  | { kind: 'visitor'; requestId: string }
  | { kind: 'system'; name: string }

/** `mayWrite` ends at midnight after the contract's end date; reading goes on for fifteen days. */
export type ConsultantReach = { engineeringId: string; mayWrite: boolean }

/** A member's reach wins over a narrower one; a consultant's over a funder's. */
export function actorFrom(userId: string, grants: OpenGrant[], today: Day): Actor | null {
  if (grants.some(grant => grant.kind === 'manager')) return { kind: 'member', userId, role: 'manager' }
  if (grants.some(grant => grant.kind === 'practitioner')) return { kind: 'member', userId, role: 'practitioner' }
  const engineerings = grants.flatMap(grant =>
    grant.kind === 'consultant' && grant.subjectId
      ? [{ engineeringId: grant.subjectId, mayWrite: !grant.toOn || grant.toOn >= today }]
      : [],
  )
  if (engineerings.length > 0) return { kind: 'consultant', userId, engineerings }
  const agreementIds = grants.flatMap(grant => (grant.kind === 'funder' && grant.subjectId ? [grant.subjectId] : []))
  if (agreementIds.length > 0) return { kind: 'funder', userId, agreementIds }
  return grants.some(grant => grant.kind === 'network') ? { kind: 'network', userId } : null
}

/** The id under which an actor is written in keys and chains. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'contact':
      return `link:${actor.link.id}`
    case 'system':
      return `system:${actor.name}`
    case 'visitor':
      return 'visitor'
    default:
      return actor.userId
  }
}

export const isMember = (actor: Actor) => actor.kind === 'member'
export const isManager = (actor: Actor) => actor.kind === 'member' && actor.role === 'manager'
export const isSystem = (actor: Actor) => actor.kind === 'system'
export const isMemberOrSystem = (actor: Actor) => actor.kind === 'member' || actor.kind === 'system'

/** Who proves a second factor before anything else (CNIL, délibération 2025-019): those who see many people's rows. */
export const needsSecondFactor = (actor: Actor) => isManager(actor) || actor.kind === 'network'
export const needsSecondFactorAs = (kind: OpenGrant['kind']) => kind === 'manager' || kind === 'network'

export function worksOn(actor: Actor, engineeringId: string, need: 'read' | 'write'): boolean {
  if (actor.kind !== 'consultant') return false
  return actor.engineerings.some(reach => reach.engineeringId === engineeringId && (need === 'read' || reach.mayWrite))
}

export function holdsLink(actor: Actor, purpose: OpenLink['purpose'], subjectId: string): boolean {
  return actor.kind === 'contact' && actor.link.purpose === purpose && actor.link.subjectId === subjectId
}

export const paysFor = (actor: Actor, agreementId: string) =>
  actor.kind === 'funder' && actor.agreementIds.includes(agreementId)
