import { type AnyCommand, isCommand } from '#app/access/command.server.ts'
import { type AnyIdentityCommand, isIdentityCommand } from '#app/access/identity-command.server.ts'
import { type AnyAccountQuery, isAccountQuery } from '#app/access/identity-query.server.ts'
import { type AnyQuery, isQuery } from '#app/access/query.server.ts'
import type { TestActor, TestOperator } from './operator.ts'

const modules = import.meta.glob<Record<string, unknown>>('/app/features/**/*.{command,query}.server.ts', {
  eager: true,
})

/** Every use case of the product, found by the name of its file. */
export const useCases: { file: string; useCase: AnyCommand | AnyQuery }[] = Object.entries(modules).flatMap(
  ([file, exported]) =>
    Object.values(exported).flatMap(value => (isCommand(value) || isQuery(value) ? [{ file, useCase: value }] : [])),
)
/** Those of the account, which belong to no operator: a guard of their own calls them. */
export const accountUseCases: { file: string; useCase: AnyIdentityCommand | AnyAccountQuery }[] = Object.entries(
  modules,
).flatMap(([file, exported]) =>
  Object.values(exported).flatMap(value =>
    isIdentityCommand(value) || isAccountQuery(value) ? [{ file, useCase: value }] : [],
  ),
)
export const useCaseFiles = Object.keys(modules)

/** Prepares what one use case needs in a fresh operator, and gives the input that a rightful actor would send. */
export type Sample = {
  /** Who may, in the operator that owns the rows; everybody else must get "not found". */
  allowed: readonly SampleRole[]
  prepare: (operator: TestOperator) => Promise<PreparedSample>
}
export type PreparedSample = {
  input: Record<string, unknown>
  /** Rows that narrow actors of this operator are tied to, when the use case is about them. */
  engineeringId?: string
  agreementId?: string
  /** Whose row it is, when it is one person's: others of her role may not. */
  owner?: TestActor
  /** The secret of a personal link on the row. */
  linkToken?: string
}
export type SampleRole =
  | 'practitioner'
  | 'manager'
  | 'consultant'
  | 'funder'
  | 'network'
  | 'contact'
  | 'visitor'
  | 'system'

const sampleModules = import.meta.glob<{ samples: Record<string, Sample> }>('./samples/*.ts', { eager: true })

/** By use case name: `accompaniment.open`. */
export const samples: Record<string, Sample> = Object.assign(
  {},
  ...Object.values(sampleModules).map(module => module.samples),
)
