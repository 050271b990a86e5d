import type { TestProject } from 'vitest/node'
import { chromium, popplerUtils } from './services.ts'

export default async function setup(project: TestProject) {
  project.provide('browser', { path: await chromium() })
  await popplerUtils()
}
