import { optional, text } from '#app/kernel/input.ts'

/** A department's code: two digits, Corsica's letters, or the three digits of overseas. */
const departmentCode = /^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/

/** Departments written in one line, `45, 18 2A`; what is no code is refused with the line. */
export function departmentCodes() {
  return optional(text({ max: 600 })).transform((line, ctx) => {
    const codes = [
      ...new Set(
        (line ?? '')
          .toUpperCase()
          .split(/[\s,;|]+/)
          .filter(Boolean),
      ),
    ]
    if (codes.every(code => departmentCode.test(code))) return codes
    ctx.issues.push({ code: 'custom', message: 'input.not-in-list', input: line })
    return []
  })
}

export type AgreementScope = { programmes: readonly string[]; departments: readonly string[] }

/** Whether a case is of the kind that the agreement pays for; only warned of when it is not. Empty lists take everything. */
export function isWithinScope(
  { programmes, departments }: AgreementScope,
  of: { programme: string; department: string | null },
): boolean {
  const programmeFits = programmes.length === 0 || programmes.includes(of.programme)
  const departmentFits = departments.length === 0 || (of.department !== null && departments.includes(of.department))
  return programmeFits && departmentFits
}
