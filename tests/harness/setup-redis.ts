import type { TestProject } from 'vitest/node'
import { redis } from './services.ts'

export default async function setup(project: TestProject) {
  const { url, stop } = await redis()
  project.provide('redis', { url })
  return stop
}
