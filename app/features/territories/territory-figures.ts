import { isFew, organisationsOf } from '#app/features/figures/disclosure.ts'
import { Partition } from '#app/features/figures/partition.ts'

export type Placed = { programme: string; state: string; organisationId: string | null }
export type ProgrammeLine = { programme: string; cases: number; organisations: number; states: Map<string, number> }

/** The cases of a territory by programme, the fullest first, and within each by state. */
export function programmeLines(cases: readonly Placed[]): ProgrammeLine[] {
  const lines = new Map<string, Placed[]>()
  for (const placed of cases) lines.set(placed.programme, [...(lines.get(placed.programme) ?? []), placed])
  return [...lines]
    .map(([programme, own]) => ({
      programme,
      cases: own.length,
      organisations: organisationsOf(own, () => true),
      states: own.reduce((all, { state }) => all.set(state, (all.get(state) ?? 0) + 1), new Map<string, number>()),
    }))
    .sort((a, b) => b.cases - a.cases || a.programme.localeCompare(b.programme))
}

export type PublishedLine = { programme: string; cases: number | null }
export type PublishedFigures = { cases: number | null; organisations: number | null; lines: PublishedLine[] }

/**
 * What leaves the operator for the governance of a territory, whose members may know each organisation: nothing of fewer
 * than three organisations, and nothing that would give it back by subtraction (the rule of funders' figures).
 */
export function publishedFigures(cases: readonly Placed[]): PublishedFigures {
  const isSafe = (among: readonly Placed[]) => !isFew(organisationsOf(among, () => true))
  // A case counts in one programme: each is a part of its line and of the total.
  const partition = new Partition(cases, isSafe)
  const publish = (isInSet: (placed: Placed) => boolean): boolean => {
    if (partition.wouldDisclose(isInSet)) return false
    partition.publish(isInSet)
    return true
  }
  const isTotalOpen = publish(() => true)
  return {
    cases: isTotalOpen ? cases.length : null,
    organisations: isTotalOpen ? organisationsOf(cases, () => true) : null,
    lines: programmeLines(cases).map(({ programme, cases: count }) => ({
      programme,
      cases: publish(placed => placed.programme === programme) ? count : null,
    })),
  }
}

/** Jobs at T0 of the organisations that counted them, and how many did not. */
export function jobsOf(organisations: readonly { jobs: number | null }[]) {
  const known = organisations.flatMap(({ jobs }) => (jobs === null ? [] : [jobs]))
  return { jobs: known.reduce((sum, jobs) => sum + jobs, 0), missing: organisations.length - known.length }
}
