import { z } from 'zod'
import { waves } from '#app/features/follow-ups/waves.ts'
import { reminderRule } from '#app/features/reminders/reminder-rule.ts'
import { formats, targets, trades } from '#app/features/typology/typology.ts'
import { troublesOf } from './consistency.ts'
import { label, question } from './questions.ts'

/** The named conditions that a transition may ask for; what each one looks at is in `accompaniments/guards.ts`. */
export const guardRules = [
  'contact_person',
  'practitioner_assigned',
  'eligibility_accepted',
  'board_agreement',
  'notice_given',
  'not_recently_accompanied',
  'referral_recorded',
  'ineligibility_decided',
  'snapshot_complete',
  'needs_ranked',
  'validated_by_leader',
  'governance_involved',
  'practitioner_days_recorded',
  'has_plan_action',
  'has_self_action',
  'committee_dated',
  'committee_not_required',
  'opinion_recorded',
  'opinion_adjourned',
  'opinion_not_adjourned',
  'unfavourable_justified',
  'plan_approved_by_organisation',
  'actions_settled',
  'sessions_held',
  'restitution_held',
  'final_report_filed',
  'satisfaction_asked',
  'follow_ups_planned',
  'last_follow_up_settled',
  'reason_given',
  'resume_day_given',
  'step_answered',
  'organisation_attached',
  'channel_known',
  'network_status_known',
  'impact_framed',
  'impact_measured_before',
  'impact_concluded',
] as const
export type GuardRule = (typeof guardRules)[number]

const code = z.string().regex(/^[a-z][a-z0-9_]{1,60}$/)
const guard = z.strictObject({
  rule: z.enum(guardRules),
  severity: z.enum(['block', 'warn']),
  /** For `step_answered`: which step; the one where the case stands when absent. */
  step: code.optional(),
})

const step = z.strictObject({
  code,
  label,
  /** The tab of the case's page where this step is worked on; `etapes` is a page made of its questions alone. */
  tab: z.enum(['accueil', 'diagnostic', 'parcours', 'seances', 'bilan', 'suivi', 'impact', 'etapes']),
  /** What this step leaves, in a sentence under its title. */
  purpose: label.optional(),
  questions: z.array(question).max(80).optional(),
  /** Of whom the case is about, when it is not known at its opening. */
  asks: z.array(z.enum(['organisation', 'contact_person'])).optional(),
  /** Each juror scores its scales on her own, beside the answers that the jury gives together. */
  jury: z.boolean().optional(),
})

const state = z.strictObject({
  code,
  label,
  /** The step that the case has reached; null for states that leave the path. */
  step: code.nullable(),
  /** `open` asks for work, `paused` asks for none until a day, `ended` asks for none any more. */
  kind: z.enum(['open', 'paused', 'ended']),
  /** What the case waits for there, from whom and within how many days; the engine's own sentences when absent. */
  next: z
    .strictObject({
      label,
      for: z.enum(['practitioner', 'organisation', 'consultant', 'committee']),
      days: z.int().min(0).max(1000),
    })
    .optional(),
})

/** The days of a case that a transition may write: figures, waves and reminders count from them. */
const recordedDays = [
  'intake',
  'diagnostic_started',
  'diagnostic_validated',
  'plan_approved',
  'restitution',
  'closure',
] as const
export type RecordedDay = (typeof recordedDays)[number]

const transition = z.strictObject({
  /** Its name, which commands ask for; one name may stand in several rows, for different starting states. */
  code,
  /** The words of its button. Without them the transition belongs to a command of its own, which does more than move. */
  label: label.optional(),
  records: z.enum(recordedDays).optional(),
  /** Plans the waves of the programme that the case does not have yet. */
  plansWaves: z.boolean().optional(),
  from: z.array(code).min(1),
  to: code,
  guards: z.array(guard),
})

/** What a wave or a reminder counts from. */
export const anchors = ['requested', 'diagnostic_started', 'diagnostic_validated', 'restitution'] as const
export type Anchor = (typeof anchors)[number]
const offset = z.strictObject({ anchor: z.enum(anchors), months: z.int().min(0).max(120) })

const wave = z.strictObject({
  wave: z.enum(waves),
  /** The earliest of these days; those whose anchor is unknown do not count. */
  earliestOf: z.array(offset).min(1),
  notBefore: offset.optional(),
  /** The share of organisations that should answer it, 0 to 1; the operator sets it. */
  target: z.number().min(0).max(1).optional(),
})

const settings = z.strictObject({
  committeeRequired: z.boolean(),
  /** Share of the snapshot's required fields that a validated diagnostic must know, 0 to 1. */
  snapshotCompleteness: z.number().min(0).max(1),
  /** Under this many months since the previous accompaniment, the practitioner is warned. */
  recentAccompanimentMonths: z.int().min(0).max(120),
  /** Share of the contracts' days under which ending the engineering is warned of, 0 to 1. */
  sessionsShare: z.number().min(0).max(1),
  /** A case closes without its last answer after this many attempts and days. */
  closingAttempts: z.int().min(0).max(20),
  closingDays: z.int().min(0).max(730),
})

/** A programme as data: its path, its guards, its waves and its reminders. The engine knows no programme by name. */
export const programmeDefinition = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
    version: z.int().min(1),
    name: label,
    unitOfCount: z.enum(['organisation', 'person', 'project', 'cohort', 'territory']),
    startsWithoutOrganisation: z.boolean(),
    initialState: code,
    steps: z.array(step).min(1),
    states: z.array(state).min(1),
    transitions: z.array(transition).min(1),
    settings,
    /** What its cases are until one of them says otherwise. */
    typology: z
      .strictObject({ target: z.enum(targets), trade: z.enum(trades), format: z.enum(formats) })
      .partial()
      .optional(),
    waves: z.array(wave),
    reminders: z.array(reminderRule),
    /** Codes of the figures that this programme feeds. */
    indicators: z.array(code),
  })
  .superRefine((definition, ctx) => {
    for (const { tag, params } of troublesOf(definition))
      ctx.addIssue({ code: 'custom', message: [tag, ...Object.values(params)].join(' ') })
  })

export type ProgrammeDefinition = z.infer<typeof programmeDefinition>
export type ProgrammeState = ProgrammeDefinition['states'][number]
export type ProgrammeTransition = ProgrammeDefinition['transitions'][number]
export type ProgrammeStep = ProgrammeDefinition['steps'][number]
