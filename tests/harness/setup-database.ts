import type { TestProject } from 'vitest/node'
import { postgres } from './services.ts'
import { prepareTemplate } from './template.ts'

export default async function setup(project: TestProject) {
  const { url, stop } = await postgres()
  project.provide('postgres', { url, template: await prepareTemplate(url) })
  return stop
}
