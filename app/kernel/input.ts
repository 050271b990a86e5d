import { z } from 'zod'
import { parseCents } from './cents.ts'
import { cleanEmail, cleanSecret, cleanText, isBlank, type Reading, refuse, type TextBounds } from './clean-text.ts'
import { day as calendarDay, type Day, frenchDay } from './day.ts'
import { hour as clockHour, type Hour } from './hour.ts'
import { isCommuneCode, isRna, isSiren, isSiret, normaliseIdentifier } from './identifiers.ts'
import { isId } from './ids.ts'
import { type IssueKey, issueMessage } from './issue.ts'
import { parseNumeral, toUnits } from './numeral.ts'
import { parseQuarterDays } from './quarter-days.ts'

/**
 * Every value that comes from outside is read by one of these: what a form, a CSV cell or JSON sends goes in, a clean
 * value comes out. `z.string()` lets NUL and lone surrogates through and `z.coerce` reads '' as 0 and 'false' as true,
 * so they are used nowhere else.
 */
type Input<Out, In> = z.ZodType<Out, In>

// Said to be optional so that zod's objects accept a key that is not there: the reading decides what its absence means.
const maybeAbsent = <In>() => z.custom<In>().optional()

function reader<Out>(read: (raw: unknown) => Reading<Out>) {
  return (raw: unknown, ctx: z.core.$RefinementCtx): Out => {
    const reading = read(raw)
    if ('value' in reading) return reading.value
    const { key, params } = reading.refused
    ctx.issues.push({ code: 'custom', message: issueMessage(key, params), input: raw })
    return z.NEVER
  }
}

function primitive<Out, In = string>(read: (raw: unknown) => Reading<Out>): Input<Out, In> {
  return z.custom<In>().transform(reader(read))
}

function isMissing(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && isBlank(raw))
}

/** Strict: a key that the shape does not know is refused, never dropped in silence. */
export function object<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: issue => issueMessage(issue.code === 'unrecognized_keys' ? 'input.unknown-field' : 'input.invalid'),
  })
}

/** Turns '' and a missing field into null. */
export function optional<Out, In>(schema: Input<Out, In>): Input<Out | null, In | '' | null | undefined> {
  return maybeAbsent<In | '' | null>().transform((raw: unknown, ctx) => {
    if (isMissing(raw)) return null
    const parsed = schema.safeParse(raw)
    if (parsed.success) return parsed.data
    for (const { message, path } of parsed.error.issues) {
      ctx.issues.push({ code: 'custom', message, path: [...path], input: raw })
    }
    return z.NEVER
  })
}

function textOf(bounds: TextBounds): Input<string, string> {
  return primitive(raw => {
    if (raw === undefined || raw === null) return refuse('input.required')
    return typeof raw === 'string' ? cleanText(raw, bounds) : refuse('input.not-text')
  })
}

/** Several lines. `max` and `min` are in code points. */
export function text({ max, min }: { max: number; min?: number }) {
  return textOf({ max, min, lines: 'many' })
}

/** One line. */
export function line({ max, min }: { max: number; min?: number }) {
  return textOf({ max, min, lines: 'one' })
}

/** A password. Spaces count, at the ends too. */
export function secret(bounds: { max: number; min?: number }): Input<string, string> {
  return primitive(raw => {
    if (raw === undefined || raw === null || raw === '') return refuse('input.required')
    return typeof raw === 'string' ? cleanSecret(raw, bounds) : refuse('input.not-text')
  })
}

export function optionalText(bounds: { max: number; min?: number }) {
  return optional(text(bounds))
}

type Range = { min?: number; max?: number }

function within(
  value: number,
  { min, max }: Range,
  shown: (bound: number) => number = bound => bound,
): Reading<number> {
  if (min !== undefined && value < min) return refuse('input.too-small', { min: shown(min) })
  if (max !== undefined && value > max) return refuse('input.too-big', { max: shown(max) })
  return { value }
}

// A number sent as JSON is read by its decimal writing, like one typed: 1e309, NaN and 1e21 have none.
function numeralText(raw: unknown): Reading<string> {
  if (isMissing(raw)) return refuse('input.required')
  if (typeof raw === 'string') return { value: raw.trim() }
  return typeof raw === 'number' ? { value: String(raw) } : refuse('input.not-a-number')
}

/** A whole number. */
export function integer(range: Range): Input<number, string | number> {
  return primitive(raw => {
    const written = numeralText(raw)
    if ('refused' in written) return written
    const numeral = parseNumeral(written.value)
    if (!numeral) return refuse('input.not-a-number')
    if (numeral.fraction !== '') return refuse('input.not-a-whole-number')
    const value = toUnits(numeral, 0)
    return value === null ? tooFar(numeral.negative, range) : within(value, range)
  })
}

function tooFar(negative: boolean, { min, max }: Range): Reading<never> {
  if (negative) return min === undefined ? refuse('input.not-a-number') : refuse('input.too-small', { min })
  return max === undefined ? refuse('input.not-a-number') : refuse('input.too-big', { max })
}

/** A number with at most `scale` decimals, after a comma or a point. */
export function decimal({ scale, ...range }: Range & { scale: number }): Input<number, string | number> {
  return primitive(raw => {
    const written = numeralText(raw)
    if ('refused' in written) return written
    const numeral = parseNumeral(written.value)
    if (!numeral) return refuse('input.not-a-number')
    if (numeral.fraction.length > scale) return refuse('input.too-many-decimals', { scale })
    if (toUnits(numeral, scale) === null) return tooFar(numeral.negative, range)
    return within(Number(`${numeral.negative ? '-' : ''}${numeral.whole}.${numeral.fraction || '0'}`), range)
  })
}

/** Money in euros, held in cents; `min` and `max` are in cents. */
export function cents(range: Range): Input<number, string | number> {
  return primitive(raw => {
    const written = numeralText(raw)
    if ('refused' in written) return written
    const value = parseCents(written.value)
    if (value !== null) return within(value, range, bound => bound / 100)
    const numeral = parseNumeral(written.value)
    return numeral && numeral.fraction.length > 2
      ? refuse('input.too-many-decimals', { scale: 2 })
      : refuse('input.not-a-number')
  })
}

/** Days of work, held in quarter-days; `min` and `max` are in quarter-days. */
export function quarterDays(range: Range): Input<number, string | number> {
  return primitive(raw => {
    const written = numeralText(raw)
    if ('refused' in written) return written
    const value = parseQuarterDays(written.value)
    if (value !== null) return within(value, range, bound => bound / 4)
    return refuse(parseNumeral(written.value) ? 'input.not-quarter-days' : 'input.not-a-number')
  })
}

/** `AAAA-MM-JJ`, as a date field sends it, or `JJ/MM/AAAA`, as people and spreadsheets write it. */
export function day({ min, max }: { min?: Day; max?: Day } = {}): Input<Day, string> {
  return primitive(raw => {
    if (isMissing(raw)) return refuse('input.required')
    if (typeof raw !== 'string' || raw.length > 40) return refuse('input.not-a-date')
    const value = calendarDay(raw.trim()) ?? frenchDay(raw.trim())
    if (!value) return refuse('input.not-a-date')
    if (min && value < min) return refuse('input.too-early', { min })
    if (max && value > max) return refuse('input.too-late', { max })
    return { value }
  })
}

export function optionalDay(bounds: { min?: Day; max?: Day } = {}) {
  return optional(day(bounds))
}

/** An hour of the day, `14:30` or `14h30`. */
export function hour(): Input<Hour, string> {
  return primitive(raw => {
    if (isMissing(raw)) return refuse('input.required')
    const value = typeof raw === 'string' && raw.length < 20 ? clockHour(raw.trim()) : null
    return value === null ? refuse('input.not-an-hour') : { value }
  })
}

export function email(): Input<string, string> {
  return primitive(raw => {
    if (isMissing(raw)) return refuse('input.required')
    const value = typeof raw === 'string' ? cleanEmail(raw) : null
    return value === null ? refuse('input.bad-email') : { value }
  })
}

export function id(): Input<string, string> {
  return primitive(raw => {
    if (isMissing(raw)) return refuse('input.required')
    return isId(raw) ? { value: raw } : refuse('input.bad-id')
  })
}

function identifier(passes: (value: string) => boolean, key: IssueKey): Input<string, string> {
  return primitive(raw => {
    if (isMissing(raw)) return refuse('input.required')
    if (typeof raw !== 'string' || raw.length > 64) return refuse(key)
    const value = normaliseIdentifier(raw)
    return passes(value) ? { value } : refuse(key)
  })
}

export function siret() {
  return identifier(isSiret, 'input.bad-siret')
}

export function siren() {
  return identifier(isSiren, 'input.bad-siren')
}

export function rna() {
  return identifier(isRna, 'input.bad-rna')
}

export function commune() {
  return identifier(isCommuneCode, 'input.bad-commune')
}

function readYesNo(raw: unknown): Reading<boolean> {
  if (typeof raw === 'boolean') return { value: raw }
  switch (typeof raw === 'string' && raw.length < 16 ? raw.trim().toLowerCase() : null) {
    case 'oui':
    case 'on':
    case 'true':
      return { value: true }
    case 'non':
    case 'false':
      return { value: false }
    default:
      return refuse('input.not-yes-or-no')
  }
}

/** An answer that was given: neither '' nor 0 nor a missing field is a no. */
export function yesNo(): Input<boolean, string | boolean> {
  return primitive(raw => (isMissing(raw) ? refuse('input.required') : readYesNo(raw)))
}

/** A box: browsers send nothing for one that is not ticked. */
export function checkbox(): Input<boolean, string | boolean | undefined> {
  return maybeAbsent<string | boolean>().transform(
    reader(raw => (raw === undefined ? { value: false } : readYesNo(raw))),
  )
}

export function choice<const Value extends string>(values: readonly Value[]): Input<Value, Value> {
  return primitive(raw => {
    if (isMissing(raw)) return refuse('input.required')
    const written = typeof raw === 'string' && raw.length < 256 ? raw.trim() : null
    const value = values.find(candidate => candidate === written)
    return value === undefined ? refuse('input.not-in-list') : { value }
  })
}

/** Zero or more: a form sends nothing, one value or several under one name. */
export function list<Out, In>(item: Input<Out, In>, { max, min = 0 }: { max: number; min?: number }) {
  return maybeAbsent<In[] | In | ''>().transform((raw: unknown, ctx): Out[] => {
    const given: unknown[] = isMissing(raw) ? [] : Array.isArray(raw) ? raw : [raw]
    if (given.length > max || given.length < min) {
      const few = given.length === 0 ? issueMessage('input.required') : issueMessage('input.too-few', { min })
      const message = given.length > max ? issueMessage('input.too-many', { max }) : few
      ctx.issues.push({ code: 'custom', message, input: raw })
      return z.NEVER
    }
    return given.flatMap((value, index) => {
      const parsed = item.safeParse(value)
      if (parsed.success) return [parsed.data]
      for (const { message, path } of parsed.error.issues) {
        ctx.issues.push({ code: 'custom', message, path: [index, ...path], input: value })
      }
      return []
    })
  })
}

/** Fields whose shape is data: whoever receives them reads each one again by its own primitive. */
export function fields({
  max,
}: {
  max: number
}): Input<Readonly<Record<string, unknown>>, Record<string, unknown> | undefined> {
  return maybeAbsent<Record<string, unknown>>().transform(
    reader(raw => {
      if (raw === undefined) return { value: {} }
      if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refuse('input.invalid')
      const entries = Object.entries(raw)
      return entries.length > max ? refuse('input.too-many', { max }) : { value: Object.fromEntries(entries) }
    }),
  )
}

/** The row's version that the form was made from; a stale one is a conflict, not an error of input. */
export function version() {
  return integer({ min: 0, max: 2_147_483_647 })
}
