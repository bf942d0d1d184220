import { expect, test } from 'vitest'
import { startBrowser } from './browser.ts'

test('the browser of the journeys renders Chinese, rare characters of names included, not empty boxes', async () => {
  const browser = await startBrowser()
  const page = await browser.newPage()
  await page.setContent('<canvas id=c width=400 height=100></canvas>')
  const pixels = await page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) return []
    return ['共', '治', '喆', '䶮'].map((character) => {
      pen.clearRect(0, 0, 400, 100)
      pen.font = '60px sans-serif'
      pen.fillText(character, 10, 80)
      return pen.getImageData(0, 0, 100, 100).data.join('')
    })
  })
  // A missing glyph draws the same box for every character.
  expect(new Set(pixels).size).toBe(4)
  await browser.close()
})
