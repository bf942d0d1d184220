import type { Page } from 'playwright-core'

/** A field of the dialog by the words that its label begins with: those of optional fields say so after them. */
const field = (page: Page, label: string) =>
  page
    .getByRole('dialog')
    .locator('.ant-form-item')
    .filter({ has: page.locator('label', { hasText: new RegExp(`^${label}`) }) })
    .first()

/** Opens the choice of a dialog's field, types where there is much to choose from, and takes the option. */
export async function chooseIn(page: Page, label: string, option: string, typed?: string): Promise<void> {
  const box = field(page, label).getByRole('combobox')
  await box.click()
  if (typed !== undefined) await box.fill(typed)
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click()
}

/** Types a day as people do and takes it with Enter. */
export async function enterDay(page: Page, label: string, day: string): Promise<void> {
  await field(page, label).getByRole('textbox').fill(day)
  await page.keyboard.press('Enter')
}

/** Waits for the sentence to stand beside the field, and nowhere else will do. */
export async function faultOf(page: Page, label: string, sentence: string | RegExp): Promise<void> {
  await field(page, label).locator('.ant-form-item-explain').getByText(sentence).waitFor()
}
