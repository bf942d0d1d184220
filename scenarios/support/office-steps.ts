import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addDays } from '../../server/values/days.ts'
import type { RoundOffice } from './round-office.ts'

export async function accessible(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([])
}

/** The bureau ends the stage on the round's page; what is unfinished is let be by a decision. */
export async function moveOn(
  office: RoundOffice,
  bureau: Page,
  stage: string,
  decision?: string,
): Promise<void> {
  await bureau.goto(`${office.base}/evaluation/rounds/${office.roundId}`)
  await bureau.getByRole('button', { name: `进入“${stage}”` }).click()
  const dialog = bureau.getByRole('dialog')
  if (decision) await dialog.getByRole('textbox').fill(decision)
  await dialog.getByRole('button', { name: `进入“${stage}”` }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The morning after the last day of the round's present stage. */
export async function termRunsOut(office: RoundOffice): Promise<void> {
  const [round] = await office.sql<{ due: string }>(
    'SELECT stage_due_on AS due FROM evaluation.round WHERE id = $1',
    [office.roundId],
  )
  await office.goTo(addDays(round?.due ?? '', 1))
}

/** A subject's total as the round shows it now. */
export async function totalOf(office: RoundOffice, name: string): Promise<number> {
  const [found] = await office.sql<{ total: string }>(
    `SELECT score.total::text AS total FROM evaluation.score score
      JOIN evaluation.subject s ON s.id = score.subject_id JOIN evaluation.round r ON r.current_run = score.run_id
      WHERE r.id = $1 AND s.name = $2`,
    [office.roundId, name],
  )
  if (!found) throw new Error(`${name} has no score`)
  return Number(found.total)
}
