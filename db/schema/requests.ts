import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accompaniments } from './accompaniments.ts'
import { dayColumn, owned, versioned } from './columns.ts'
import { operators } from './operators.ts'
import { type LegalForm, organisations } from './organisations.ts'
import { users } from './users.ts'

export type RequestState = 'draft' | 'sent' | 'accepted' | 'declined'
export type DeclineReason = 'out_of_scope' | 'not_employer' | 'better_elsewhere' | 'known' | 'unwanted'

/** What somebody without an account asks by the public form: hers while a draft, then the operator's to accept or decline. */
export const requests = pgTable(
  'requests',
  {
    ...owned(),
    state: text().$type<RequestState>().notNull().default('draft'),
    locale: text().$type<'fr' | 'en'>().notNull().default('fr'),
    organisationName: text(),
    /** As typed: a draft may hold a number that does not pass its check. */
    siret: text(),
    rna: text(),
    legalForm: text().$type<LegalForm>(),
    /** Where, in her words; the code of the commune is the practitioner's to find. */
    place: text(),
    employees: integer(),
    personName: text(),
    personRole: text(),
    requester: text().$type<'governance' | 'employee' | 'volunteer'>(),
    email: text().notNull(),
    phone: text(),
    boardAgreementOn: dayColumn(),
    prescriber: text(),
    motive: text(),
    urgent: boolean().notNull().default(false),
    /** The day on which she was told what is done with her data. */
    noticeGivenOn: dayColumn(),
    startedOn: dayColumn().notNull(),
    sentOn: dayColumn(),
    decidedOn: dayColumn(),
    decidedBy: uuid().references(() => users.id),
    declineReason: text().$type<DeclineReason>(),
    /** What the person is told. */
    answer: text(),
    accompanimentId: uuid(),
    organisationId: uuid(),
    ...versioned(),
  },
  t => [
    primaryKey({ columns: [t.operatorId, t.id] }),
    foreignKey({ columns: [t.operatorId], foreignColumns: [operators.id] }),
    foreignKey({
      columns: [t.operatorId, t.accompanimentId],
      foreignColumns: [accompaniments.operatorId, accompaniments.id],
    }),
    foreignKey({
      columns: [t.operatorId, t.organisationId],
      foreignColumns: [organisations.operatorId, organisations.id],
    }),
    index('requests_state').on(t.operatorId, t.state, t.sentOn),
  ],
)
