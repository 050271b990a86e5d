/** What stands in `/o/:operator`: 2 to 40 lower-case letters, digits and single hyphens between them. */
export function isOperatorSlug(value: string): boolean {
  return value.length >= 2 && value.length <= 40 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)
}
