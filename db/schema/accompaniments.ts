import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { agreements } from './agreements.ts'
import { dayColumn, instant, owned, quantity, versioned } from './columns.ts'
import { operators } from './operators.ts'
import { organisations, type PersonFunction, people } from './organisations.ts'
import { programmes } from './programmes.ts'
import { users } from './users.ts'

export type Channel = 'direct' | 'prescribed' | 'event' | 'returning'
export type Opinion = 'favourable' | 'favourable_with_reservations' | 'adjourned' | 'unfavourable' | 'for_information'
export type Outcome = 'objectives_reached' | 'partly' | 'not_reached' | 'interrupted' | 'unknown'
export type NextFor = 'practitioner' | 'organisation' | 'consultant' | 'committee'
export type AbandonReason = 'withdrew' | 'closed_down' | 'need_solved' | 'merged' | 'no_provider' | 'out_of_scope'

/** Codes of the official geography, and what the place is entitled to; null is unknown. */
export type Territory = {
  on: string
  commune: string | null
  department: string | null
  region: string | null
  qpv: boolean | null
  frr: boolean | null
}

/** The case: one organisation's way through one programme. */
export const accompaniments = pgTable(
  'accompaniments',
  {
    ...owned(),
    /** `YYYY-NNNN`, per operator, in order of opening. */
    number: text().notNull(),
    organisationId: uuid(),
    title: text(),
    programmeId: uuid().notNull(),
    practitionerId: uuid().references(() => users.id),
    contactPersonId: uuid(),
    state: text().notNull(),
    stateSince: dayColumn().notNull(),
    channel: text().$type<Channel>(),
    prescriber: text(),
    motive: text(),
    requestedOn: dayColumn(),
    intakeOn: dayColumn(),
    /** Where its organisation was on the day of the case: what it becomes later changes no old report. */
    territory: jsonb().$type<Territory>(),
    eligibility: jsonb().$type<unknown>(),
    diagnosticStartedOn: dayColumn(),
    diagnosticValidatedOn: dayColumn(),
    committeeOn: dayColumn(),
    opinion: text().$type<Opinion>(),
    opinionComment: text(),
    planApprovedOn: dayColumn(),
    /** Who approved it for the organisation. */
    planApprovedBy: text(),
    restitutionOn: dayColumn(),
    finalReport: text(),
    closedOn: dayColumn(),
    outcome: text().$type<Outcome>(),
    abandonedOn: dayColumn(),
    abandonReason: text().$type<AbandonReason>(),
    suspendedOn: dayColumn(),
    suspendReason: text(),
    resumeOn: dayColumn(),
    stateBeforeSuspension: text(),
    previousId: uuid(),
    imported: boolean().notNull().default(false),
    /**
     * What the case waits for, for whom and when: computed by `accompaniments/next-step.ts` and kept here so that a
     * caseload sorts by it without reading every case. Null when nothing is waited for.
     */
    nextStep: text(),
    nextFor: text().$type<NextFor>(),
    nextOn: dayColumn(),
    /** The title of the action that it is about, when it is about one. */
    nextDetail: text(),
    /** The step that somebody put off, and until when: forgotten once the case waits for another one. */
    postponedStep: text(),
    postponedTo: dayColumn(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    foreignKey({ columns: [t.operatorId, t.programmeId], foreignColumns: [programmes.operatorId, programmes.id] }),
    foreignKey({ columns: [t.operatorId, t.contactPersonId], foreignColumns: [people.operatorId, people.id] }),
    foreignKey({ columns: [t.operatorId, t.previousId], foreignColumns: [t.operatorId, t.id] }),
    uniqueIndex('accompaniments_number').on(t.operatorId, t.number),
    index('accompaniments_organisation').on(t.operatorId, t.organisationId),
    index('accompaniments_practitioner').on(t.operatorId, t.practitionerId, t.state),
    index('accompaniments_state').on(t.operatorId, t.state),
    index('accompaniments_previous').on(t.operatorId, t.previousId),
    index('accompaniments_next').on(t.operatorId, t.nextOn),
  ],
)

export const accompanimentAgreements = pgTable(
  'accompaniment_agreements',
  { ...owned(), accompanimentId: uuid().notNull(), agreementId: uuid().notNull() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    foreignKey({ columns: [t.operatorId, t.agreementId], foreignColumns: [agreements.operatorId, agreements.id] }),
    uniqueIndex('accompaniment_agreements_pair').on(t.operatorId, t.accompanimentId, t.agreementId),
    index('accompaniment_agreements_agreement').on(t.operatorId, t.agreementId),
  ],
)

/** The last number given, per operator and year; its row lock is what keeps numbers unique. */
export const caseNumbers = pgTable(
  'case_numbers',
  { ...owned(), year: integer().notNull(), last: integer().notNull() },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    uniqueIndex('case_numbers_year').on(t.operatorId, t.year),
  ],
)

export type SnapshotOccasion = 'diagnostic' | 'restitution' | 'follow_up' | 'manual'

export type FigureOrigin = 'accounts' | 'payroll' | 'report' | 'declared' | 'other'
export type FigureCertainty = 'sure' | 'probable' | 'estimated'

/** A photo of the organisation on one day. Null = unknown, never zero. */
export const snapshots = pgTable(
  'snapshots',
  {
    ...owned(),
    organisationId: uuid().notNull(),
    accompanimentId: uuid(),
    takenOn: dayColumn().notNull(),
    occasion: text().$type<SnapshotOccasion>().notNull(),
    headcount: quantity(),
    fte: quantity(),
    permanent: quantity(),
    fixedTerm: quantity(),
    women: quantity(),
    partTime: quantity(),
    subsidised: quantity(),
    volunteers: quantity(),
    budget: quantity(),
    funderCount: quantity(),
    /** Formalised strategic vision, 0 to 4. */
    strategy: integer(),
    /** How much those who govern it are involved, 0 to 4. */
    governance: integer(),
    /** The kinds of its financial partners; none: nobody said. */
    funderKinds: text().array().notNull().default([]),
    /** Its local partnerships and alliances, in words. */
    alliances: text(),
    origin: text().$type<FigureOrigin>(),
    certainty: text().$type<FigureCertainty>(),
    /** By figure, what differs from the photo as a whole: its day, its origin, its certainty. */
    origins: jsonb().$type<unknown>().notNull().default({}),
    /** The order of the file, for rows of the same day. */
    position: integer().notNull().default(0),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('snapshots_organisation').on(t.operatorId, t.organisationId, t.takenOn),
    index('snapshots_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

/** The shared diagnostic of an accompaniment. `situation` holds a score 0–4 and a text per expertise domain. */
export const diagnostics = pgTable(
  'diagnostics',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    situation: jsonb().$type<unknown>().notNull().default({}),
    strengths: text(),
    brakes: text(),
    conclusions: text(),
    participants: text(),
    documentsSeen: text(),
    practitionerDays: quantity(),
    sentForValidationAt: instant(),
    validatedOn: dayColumn(),
    validatedByPersonId: uuid(),
    validatedByName: text(),
    validatedByFunction: text(),
    /** In which capacity: only leaders and members of the governance may validate. */
    validatedAs: text().$type<PersonFunction>(),
    reservation: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    foreignKey({ columns: [t.operatorId, t.validatedByPersonId], foreignColumns: [people.operatorId, people.id] }),
    uniqueIndex('diagnostics_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

export type NeedUrgency = 'now' | 'months' | 'later'
export type NeedJobsEffect = 'keeps' | 'creates' | 'improves' | 'none'

export const needs = pgTable(
  'needs',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    rank: integer().notNull(),
    domain: text().notNull(),
    title: text().notNull(),
    urgency: text().$type<NeedUrgency>(),
    jobsEffect: text().$type<NeedJobsEffect>(),
    /** What the organisation said of this need when it validated the diagnostic. */
    reservation: text(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('needs_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

export type ActionNature =
  | 'self_action'
  | 'territory'
  | 'internal_expertise'
  | 'individual_engineering'
  | 'collective_engineering'
export type ActionStatus = 'to_do' | 'in_progress' | 'done' | 'deferred' | 'dropped'

export const planActions = pgTable(
  'plan_actions',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    nature: text().$type<ActionNature>().notNull(),
    title: text().notNull(),
    status: text().$type<ActionStatus>().notNull().default('to_do'),
    /** The objective of the plan that it serves. */
    objectiveId: uuid(),
    owner: text(),
    startsOn: dayColumn(),
    dueOn: dayColumn(),
    /** What it should give, and what will show that it did. */
    expected: text(),
    evidence: text(),
    result: text(),
    position: integer().notNull().default(0),
    /** The session that it was decided in. */
    fromSessionId: uuid(),
    /** The engineering that carries it out. */
    engineeringId: uuid(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('plan_actions_accompaniment').on(t.operatorId, t.accompanimentId),
    index('plan_actions_session').on(t.operatorId, t.fromSessionId),
    index('plan_actions_engineering').on(t.operatorId, t.engineeringId),
  ],
)

export const volunteerTime = pgTable(
  'volunteer_time',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    doneOn: dayColumn().notNull(),
    /** Who gave it: on the sheet, in no report. */
    volunteer: text(),
    activity: text(),
    hours: quantity(),
    hourlyRate: quantity(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('volunteer_time_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

/** A working note of the practitioner; internal to the operator. */
export type NoteAudience = 'internal' | 'shared'

export const notes = pgTable(
  'notes',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    body: text().notNull(),
    authorId: uuid().references(() => users.id),
    /** Shared: read by the organisation, by its personal links, and by the consultants of the case's missions. */
    audience: text().$type<NoteAudience>().notNull().default('internal'),
    /** Since when it is shared; kept once it is internal again, since it was read meanwhile. */
    sharedAt: instant(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    index('notes_accompaniment').on(t.operatorId, t.accompanimentId),
  ],
)

export type AnswerValue = string | number | readonly string[]

/**
 * The answer to a question of the case's programme, at T0 or at a wave. Null once it was taken back: the row stays, so
 * that the highest version of a step's rows never goes down.
 */
export const answers = pgTable(
  'answers',
  {
    ...owned(),
    accompanimentId: uuid().notNull(),
    question: text().notNull(),
    moment: text().notNull(),
    value: jsonb().$type<AnswerValue>(),
    /** The only person who may read it; null when the whole team may. */
    readerId: uuid().references(() => users.id),
    answeredOn: dayColumn().notNull(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    unique('answers_identity').on(t.operatorId, t.accompanimentId, t.question, t.moment, t.readerId).nullsNotDistinct(),
    index('answers_question').on(t.operatorId, t.question),
  ],
)
