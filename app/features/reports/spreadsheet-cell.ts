/**
 * What a text becomes in a cell. It is written as text, so that no program computes it, whatever it begins with; and it
 * loses the control characters at its head, by which a program that reads the sheet as CSV could be led to compute it
 * (OWASP, CSV injection). Nothing that a person meant is lost: `-12,5` and `+33…` stay as they were typed.
 */
export function cellText(written: string): string {
  // Excel refuses more than 32 767 characters in one cell.
  return written
    .replace(/^[\s\p{Cc}\p{Cf}]+/u, '')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .slice(0, 32_000)
}

/** Whether a program that is careless with text would compute it: the cell is then marked as text as well. */
export const looksLikeFormula = (text: string) => /^[=+\-@＝＋－＠|%]/.test(text)
